"""Gaps are verbs with a party in sentences without trigger; what is known, said, or passed over is none."""

from __future__ import annotations

import pytest
import yaml

from sumber.model import Document
from sumber.tend import Gap, Gaps, document_of, find_sightings
from sumber.tend.words import gap_words
from sumber.what import build_lexicon


def gaps_of(*texts: str, lang: str = "id") -> list[Gap]:
    gaps = Gaps()
    for number, text in enumerate(texts):
        gaps.add(find_sightings(Document(id=f"d{number}", text=text, lang=lang, plain=True)))
    return gaps.ranked()


def test_an_unknown_verb_is_found_in_both_voices() -> None:
    (gap,) = gaps_of("Warga memalang kantor bupati di Wamena.", "Kantor itu dipalang tentara. Jalan dipalang warga.")
    assert (gap.lemma, gap.documents, gap.sentences) == ("memalang", 2, 3)
    assert gap.draft()["active"] == ["memalang"]
    assert gap.draft()["passive"] == ["dipalang"]
    assert gap.rule == "palang"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Polisi menangkap lima demonstran di Yangon."),  # a trigger that fires
        ("id", "Warga memalang jalan setelah polisi menangkap lima demonstran."),  # one beside it
        ("id", "Gempa menewaskan dua warga."),  # one that a guard stops
        ("id", "Menteri itu mengatakan harga beras stabil."),  # speech
        ("id", "“Harga beras stabil,” ujar menteri itu."),
        ("id", "Polisi menangkap ikan di Teluk Jakarta."),  # ruled out by not_object
        ("id", "Menteri itu memiliki dua rumah."),  # passed over
        ("id", "Apakah warga memalang kantor itu?"),  # a question
        ("id", "Hujan mengguyur jalan."),  # nobody does it to anybody
        ("en", "The minister said prices were stable, officials told reporters."),
        ("en", "According to the president, the economy is strong."),
    ],
)
def test_no_gap(lang: str, text: str) -> None:
    assert [gap.name for gap in gaps_of(text, lang=lang)] == []


def test_a_light_verb_is_told_with_its_object() -> None:
    (gap,) = gaps_of("The rebels launched fireworks.", lang="en")
    assert gap.name == "launch firework"
    assert gap.draft()["object"] == ["firework"]


def test_states_and_armed_groups_weigh_more() -> None:
    ranked = gaps_of("Seorang petani menggergaji pohon.", "Tentara memalang jalan di Wamena.")
    assert [gap.lemma for gap in ranked] == ["memalang", "menggergaji"]
    assert ranked[0].score > ranked[1].score


def test_an_event_noun_counts_where_no_verb_does() -> None:
    (gap,) = gaps_of("Pemalangan kantor oleh warga terjadi lagi.")
    assert gap.draft()["noun"] == ["pemalangan"]


def test_at_most_three_examples_no_two_alike() -> None:
    places = ("Wamena", "Sentani", "Nabire", "Merauke")
    texts = [f"Warga memalang kantor bupati di {place}." for place in places] * 2
    (gap,) = gaps_of(*texts)
    assert gap.documents == 8
    assert len({example.sentence for example in gap.examples}) == len(gap.examples) == 3


def test_a_draft_becomes_an_entry_once_its_type_is_chosen() -> None:
    (gap,) = gaps_of("Warga memalang kantor bupati di Wamena: “Cukup!”")
    (entry,) = yaml.safe_load(gap.as_yaml())
    assert entry.pop("type") == "?"
    (trigger,) = build_lexicon("id", {"protest": [entry]}).triggers
    assert trigger.path == "id/what/memalang.protest"
    assert trigger.actors == ("Warga",)


@pytest.mark.parametrize(
    ("root", "actives"),
    [
        ("gusur", ("menggusur",)),
        ("tangkap", ("menangkap", "mentangkap")),
        ("kritik", ("mengritik", "mengkritik")),
        ("syukuri", ("mensyukuri",)),
        ("palang", ("memalang", "mempalang")),
    ],
)
def test_actives_of_a_root(root: str, actives: tuple[str, ...]) -> None:
    assert sorted(gap_words("id").actives_of(root)) == sorted(actives)


def test_a_record_gives_its_document_back() -> None:
    from sumber.model.record import to_contract
    from sumber.pipeline import code_document

    document = Document(id="a", text="Warga memalang kantor bupati.", lang="id", uri="a.txt", plain=True)
    again = document_of(to_contract(code_document(document)))
    assert (again.id, again.text, again.uri, again.lang, again.plain) == ("a", document.text, "a.txt", "id", True)
    assert find_sightings(again) == find_sightings(document)
