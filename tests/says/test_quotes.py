"""Quotation marks of every kind, paired and not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.says.quotes import find_quotes, is_speech


def _found(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text, _lines(text))]


def _lines(text: str) -> list[tuple[int, int]]:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


@pytest.mark.parametrize(
    "quoted",
    [
        '"Kami siap berunding,"',
        "“Kami siap berunding,”",
        "”Kami siap berunding,”",
        "„Kami siap berunding,“",
        "«Kami siap berunding,»",
        "''Kami siap berunding,''",
        "``Kami siap berunding,''",
        "‘Kami siap berunding,’",
    ],
)
def test_marks_of_every_kind(quoted: str) -> None:
    assert _found(f"{quoted} kata Rahman.") == [quoted]


def test_two_quotations_and_an_expression_in_marks() -> None:
    text = 'The "new" plan failed. "We lost," he said, "and we know it."'
    assert _found(text) == ['"new"', '"We lost,"', '"and we know it."']


def test_an_apostrophe_is_no_quotation() -> None:
    assert _found("The government's plan and the voters' anger didn’t meet.") == []


def test_inches_are_no_quotation() -> None:
    assert _found('A 55" screen showed the count.') == []


def test_a_quotation_over_two_paragraphs() -> None:
    text = "“We will stay. We will not leave our homes.\n“Nobody asked us,” she said."
    first, second = find_quotes(text, _lines(text))
    assert first.goes_on
    assert first.open_ended
    assert not second.open_ended
    assert text[first.start : first.end].endswith("homes.")


def test_a_forgotten_mark_ends_with_its_sentence() -> None:
    text = '"We will stay here, she said. The army moved on.'
    assert _found(text) == ['"We will stay here, she said.']


def test_an_opening_mark_closes_the_quotation_before_it() -> None:
    text = "“We will stay here. “And we will vote.”"
    assert _found(text) == ["“We will stay here.", "“And we will vote.”"]


@pytest.mark.parametrize(
    "text",
    [
        "Harga naik. ”\nKami tidak siap.\nStok habis,” kata Rahman.\nToko tutup.",
        "Harga naik.\n“Kami tidak siap.\nStok habis,” kata Rahman.\nToko tutup.",
        'Harga naik. "\nKami tidak siap.\nStok habis," kata Rahman.\nToko tutup.',
        "Harga naik. “\nKami tidak siap.\nStok habis, ”kata Rahman.\nToko tutup.",
    ],
)
def test_a_quotation_over_lines_of_one_sentence_each(text: str) -> None:
    (quote,) = find_quotes(text, _lines(text))
    assert text[quote.start + 1 : quote.end - 1].strip() == "Kami tidak siap.\nStok habis,"


def test_a_mark_that_nothing_answers_opens_no_quotation_over_lines() -> None:
    assert _found("Harga naik. ”\nKami tidak siap.\nStok habis.") == []
    text = "“Harga naik. Kami tidak siap.\nStok habis.\n“Toko tutup,” kata Rahman."
    assert _found(text) == ["“Harga naik.", "“Toko tutup,”"]
    far = "“Harga naik.\n" + "Stok habis.\n" * 400 + "Toko tutup,” kata Rahman."
    assert _found(far)[0] == "“Harga naik."


def test_a_closing_mark_used_to_open_before_a_small_letter() -> None:
    assert _found("Ia berkata, ”kami tidak siap,” lalu pergi.") == ["”kami tidak siap,”"]


def test_speech_and_expressions() -> None:
    text = '"Go home now, all of you," and "peace"'
    long, short = find_quotes(text, _lines(text))
    assert is_speech(text, long)
    assert not is_speech(text, short)


@given(st.text(alphabet="ab .,\n\"“”„«»'’‘", max_size=80))
def test_quotations_never_overlap_and_begin_in_their_paragraph(text: str) -> None:
    lines = _lines(text)
    quotes = find_quotes(text, lines)
    last = -1
    for quote in quotes:
        start, end = lines[quote.paragraph]
        assert start <= quote.start < end
        assert quote.start < quote.end <= lines[-1][1]
        assert quote.start >= last
        last = quote.end
    assert quotes == find_quotes(text, lines)
