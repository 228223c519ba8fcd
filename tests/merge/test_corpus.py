"""The corpus: the same in whatever order documents come, through interruptions, decisions and rebuilds."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.errors import StoreError
from sumber.merge import decide, merge_store
from sumber.merge.events.unite import resolve_decisions
from sumber.merge.views import view_event, view_story
from sumber.store import Store
from tests.merge.events.made_sights import sight
from tests.merge.made_corpora import THOROUGH, arrive, corpora, feed, merged_at_once, state
from tests.merge.made_facts import ARREST, CLASH, CURFEW, DEATHS, FACTS, QUOTE, STRIKE, TALKS, VISIT
from tests.merge.made_records import Contract, Fact, keep, key, report

WEATHER = Fact("Meteorologists measured heavier rainfall over the plantations of the coast than in any year before.")


def affair() -> list[Contract]:
    """One affair: a first report, a copy, a translation, an excerpt, reports of their own; and another affair."""
    return [
        report("first", ARREST, DEATHS, QUOTE, outlet="Tempo", day="2024-05-03"),
        report("copy", ARREST, DEATHS, QUOTE, CURFEW, outlet="Kompas", day="2024-05-06"),
        report("translated", ARREST, DEATHS, QUOTE, outlet="The Nation", day="2024-05-04", lang="id"),
        report("part", DEATHS, outlet="Malawi Daily", day="2024-05-04"),
        report("wire", CLASH, VISIT, outlet="Reuters", day="2024-05-04"),
        report("client", CLASH, VISIT, STRIKE, outlet="Harian Uji", day="2024-05-05", lang="id", credits=("Reuters",)),
        report("weather", WEATHER, outlet="Tempo", day=None),
    ]


def deeds(*idents: str) -> list[Contract]:
    """Reports of one killing in the words of each."""
    days = ("2024-05-03", "2024-05-04", "2024-05-05", "2024-05-06")
    return [report(ident, DEATHS, outlet=f"Outlet {ident}", day=day) for ident, day in zip(idents, days, strict=False)]


def event_of(store: Store, name: str) -> list[str]:
    """The documents whose reports tell the event of this name."""
    with store.corpus() as corpus:
        return sorted(one.document for one in view_event(corpus, name).reports)


def keys(*idents: str) -> list[str]:
    return sorted(key(ident) for ident in idents)


def test_an_affair_is_seen_as_what_it_is(tmp_path: Path) -> None:
    with merged_at_once(tmp_path / "s.db", affair()) as store, store.corpus() as corpus:
        stories = [view_story(corpus, key(ident)) for ident in ("copy", "client", "weather")]
        killing = view_event(corpus, f"{key('first')}.e2")
        kinds = {(row["a"], row["b"]): row["kind"] for row in corpus.documents.copies([key("first")])}
    parents = {one.document: one.parent for story in stories for one in story.tellers}
    assert [story.id for story in stories] == [f"S{key(ident)}" for ident in ("first", "wire", "weather")]
    assert {child for child, parent in parents.items() if parent == key("first")} == {
        *keys("copy", "translated", "part")
    }
    assert parents[key("client")] == key("wire")
    assert [story.copies for story in stories] == [3, 1, 0]
    assert [[voice.name for voice in story.voices] for story in stories] == [["Tempo"], ["Reuters"], ["Tempo"]]
    assert sorted(one.document for one in killing.reports) == keys("first", "copy", "translated", "part")
    assert killing.voices.count == 1, "one surgeon, whoever prints it"
    assert sorted(kinds.values()) == ["edited", "excerpt", "translation"]


@settings(deadline=None, max_examples=10 * THOROUGH)
@given(corpora(), st.data())
def test_any_order_of_arrival_gives_the_corpus_of_a_rebuild(records: list[Contract], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(records))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "arrived.db"
        with arrive(path, shuffled) as store:
            arrived = state(path)
            assert merge_store(store, rebuild=True) == len(records)
            rebuilt = state(path)
    assert {table for table in arrived if arrived[table] != rebuilt[table]} == set()


def test_a_whole_affair_is_the_same_from_either_end_and_at_once(tmp_path: Path) -> None:
    ways = {"forth": affair(), "back": affair()[::-1], "mixed": random.Random(3).sample(affair(), 7)}
    states = []
    for name, records in ways.items():
        with arrive(tmp_path / name, records):
            states.append(state(tmp_path / name))
    with merged_at_once(tmp_path / "once", affair()):
        states.append(state(tmp_path / "once"))
    assert states[0] == states[1] == states[2] == states[3]


def test_merging_again_does_nothing(tmp_path: Path) -> None:
    with merged_at_once(tmp_path / "s.db", affair()) as store:
        before = state(tmp_path / "s.db", history=True)
        assert merge_store(store) == 0
        assert state(tmp_path / "s.db", history=True) == before


@pytest.mark.parametrize("rebuild", [False, True])
def test_an_interrupted_run_goes_on(tmp_path: Path, rebuild: bool) -> None:
    path, records = tmp_path / "s.db", affair()
    with merged_at_once(tmp_path / "whole.db", records):
        whole = state(tmp_path / "whole.db")

    def stop(done: int, of_how_many: int) -> None:
        assert of_how_many == len(records)
        if done == 3:
            raise KeyboardInterrupt

    with Store(str(path), create=True) as store:
        keep(store, *records)
        if rebuild:
            merge_store(store)
        with pytest.raises(KeyboardInterrupt):
            merge_store(store, rebuild, stop)
        assert len(state(path)["profiles"]) == 3
        assert merge_store(store) == len(records) - 3
    assert state(path) == whole


def test_a_document_is_merged_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.db"
    with Store(str(path), create=True) as store:
        keep(store, *affair())

        def fail(*_: object) -> None:
            raise MemoryError

        with monkeypatch.context() as patched:
            patched.setattr("sumber.merge.corpus.unite", fail)
            with pytest.raises(MemoryError):
                merge_store(store)
        assert not any(state(path).values()), "nothing of the document that failed is left"
        assert merge_store(store) == 7


def test_different_parts_and_same_joins_and_the_last_word_counts(tmp_path: Path) -> None:
    one, other = f"{key('a')}.e1", f"{key('b')}.e1"
    with merged_at_once(tmp_path / "s.db", deeds("a", "b")) as store:
        assert event_of(store, one) == keys("a", "b")
        for answer, together in (("different", False), ("unsure", True), ("different", False), ("same", True)):
            decide(store, other, one, answer, "a coder")  # type: ignore[arg-type]
            assert (event_of(store, one) == keys("a", "b")) is together
            assert (event_of(store, other) == keys("a", "b")) is together
    assert len(state(tmp_path / "s.db", history=True)["decisions"]) == 4, "what was said before stays as history"


def test_decisions_survive_a_rebuild_and_meet_newcomers(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    a, b, c = (f"{key(ident)}.e1" for ident in "abc")
    with merged_at_once(path, [*deeds("a", "b"), report("c", TALKS, outlet="Outlet c")]) as store:
        decide(store, a, b, "different", "one")
        decide(store, a, c, "same", "two", "the same afternoon")
        before = state(path)
        merge_store(store, rebuild=True)
        assert state(path) == before
        assert event_of(store, c) == keys("a", "c")
        keep(store, *deeds("x", "y", "z", "d")[3:])
        merge_store(store)
        assert key("a") not in event_of(store, b), "nobody brings the parted together again"


def test_a_decision_on_what_is_not_there_or_not_merged_is_refused_and_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    a, b, c = (f"{key(ident)}.e1" for ident in "abc")
    with merged_at_once(path, deeds("a", "b")) as store:
        keep(store, *deeds("x", "y", "c")[2:])
        for names, words in (((a, a), "one report"), ((a, "zzz.e1"), "zzz"), ((a, b[:-1] + "9"), "no event e9"),
                             ((a, c), "sumber merge"), ((a, key("b")), "not the name")):  # fmt: skip
            with pytest.raises(StoreError, match=words):
                decide(store, *names, "same", "a coder")
    assert state(path, history=True)["decisions"] == []


def test_reports_may_be_named_as_everywhere_by_id_or_the_start_of_a_key(tmp_path: Path) -> None:
    with merged_at_once(tmp_path / "s.db", deeds("first.report", "second")) as store:
        decide(store, "first.report.txt.e1", key("second")[:6] + ".e1", "different", "a coder")
        assert event_of(store, f"{key('second')}.e1") == keys("second")
        with pytest.raises(StoreError, match="one report"):
            decide(store, "second.e1", key("second") + ".e1", "same", "a coder")


def test_a_decision_finds_its_report_by_the_words_of_the_trigger() -> None:
    class Kept:
        def decisions(self, _documents: object) -> list[dict[str, Any]]:
            return [{"a": "a", "a_start": 10, "a_end": 16, "b": "b", "b_start": 0, "b_end": 5, "answer": "same"}]

    coded_anew = [sight("a", "e1", start=0, end=9), sight("a", "e2", start=12, end=18), sight("b", "e7")]
    found = resolve_decisions(Kept(), {one.name: one for one in coded_anew})  # type: ignore[arg-type]
    assert found == {("a.e2", "b.e7"): "same"}
    gone = [sight("a", "e1", start=16, end=20), sight("b", "e7")]
    assert resolve_decisions(Kept(), {one.name: one for one in gone}) == {}  # type: ignore[arg-type]


def test_a_story_and_an_event_that_are_no_more_lead_to_the_new_ones(tmp_path: Path) -> None:
    late, early = report("late", ARREST, DEATHS, day="2024-05-06"), report("early", ARREST, DEATHS, day="2024-05-04")
    with arrive(tmp_path / "s.db", [late]) as store, store.corpus() as corpus:
        assert view_story(corpus, f"S{key('late')}").id == f"S{key('late')}"
    with arrive(tmp_path / "s.db", [early]) as store, store.corpus() as corpus:
        assert view_story(corpus, f"S{key('late')}").id == f"S{key('early')}"
        assert view_event(corpus, f"E{key('late')}.e2").id == f"E{key('early')}.e2"
        for view in (view_story, view_event):
            with pytest.raises(StoreError, match="there is no"):
                view(corpus, "Szzz")


def test_an_event_id_leads_to_where_its_report_is_now(tmp_path: Path) -> None:
    a, b, c = (f"{key(ident)}.e1" for ident in "abc")
    with merged_at_once(tmp_path / "s.db", deeds("a", "b", "c")) as store:
        assert event_of(store, f"E{c}") == keys("a", "b", "c")
        decide(store, a, b, "different", "a coder")
        decide(store, a, c, "different", "a coder")
        assert event_of(store, f"E{b}") == keys("b", "c")
        assert event_of(store, f"E{c}") == keys("b", "c")


def test_a_story_id_leads_to_where_its_document_is_now(tmp_path: Path) -> None:
    child, near = report("child", *FACTS[:4], day="2024-05-06"), report("near", *FACTS[:4], day="2024-04-20")
    less = report("less", FACTS[0], STRIKE, CURFEW, TALKS, day="2024-05-05")
    with arrive(tmp_path / "s.db", [child, less]) as store, store.corpus() as corpus:
        assert view_story(corpus, f"S{key('child')}").id == f"S{key('less')}"
    with arrive(tmp_path / "s.db", [near]) as store, store.corpus() as corpus:
        home = view_story(corpus, key("child")).id
        assert home == f"S{key('near')}" != view_story(corpus, key("less")).id
        assert view_story(corpus, f"S{key('child')}").id == home


def test_documents_without_events_days_or_words_are_merged_too(tmp_path: Path) -> None:
    records = [report("empty", day=None, outlet=None), report("dots", Fact("…"), day=None), report("w", WEATHER)]
    with arrive(tmp_path / "s.db", records) as store, store.corpus() as corpus:
        assert len({view_story(corpus, key(ident)).id for ident in ("empty", "dots", "w")}) == 3


def test_a_larger_feed_is_the_same_backwards(tmp_path: Path) -> None:
    with arrive(tmp_path / "a", feed(20)), merged_at_once(tmp_path / "b", feed(20)[::-1]):
        assert state(tmp_path / "a") == state(tmp_path / "b")
