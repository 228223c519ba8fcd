"""Copies: what is one, of what kind, and that the shared stretches are the same words in both texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.merge.documents.copies import LONGEST_LIST, Copy, compare, turned
from sumber.merge.documents.prints import Print, fingerprint

WIRE = """The river rose by four metres overnight and carried away the only bridge between the two halves of Karonga.
Nobody was hurt, the district commissioner told reporters, because the market closes before dark in this season.
Engineers from the roads authority reached the town by boat and said that a temporary crossing would take nine days.
Traders have begun to ferry maize and paraffin across the water in dugout canoes at three times the usual price.
The last flood of this kind was in March 2010, when an earthquake had already cracked the pillars of the old bridge.
Schools on the northern bank will stay closed until the crossing is open, the council decided in the evening."""
OTHER = """A court in the capital freed two newspaper editors who had spent eleven months in custody without a trial.
Their lawyer called the order a rare piece of good news, and the union of journalists asked for an apology.
The state had accused both of printing a letter in which officers complained about unpaid wages since January."""
SPEECH = """“We shall rebuild every single house that the water has taken, we shall do it before the next rains arrive,
we shall ask no family to pay for it, and whoever tells you that there is no money for this has not read the budget
that this parliament passed in the month of June with the votes of both of its benches.”"""
WORD = st.sampled_from(
    ["flood", "bridge", "town", "river", "market", "canoe", "maize", "council", "school", "boat", "night", "water"]
)


def made(text: str, quoted: str | None = None) -> Print:
    spans = [(text.index(quoted), text.index(quoted) + len(quoted))] if quoted else []
    return fingerprint(text, [(0, len(text))], spans)


def sentences(text: str, *numbers: int) -> str:
    lines = text.splitlines()
    return "\n".join(lines[n] for n in numbers)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def shared(one: str, other: str) -> Copy:
    copy = compare(made(one), made(other))
    assert copy is not None
    return copy


def test_the_same_text_is_identical_from_end_to_end() -> None:
    copy = shared(WIRE, WIRE.replace("'", "’").replace("\n", "  "))
    assert (copy.kind, copy.in_a, copy.in_b) == ("identical", 1.0, 1.0)
    assert copy.spans == (((0, len(WIRE) - 1), (0, len(WIRE) + 4)),)


def test_a_typing_error_leaves_a_long_text_identical() -> None:
    long = " ".join(f"{line} {n}" for n in range(8) for line in WIRE.splitlines())
    assert shared(long, long.replace("overnight", "overnite", 1)).kind == "identical"


@pytest.mark.parametrize(
    "edited",
    [
        WIRE.replace("four metres", "4 m").replace("decided in the evening", "said"),
        WIRE + "\n" + sentences(OTHER, 0),
        sentences(WIRE, 3, 0, 2, 1, 5, 4),
        sentences(WIRE, 0, 1, 2, 4),
    ],
    ids=["words changed", "a sentence added", "order changed", "a third cut"],
)
def test_an_edited_text_is_a_copy(edited: str) -> None:
    copy = shared(WIRE, edited)
    assert copy.kind == "edited"
    assert 0.5 < min(copy.in_a, copy.in_b) < 1


def test_an_excerpt_is_one_from_both_sides_and_the_shares_say_which_is_the_part() -> None:
    part = sentences(WIRE, 0, 1)
    whole_first, part_first = shared(WIRE, part), shared(part, WIRE)
    assert whole_first.kind == part_first.kind == "excerpt"
    assert whole_first.in_b == part_first.in_a == 1.0
    assert whole_first.in_a == part_first.in_b < 0.5


def test_a_short_part_of_a_long_report_is_found_by_containment() -> None:
    long = WIRE + "\n" + "\n".join(f"{line} ({n})" for n in range(9) for line in OTHER.splitlines())
    assert shared(sentences(WIRE, 1) + " " + sentences(WIRE, 2), long).kind == "excerpt"


def test_two_reports_of_one_long_speech_are_no_copies() -> None:
    one, other = WIRE + "\n" + SPEECH, OTHER + "\n" + SPEECH
    assert compare(made(one, SPEECH), made(other, SPEECH)) is None
    assert compare(made(one), made(other)) is not None, "it is the quotation marks that make the difference"


def test_whoever_takes_the_words_around_a_speech_has_copied() -> None:
    one, other = sentences(WIRE, 0, 1, 2) + "\n" + SPEECH, sentences(WIRE, 0, 1, 3) + "\n" + SPEECH
    copy = compare(made(one, SPEECH), made(other, SPEECH))
    assert copy is not None
    assert copy.kind == "edited"


def test_unrelated_texts_are_no_copies_nor_are_two_with_a_common_phrase() -> None:
    assert compare(made(WIRE), made(OTHER)) is None
    phrase = " The river rose by four metres overnight."
    assert compare(made(WIRE), made(OTHER + phrase)) is None


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", WIRE), ("…", "…")])
def test_nothing_is_no_copy_of_anything(one: str, other: str) -> None:
    assert compare(made(one), made(other)) is None


def test_two_short_alerts_of_the_same_words_are_copies() -> None:
    assert shared("Bridge of Karonga washed away", "BRIDGE OF KARONGA WASHED AWAY!").kind == "identical"


def test_of_very_many_stretches_the_longest_are_kept_in_text_order() -> None:
    letters = ("a", "b", "c", "d", "e", "f", "g")
    pieces = [" ".join(f"{x}{n}" for x in letters) + (f" epsilon{n}" if n % 2 else "") for n in range(100)]
    one, other = (" ".join(f"{piece} {mark}{n}" for n, piece in enumerate(pieces)) for mark in ("x", "y"))
    spans = shared(one, other).spans
    assert len(spans) == LONGEST_LIST
    assert list(spans) == sorted(spans)
    assert sum("epsilon" in one[start:end] for (start, end), _ in spans) == 50


@settings(deadline=None, max_examples=60)
@given(st.lists(WORD, min_size=1, max_size=60), st.lists(WORD, max_size=12), st.integers(0, 60), st.integers(0, 60))
def test_shared_stretches_are_equal_words_of_both_texts(base: list[str], new: list[str], cut: int, at: int) -> None:
    one = " ".join(base)
    other = ", ".join(base[: min(cut, at)] + new + base[max(cut, at) :])
    copy = compare(made(one), made(other))
    if copy is None:
        return
    for (a, b), (c, d) in copy.spans:
        assert words(one[a:b]) == words(other[c:d]) != []
    assert 0 < copy.in_a <= 1
    assert 0 < copy.in_b <= 1
    assert turned(turned(copy)) == copy
    back = compare(made(other), made(one))
    assert back is not None
    assert (back.kind, back.in_a, back.in_b) == (copy.kind, copy.in_b, copy.in_a)
