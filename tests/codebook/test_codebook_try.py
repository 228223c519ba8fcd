"""A trial names what stopped each form; the trace that it goes by changes nothing."""

from __future__ import annotations

import pytest

from sumber.model import Document
from sumber.pipeline import Findings, read_document
from sumber.tend import Attempt, try_text
from sumber.what import find_events
from sumber.what.trace import Trace
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))


def attempts(text: str, lang: str, rule: str) -> list[Attempt]:
    return [attempt for attempt in try_text(text, lang, "2024-05-03").attempts if attempt.rule == rule]


@pytest.mark.parametrize(
    ("lang", "text", "rule", "guard", "words"),
    [
        ("id", "Polisi menangkap ikan.", "id/what/tangkap.coerce", "not_object", "not with ‘ikan’"),
        ("en", "Police made bread.", "en/what/make-arrest.coerce", "object", "(object: arrest); here it has ‘bread’"),
        ("en", "Police rounded the corner.", "en/what/round-up.coerce", "particle", "(particle: up)"),
        ("en", "Police rounded up cattle.", "en/what/round-up.coerce", "needs", "human (needs: human); here it is"),
        ("id", "Penangkapan itu penting.", "id/what/tangkap.coerce", "no_party", "without a party of its own"),
    ],
)
def test_the_guard_that_stopped_a_form(lang: str, text: str, rule: str, guard: str, words: str) -> None:
    (attempt,) = attempts(text, lang, rule)
    assert (attempt.outcome, attempt.guard, attempt.event) == ("stopped", guard, None)
    assert words in attempt.why


@pytest.mark.parametrize(
    ("lang", "text", "rule", "step", "words"),
    [
        ("id", "Apakah polisi menangkap menteri?", "id/what/tangkap.coerce", "question", "is a question"),
        ("en", "Russia did not threaten Poland.", "en/what/threaten.threaten", "told", "negated by ‘not’"),
        ("en", "If police arrest the minister, he will resign.", "en/what/arrest.coerce", "told", "condition"),
        (
            "en",
            "Belarus threatened to attack Poland.",
            "en/what/threaten-violence.threaten",
            "fired",
            "‘threatened to attack’ (TH",
        ),
    ],
)
def test_the_step_that_decided(lang: str, text: str, rule: str, step: str, words: str) -> None:
    (attempt,) = attempts(text, lang, rule)
    assert attempt.step == step
    assert words in attempt.why


def test_a_longer_and_a_narrower_trigger() -> None:
    trial = try_text("The government promised to release two prisoners on Monday.", "en")
    found = {attempt.rule: attempt for attempt in trial.attempts}
    assert found["en/what/announce-withdrawal.concede"].event == "e1"
    assert found["en/what/release-people.retreat"].step == "longer"
    assert "‘promised to release’ (en/what/announce-withdrawal.concede)" in found["en/what/release-people.retreat"].why
    assert "a narrower entry for the same word" in found["en/what/promise.agree"].why


def test_what_is_turned_by_negation_is_told_once() -> None:
    (attempt,) = [a for a in try_text("Russia did not agree to the truce.", "en").attempts if a.words == "agree"][:1]
    assert (attempt.rule, attempt.outcome, attempt.event) == ("en/what/agree.agree", "fired", "e1")
    assert "makes it the opposite" in attempt.why
    assert "agree.reject" in attempt.why


def test_a_second_telling_is_merged_into_the_first() -> None:
    text = "Police arrested the opposition leader in Kampala on Monday. Police arrested the opposition leader at home."
    first, second = attempts(text, "en", "en/what/arrest.coerce")
    assert {first.outcome, second.outcome} == {"fired", "merged"}
    assert first.event == second.event == "e1"
    assert "the same deed" in (second if second.outcome == "merged" else first).why


def test_a_report_of_sport() -> None:
    text = "Striker mencetak gol di babak pertama. Kiper dan bek kalah di final piala liga. Wasit memberi kartu merah. "
    text += "Pemain Vietnam menyerang pemain Laos."
    stopped = [a for a in try_text(text, "id").attempts if a.words == "menyerang" and a.step == "guard"]
    assert [attempt.guard for attempt in stopped] == ["sport"] * len(stopped)
    assert stopped


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_trace_changes_no_output(path) -> None:  # type: ignore[no-untyped-def]
    doc = read_document(Document(id="x", text=path.read_text(encoding="utf-8"), published="2024-05-03"))
    found: Findings = doc._.findings
    parts = (found.published, found.times, found.places, found.actors, found.quantities, found.attributions)
    trace = Trace()
    assert find_events(doc, found.article, *parts, trace=trace) == (found.events, found.actors)
    fired = [note.why for note in trace.notes if note.step == "fired"]
    assert fired == [event.id for event in found.events]
    assert len(trace.notes) > len(fired)
