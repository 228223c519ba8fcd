"""Deeds that are words: what is decided, promised, blamed or refused in passing, and what only looks like a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sumber.model import Record

Code = Callable[..., Record]
DAY = "2024-05-03"  # a Friday


def kinds(record: Record) -> list[tuple[str, str]]:
    return [(event.type, event.status) for event in record.events]


def parties(record: Record, number: int) -> tuple[set[str], set[str]]:
    names = {actor.id: actor.name.lower() for actor in record.actors}
    event = record.events[number]
    return {names[one] for one in event.actors}, {names[one] for one in event.recipients}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Japan decided to lift the sanctions against India on Monday."),
        ("en", "The parliament voted to lift the curfew on Monday."),
        ("id", "Jepang memutuskan untuk mencabut sanksi terhadap India, Senin."),
    ],
)
def test_words_decided_on_are_said(code: Code, lang: str, text: str) -> None:
    assert kinds(code(text, lang=lang, date=DAY)) == [("CONCEDE", "actual")]


def test_what_a_call_is_made_for_is_said_in_it(code: Code) -> None:
    record = code("The emir telephoned the Kenyan president to congratulate him.", lang="en", date=DAY)
    assert ("SUPPORT", "actual") in kinds(record)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The rebels said they would release 30 soldiers."),
        ("id", "Pemberontak mengatakan mereka akan membebaskan 30 tentara."),
    ],
)
def test_who_says_he_will_let_go_promises_it(code: Code, lang: str, text: str) -> None:
    assert kinds(code(text, lang=lang, date=DAY)) == [("AGREE", "actual")]


def test_what_another_says_of_a_release_is_a_plan(code: Code) -> None:
    record = code("The minister said the rebels would release 30 soldiers.", lang="en", date=DAY)
    assert kinds(record) == [("RETREAT", "planned")]


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("en", "The minister said that rebels were responsible.", "minister"),
        ("id", "Menteri mengatakan bahwa pemberontak bertanggung jawab.", "menteri"),
    ],
)
def test_blame_without_the_word(code: Code, lang: str, text: str, source: str) -> None:
    record = code(text, lang=lang, date=DAY)
    assert kinds(record) == [("ACCUSE", "actual")]
    actors, recipients = parties(record, 0)
    assert any(source in name for name in actors)
    assert recipients


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Hungary said it would not accept refugees.", "REJECT"),
        ("en", "Serbia refused to respond to a demand from the United Nations.", "REJECT"),
        ("en", "Fiji withdrew its peacekeepers from Sinai.", "SANCTION"),
        ("en", "Fiji withdrew its troops from Sinai.", "RETREAT"),
        ("id", "Hungaria tidak akan menerima pengungsi dari Italia.", "REJECT"),
    ],
)
def test_one_deed_of_the_right_type(code: Code, lang: str, text: str, kind: str) -> None:
    assert [event.type for event in code(text, lang=lang, date=DAY).events] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers released a statement on Monday.",
        "The alleged bombers live in Tripoli.",
        "Rebels were responsible for the harvest.",
    ],
)
def test_what_only_looks_like_a_deed(code: Code, text: str) -> None:
    assert kinds(code(text, lang="en", date=DAY)) == []
