"""What holds for any text: the blocks cover it, in order, without overlap, and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.layout import lay_out
from sumber.model import Article, Document

LINES = """Polisi menangkap lima demonstran di Yangon, Selasa (3/5), kata juru bicara kepada AFP.
Baca juga
BACA JUGA: Satu Dua
JAKARTA, KOMPAS.com -
Foto: AFP/Dian Lestari
(AFP/DWI)
(CSP)
Editor: Dian
Senin, 3 Mei 2021 10:00 WIB
Judul Berita Ini
By Dana Lowe in Riverside
Rekomendasi
***
Komentar (4)
"Tidak," katanya.
Warga antre. (Reuters)
Yangon:
MOSCOW, Oct 3 (Reuters) —
Sumber: Reuters
-"""
PARTS = st.sampled_from([*LINES.splitlines(), "\ufeff", "\n", "\n\n", "\r\n", " ", "\u2028", "\0", "x" * 300])
MIXED = st.lists(PARTS, max_size=14)
TEXTS = st.one_of(st.text(max_size=300), MIXED.map("".join), MIXED.map("\n".join))
DOCUMENTS = st.builds(
    Document,
    id=st.just("x"),
    text=TEXTS,
    title=st.one_of(st.none(), st.text(max_size=20), st.just("Judul Berita Ini")),
    outlet=st.one_of(st.none(), st.sampled_from(["Kompas.com", "Kabar Sore", ""])),
    author=st.one_of(st.none(), st.text(max_size=10)),
    plain=st.booleans(),
)


def check(article: Article) -> None:
    """Every non-blank character in exactly one block; blocks trimmed, not empty, in order."""
    text = article.text
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip(), "a character between two blocks"
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end
    assert not text[end:].strip()
    spans = [(article.dateline_place,) if article.dateline_place else (), article.dateline_agencies, article.credits]
    for start, until in (span for group in spans for span in group):
        assert 0 <= start < until <= len(text)
        assert article.block_at(start) is not None


@settings(max_examples=250, deadline=None)
@given(DOCUMENTS, st.sampled_from(["id", "en"]))
def test_blocks_cover_the_text(document: Document, lang: str) -> None:
    article = lay_out(document, lang)
    check(article)
    if document.plain:
        assert {block.kind for block in article.blocks} <= {"paragraph"}
        assert article.title == document.title


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_the_same_document_gives_the_same_article(document: Document) -> None:
    assert lay_out(document, "id") == lay_out(document, "id")


def test_plain_text_is_paragraphs_only() -> None:
    text = "Judul\nJAKARTA, KOMPAS.com - Polisi menangkap lima orang di sana.\n\nBaca juga: Satu\n(AFP/DWI)\n"
    article = lay_out(Document(id="x", text=text, plain=True), "id")
    assert [block.kind for block in article.blocks] == ["paragraph"] * 4
    assert (article.title, article.dateline_place, article.credits) == (None, None, ())


def test_a_byte_order_mark_is_set_aside() -> None:
    article = lay_out(Document(id="x", text="\ufeffPolisi menangkap lima orang di Yangon pada Selasa pagi."), "id")
    assert [(block.kind, block.start) for block in article.blocks] == [("furniture", 0), ("paragraph", 1)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_paragraph_set_to_a_width_is_one_block(newline: str) -> None:
    lines = [
        "Police in the capital detained five members of an opposition party on",
        "Tuesday after a rally that drew several thousand people, a spokesman said.",
        "The party called the arrests unlawful and asked for the release of all of",
        "its members before the end of the week.",
    ]
    text = newline.join(lines) + newline * 2 + "Nobody was hurt in the rally, according to the police."
    article = lay_out(Document(id="x", text=text), "en")
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph"]
    check(article)


def test_a_long_document_takes_time_in_proportion() -> None:
    text = "Polisi menangkap lima demonstran di Yangon, kata juru bicara itu kepada AFP.\n\n" * 2000
    article = lay_out(Document(id="x", text=text + "a" * 2_000_000), "id")
    assert len(article.blocks) == 2001
