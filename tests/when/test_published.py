"""The day of publication: given, stated, inferred, unknown."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from sumber.model import Article, Block, BlockKind, Document, Published
from sumber.when import find_published


def article(lang: str, *lines: tuple[BlockKind, str], published: str | None = None, how: str | None = None) -> Article:
    text = "\n".join(line for _, line in lines)
    blocks, at = [], 0
    for kind, line in lines:
        blocks.append(Block(kind, at, at + len(line)))
        at += len(line) + 1
    document = Document(id="x", text=text, published=published, published_how=how)
    return Article(document, lang, tuple(blocks), None, None)


def found(source: Article) -> Published | None:
    return find_published(Doc(Vocab()), source)


def words(source: Article, published: Published | None) -> list[str]:
    assert published is not None
    return [source.text[span.start : span.end] for span in published.evidence]


def test_what_is_given_outranks_the_text() -> None:
    source = article(
        "id", ("furniture", "Senin, 6 Juni 2022 | 05:30 WIB"), published="2022-06-07T01:00:00", how="given"
    )
    assert found(source) == Published("2022-06-07", "2022-06-07", "given")


def test_metadata_that_is_no_day_is_not_believed() -> None:
    source = article("id", ("furniture", "Senin, 6 Juni 2022 | 05:30 WIB"), published="2022-06")
    published = found(source)
    assert published is not None
    assert (published.begin, published.how) == ("2022-06-06", "stated")


def test_a_stamp_states_it() -> None:
    source = article(
        "id", ("furniture", "Gelora Arena - Senin, 6 Juni 2022 | 05:30 WIB"), ("paragraph", "Polisi datang.")
    )
    published = found(source)
    assert published is not None
    assert (published.begin, published.how) == ("2022-06-06", "stated")
    assert "6 Juni 2022" in words(source, published)[0]


def test_the_day_of_publishing_goes_before_that_of_updating() -> None:
    lines: list[tuple[BlockKind, str]] = [("byline", "Updated May 3, 2024"), ("byline", "Published May 1, 2024")]
    published = found(article("en", *lines))
    assert published is not None
    assert published.begin == "2024-05-01"


def test_a_related_link_is_no_stamp() -> None:
    line = "Baca juga: Kronologi Gempa dan Tsunami yang Melanda Kota Palu pada 28 September 2018 Lalu"
    assert found(article("id", ("furniture", line), ("paragraph", "Polisi datang."))) is None


def test_a_weekday_and_a_caption_give_the_year() -> None:
    source = article(
        "id",
        ("caption", "Para menteri berfoto di Wina, 15 Maret 2022."),
        (
            "paragraph",
            "Perundingan dibuka, kata juru bicara, Rabu (16/3). Putaran berikutnya akan digelar Senin (21/3).",
        ),
    )
    published = found(source)
    assert published is not None
    assert (published.begin, published.until, published.how) == ("2022-03-16", "2022-03-16", "inferred")
    assert words(source, published) == ["15 Maret 2022", "Rabu (16/3)"]


def test_a_dateline_and_a_copyright_line_give_the_day() -> None:
    source = article(
        "en",
        ("dateline", "BLANTYRE, Sept 1 —"),
        ("paragraph", "Police opened fire."),
        ("furniture", "© 2021 The Chronicle"),
    )
    published = found(source)
    assert published is not None
    assert (published.begin, published.how) == ("2021-09-01", "inferred")


def test_no_year_no_day() -> None:
    assert found(article("id", ("paragraph", "Polisi datang pada Rabu (16/3)."))) is None
