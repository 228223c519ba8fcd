"""Lineage: whose text an article is, by credit, by day, by length; and where nothing tells."""

from __future__ import annotations

from itertools import permutations

import pytest

from sumber.merge.documents.copies import Copy, turned
from sumber.merge.documents.lineage import Edge, Source, credits_outlet, edge, source_of
from tests.merge.made_facts import ARREST, CLASH, QUOTE
from tests.merge.made_records import Fact, report

SAME = Copy("edited", 0.8, 0.7, ())
PART = Copy("excerpt", 1.0, 0.3, ())


def source(
    key: str, day: str | None, outlet: str | None, *credits: str, whole: tuple[str, ...] | None = None
) -> Source:
    return Source(key, day, outlet, credits, credits if whole is None else whole)


def found(child: Source, other: Source, copy: Copy = SAME) -> Edge:
    one = edge(child, other, copy)
    assert one is not None
    return one


def test_the_earlier_of_two_copies_is_the_original() -> None:
    early, late = source("b", "2024-05-03", "Tempo"), source("a", "2024-05-04", "The Nation")
    one = found(late, early)
    assert (one.child, one.parent, one.sure) == ("a", "b", True)
    assert "2024-05-03" in one.reason
    assert edge(early, late, SAME) is None


def test_a_credit_beats_the_date() -> None:
    early, late = source("a", "2024-05-03", "Tempo", "The Nation"), source("b", "2024-05-05", "The Nation")
    one = found(early, late)
    assert one.parent == "b"
    assert "The Nation" in one.reason
    assert edge(late, early, turned(SAME)) is None
    before = found(early, source("c", "2024-05-01", "Kompas"))
    assert one.rank > before.rank, "of several originals the credited one is taken"


def test_two_that_credit_each_other_are_ordered_by_day() -> None:
    one = source("a", "2024-05-03", "Tempo", "The Nation", whole=())
    other = source("b", "2024-05-04", "The Nation", "Tempo", whole=())
    assert found(other, one).reason.startswith("published")
    assert edge(one, other, SAME) is None


def test_an_outlet_is_known_by_its_other_names() -> None:
    assert credits_outlet(source("a", None, "Tempo", "AFP"), source("b", None, "Agence France-Presse"))
    assert not credits_outlet(source("a", None, "Tempo", "AFP"), source("b", None, None))


def test_an_excerpt_of_the_same_day_is_of_the_longer_one() -> None:
    short, long = source("a", "2024-05-04", "Tempo"), source("b", "2024-05-04", "The Nation")
    one = found(short, long, PART)
    assert (one.parent, one.sure) == ("b", True)
    assert "excerpt" in one.reason
    assert edge(long, short, turned(PART)) is None


def test_a_longer_text_of_a_later_day_is_still_the_copy() -> None:
    short, long = source("a", "2024-05-03", "Tempo"), source("b", "2024-05-04", "The Nation")
    assert found(long, short, turned(PART)).parent == "a"
    assert edge(short, long, PART) is None


def test_two_clients_of_one_agency_have_nothing_from_each_other() -> None:
    one = source("a", "2024-05-03", "Tempo", "AFP")
    other = source("b", "2024-05-04", "The Nation", "Agence France-Presse")
    assert edge(one, other, SAME) is None
    assert edge(other, one, turned(SAME)) is None


def test_the_agency_itself_is_the_original_of_its_clients() -> None:
    wire, client = source("z", "2024-05-04", "AFP"), source("a", "2024-05-04", "Tempo", "AFP")
    assert found(client, wire).parent == "z"
    assert edge(wire, client, turned(SAME)) is None


def test_who_has_the_words_has_them_from_the_original_and_not_from_its_translation() -> None:
    child = source("c", "2024-05-06", "Tempo")
    words = found(child, source("a", "2024-05-03", "Kompas"), Copy("edited", 0.4, 0.4, ()))
    sense = found(child, source("b", "2024-05-04", "The Nation"), Copy("translation", 1.0, 1.0, ()))
    assert words.rank > sense.rank
    credited = found(child, source("b", "2024-05-04", "Kompas"), Copy("translation", 0.6, 0.6, ()))
    assert credited.parent == "b", "a translation alone is an origin too"


def test_an_agency_that_is_only_cited_for_a_sentence_is_no_common_ancestor() -> None:
    one = source("a", "2024-05-03", "Tempo", "AFP", whole=())
    assert found(source("b", "2024-05-04", "The Nation", "AFP"), one).parent == "a"


def test_of_one_day_the_one_with_fewer_foreign_words_is_first() -> None:
    plain, told = source("b", "2024-05-04", "Tempo"), source("a", "2024-05-04", "The Nation", "Kompas", whole=())
    one = found(told, plain)
    assert (one.parent, one.sure) == ("b", True)
    assert edge(plain, told, turned(SAME)) is None


@pytest.mark.parametrize("day", ["2024-05-04", None])
def test_where_nothing_tells_the_edge_says_so(day: str | None) -> None:
    one, other = source("a", day, "Tempo"), source("b", day, "The Nation")
    unsure = found(other, one)
    assert (unsure.child, unsure.parent, unsure.sure) == ("b", "a", False)
    assert edge(one, other, turned(SAME)) is None, "one of the two only"
    assert unsure.rank < found(source("b", "2024-05-05", None), source("a", "2024-05-04", None)).rank


def test_of_any_two_at_most_one_has_it_from_the_other() -> None:
    makes = [
        source("a", "2024-05-03", "Tempo"), source("b", "2024-05-04", "The Nation", "AFP"),
        source("c", "2024-05-04", "Kompas", "Tempo"), source("d", None, "AFP", "Kompas", whole=()),
        source("e", "2024-05-04", None), source("f", None, None, "The Nation"),
    ]  # fmt: skip
    told = 0
    for one, other in permutations(makes, 2):
        for copy in (SAME, PART, turned(PART)):
            both = edge(one, other, copy), edge(other, one, turned(copy))
            assert None in both
            told += both != (None, None)
    assert told > 60


def test_credits_are_read_from_chains_and_from_the_closing_credit() -> None:
    late = source_of("k", report("a", ARREST, CLASH, QUOTE, outlet="Tempo", credits=("Reuters",)))
    assert late.credits == ("AFP", "Reuters")
    assert late.whole == ("Reuters",), "the AFP has one sentence of it only"
    lead = source_of("k", report("a", QUOTE, ARREST, outlet="Tempo"))
    assert lead.whole == ("AFP",), "whoever says the first paragraph says it all"
    assert (lead.published, lead.outlet, lead.key) == ("2024-05-04", "Tempo", "k")


def test_a_record_of_before_and_one_without_a_day_can_be_read() -> None:
    record = report("a", Fact("Rain fell."), day=None, outlet=None)
    del record["credits"]
    assert source_of("k", record) == Source("k", None, None, (), ())
