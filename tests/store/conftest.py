"""A record made by hand, so that the store's tests need no model."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from sumber.model import (
    Actor,
    Attribution,
    Block,
    Event,
    Hop,
    MadeBy,
    Mention,
    Moment,
    Place,
    Published,
    Quantity,
    Record,
    SourceSpan,
    Span,
)
from sumber.model.record import to_contract

TEXT = "Polisi menangkap sedikitnya 12 demonstran di Yangon, Selasa, kata AAPP, dilansir AFP."


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def make_record(ident: str = "satu", actor: str = "Polisi", day: str = "2021-06-22") -> dict[str, Any]:
    """One arrest, as the contract has it."""
    record = Record(
        id=ident,
        uri=f"{ident}.txt",
        outlet="Kabar Uji",
        lang="id",
        title="Polisi menangkap demonstran",
        url=None,
        author=None,
        text=TEXT,
        published=Published("2021-06-23", "2021-06-23", "given"),
        credits=(),
        layout=(Block("paragraph", 0, len(TEXT)),),
        times=(Moment("t1", *_span("Selasa"), day, day, "day", None, "id/when/weekday"),),
        places=(Place("p1", *_span("Yangon"), "Yangon", 1298824, "MMR", 16.8, 96.2, "city", "where/gazetteer"),),
        actors=(
            Actor("a1", actor, "group", "MMR", ("COP",), (Mention(*_span("Polisi")),)),
            Actor("a2", "demonstran", "group", "MMR", ("CVL",), (Mention(*_span("demonstran")),)),
            Actor("a3", "AAPP", "organization", "MMR", ("SOC",), (Mention(*_span("AAPP")),)),
        ),
        quantities=(Quantity("q1", *_span("sedikitnya 12 demonstran"), "arrested", "demonstran", 12, None, False),),
        attributions=(
            Attribution(
                "s1",
                "indirect",
                "asserts",
                (SourceSpan(*_span("AAPP"), "a3"),),
                (Span(*_span("kata")),),
                (Span(0, 59),),
                (Hop("AFP", *_span("AFP")),),
            ),
        ),
        events=(
            Event(
                "e1",
                "COERCE",
                ("arrest",),
                ("repression",),
                "actual",
                False,
                False,
                Span(*_span("menangkap")),
                Span(0, len(TEXT)),
                ("a1",),
                ("a2",),
                "t1",
                day,
                day,
                "stated",
                "p1",
                "stated",
                "s1",
                ("q1",),
                "id/what/tangkap.coerce",
                "made for a test",
            ),
        ),
        relations=(),
        made_by=MadeBy("0.1.0", "sha256:0", {}),
    )
    return dict(to_contract(record))


def sha(ident: str) -> str:
    """A stand-in for the hash of a document's bytes."""
    return hashlib.sha256(ident.encode()).hexdigest()


@pytest.fixture
def record() -> dict[str, Any]:
    return make_record()
