"""Engines hand back every input once, in order; a failure costs its own document only."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from sumber.errors import EngineError, ReadError
from sumber.model import Document
from sumber.run import code_all

ARTICLES = [
    "Polisi menangkap lima demonstran di Yangon, Selasa (22/6/2021).",
    "Police arrested five protesters in Yangon on Tuesday, a witness said.",
    "Presiden Prancis bertemu Kanselir Jerman di Berlin.",
]


def inputs() -> Iterator[Document | ReadError]:
    yield ReadError("rusak.txt", "is empty")
    for number in range(20):
        if number == 7:
            yield ReadError("gambar.png", "is not text")
        yield Document(
            id=f"d{number}", text=ARTICLES[number % 3], published="2021-06-23", published_how="given", plain=True
        )


def run(**options: object) -> list[str]:
    return [json.dumps([o.uri, o.trouble, o.record]) for o in code_all(inputs(), **options)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def here() -> list[str]:
    return run()


def test_order_and_troubles(here: list[str]) -> None:
    told = [json.loads(line)[:2] for line in here]
    assert told[0] == ["rusak.txt", "is empty"]
    assert told[8] == ["gambar.png", "is not text"]
    assert [uri for uri, trouble in told if trouble is None] == [f"d{number}" for number in range(20)]


def test_two_processes_give_the_same_bytes(here: list[str]) -> None:
    assert run(workers=2) == here


def test_two_ray_workers_give_the_same_bytes(here: list[str]) -> None:
    pytest.importorskip("ray", reason="the extra sumber[ray] is not installed")
    assert run(workers=2, engine="ray") == here


def test_unknown_and_missing_engines_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineError, match="there are process, ray"):
        run(engine="spark")
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match="pip install"):
        run(engine="ray")


def test_a_document_that_cannot_be_coded_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    import sumber.pipeline

    coded = sumber.pipeline.code_document

    def failing(document: Document) -> object:
        if document.id == "d1":
            raise RuntimeError("made to fail")
        return coded(document)

    monkeypatch.setattr(sumber.pipeline, "code_document", failing)
    outcomes = list(code_all(Document(id=f"d{n}", text=ARTICLES[0], plain=True) for n in range(3)))
    assert [o.record is None for o in outcomes] == [False, True, False]
    assert outcomes[1].trouble == "could not be coded: RuntimeError: made to fail"
    assert "Traceback" in (outcomes[1].detail or "")
