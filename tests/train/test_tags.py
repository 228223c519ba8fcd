"""What the tags of coarse corpora allow, and what the codebook decides."""

from train.tags import NAME_LABELS, TAGS, UNMARKED, allowed, sharpen


def allows(tag: str) -> set[str]:
    row = allowed()[TAGS.index(tag)]
    return {label for label, open_ in zip(NAME_LABELS, row, strict=True) if open_}


def test_a_fine_tag_allows_itself_and_a_coarse_one_its_kinds() -> None:
    assert allows("B-GPE") == {"B-GPE"}
    assert allows("I-LOC~") == {"I-GPE", "I-LOC"}
    assert allows("B-ORG~") == {"B-ORG", "B-MEDIA"}
    assert allows("B-MISC~") == {"O", "B-NORP", "B-EVENT", "B-WEAPON"}
    assert "O" in allows("O~")
    assert "B-PER" not in allows("O~") | allows("O?")
    assert allows("*") == set(NAME_LABELS)
    assert allowed().any(axis=1).all()


def test_the_codebook_decides_what_it_knows() -> None:
    words = "The South Korean army told Reuters near Sungai Musi that Jakarta and Kabar Timur agree"
    words = words.split()
    tags = ["O~"] * len(words)
    tags[5], tags[7], tags[8], tags[10], tags[12], tags[13] = "B-ORG~", "B-LOC~", "I-LOC~", "B-LOC~", "B-ORG~", "I-ORG~"
    sharp = sharpen(words, tags, "en")
    assert sharp[:3] == ("O~", "B-NORP", "I-NORP")
    assert sharp[3] == "O"
    assert sharp[5] == "B-MEDIA"
    assert sharp[7:9] == ("B-LOC", "I-LOC")
    assert sharp[10] == "B-GPE"
    assert sharp[12:14] == ("B-ORG~", "I-ORG~")  # a name word of the press: organisation or medium
    assert sharp[14] == "O"


def test_marked_words_are_left_alone() -> None:
    assert sharpen(["Russian", "Embassy"], ["B-ORG~", "I-ORG~"], "en") == ("B-ORG", "I-ORG")
    assert set(UNMARKED) == {"O~", "O?", "*"}
