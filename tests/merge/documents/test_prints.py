"""Fingerprints: runs of words with the characters they stand in, whatever the text is made of."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.merge.documents.prints import RUN, SAMPLED, Print, fingerprint, print_of, sampled
from tests.merge.made_facts import ARREST, QUOTE
from tests.merge.made_records import report

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def whole(text: str, *quoted: tuple[int, int]) -> Print:
    return fingerprint(text, [(0, len(text))], quoted)


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def test_each_run_stands_where_its_offsets_say() -> None:
    text = "Police, it seems, left the square at noon."
    prints = whole(text)
    stretches = [text[start:end] for start, end in zip(prints.starts, prints.ends, strict=True)]
    assert stretches == ["Police, it seems, left", "it seems, left the", "seems, left the square", "left the square at",
                         "the square at noon"]  # fmt: skip


def test_case_and_punctuation_do_not_matter_and_words_do() -> None:
    one, other = whole("Polisi menangkap LIMA orang"), whole("polisi  menangkap: lima “orang”!")
    assert one.hashes.tolist() == other.hashes.tolist()
    assert one.hashes.tolist() != whole("polisi menangkap enam orang").hashes.tolist()
    assert one.hashes.tolist() != whole("menangkap polisi lima orang").hashes.tolist()


def test_only_paragraphs_count_and_runs_lead_over_their_border() -> None:
    text = "SHARE THIS Police arrested two ADVERTISEMENT men in Nairobi"
    body = [(text.index("Police"), text.index(" ADVERT")), (text.index("men"), len(text))]
    prints = fingerprint(text, body)
    assert prints.hashes.tolist() == whole("Police arrested two men in Nairobi").hashes.tolist()
    assert text[prints.starts[0] : prints.ends[-1]].startswith("Police")


@pytest.mark.parametrize("text", ["", "   \n\n ", "…!?"])
def test_a_text_without_words_has_no_runs(text: str) -> None:
    prints = whole(text)
    assert len(prints.hashes) == len(prints.starts) == len(prints.ends) == len(prints.own) == 0
    assert len(sampled(prints.distinct())) == 0
    assert len(fingerprint(text, []).distinct(own=True)) == 0


@pytest.mark.parametrize("text", ["Breaking", "Breaking news", "Breaking news today"])
def test_a_text_shorter_than_a_run_is_one_run(text: str) -> None:
    prints = whole(text)
    assert (prints.starts.tolist(), prints.ends.tolist()) == ([0], [len(text)])
    assert whole(text + " more words").hashes[0] != prints.hashes[0]


def test_a_run_is_quoted_only_where_the_whole_of_it_is() -> None:
    text = "He said: “we will not leave this town” and left."
    quote = (text.index("“"), text.index("”") + 1)
    prints = whole(text, quote)
    quoted = [text[s:e] for s, e, own in zip(prints.starts, prints.ends, prints.own, strict=True) if not own]
    assert quoted == ["we will not leave", "will not leave this", "not leave this town"]
    assert len(prints.distinct(own=True)) == len(prints.distinct()) - 3


def test_a_repeated_run_is_kept_at_both_places_and_counted_once() -> None:
    prints = whole("no more war now. no more war now.")
    assert prints.hashes[0] == prints.hashes[4]
    assert len(prints.distinct()) == len(prints.hashes) - 1


def test_the_direct_speech_of_a_record_is_known() -> None:
    record = report("one", ARREST, QUOTE)
    prints = print_of(record)
    begin = record["layout"][1]["start"]
    own = [bool(flag) for flag in prints.own]
    assert own == [start < begin for start in prints.starts], "the second paragraph is the quotation"


@given(ANY_TEXT)
def test_offsets_of_any_text_cover_a_run_of_its_words(text: str) -> None:
    prints, listed = whole(text), words(text)
    assert len(prints.hashes) == (max(1, len(listed) - RUN + 1) if listed else 0)
    for i, (start, end) in enumerate(zip(prints.starts, prints.ends, strict=True)):
        assert words(text[start:end]) == listed[i : i + RUN]
    assert prints.own.all()


@given(ANY_TEXT, ANY_TEXT, st.integers(0, 120), st.integers(0, 120))
def test_what_stands_before_and_what_is_quoted_leaves_the_hashes_alone(
    text: str, before: str, one: int, other: int
) -> None:
    plain, shifted = whole(text), fingerprint(before + " " + text, [(len(before) + 1, len(before) + 1 + len(text))])
    assert plain.hashes.tolist() == shifted.hashes.tolist()
    assert (shifted.starts - plain.starts == len(before) + 1).all()
    assert whole(text, (min(one, other), max(one, other))).hashes.tolist() == plain.hashes.tolist()


@given(st.lists(st.integers(0, 2**64 - 1), max_size=60), st.lists(st.integers(0, 2**64 - 1), max_size=60))
def test_the_sample_of_what_two_share_is_in_the_sample_of_both(one: list[int], other: list[int]) -> None:
    a, b = (np.array(side, dtype=np.uint64) for side in (one, other))
    shared = np.intersect1d(a, b)
    assert set(sampled(shared).tolist()) == set(sampled(a).tolist()) & set(sampled(b).tolist())


def test_about_one_run_in_eight_is_indexed() -> None:
    prints = whole(" ".join(f"word{n}" for n in range(4_000)))
    assert 0.8 < len(sampled(prints.distinct())) * SAMPLED / len(prints.distinct()) < 1.2
