"""Every trigger of the codebook codes its own example, with the parties the entry expects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sumber.model import Actor, Record
from sumber.what import load_lexicon
from sumber.what.lexicon import Trigger

TRIGGERS = [trigger for lang in ("id", "en") for trigger in load_lexicon(lang).triggers]


def _named(ids: tuple[str, ...], record: Record) -> str:
    actors: dict[str, Actor] = {actor.id: actor for actor in record.actors}
    return " | ".join(
        record.text[mention.start : mention.end] for one in ids for mention in actors[one].mentions
    ).lower()


@pytest.mark.parametrize("trigger", TRIGGERS, ids=lambda trigger: trigger.path)
def test_example(trigger: Trigger, code: Callable[..., Record]) -> None:
    record = code(trigger.example, trigger.lang, "2024-05-03")
    events = [event for event in record.events if event.rule == trigger.path]
    assert events, [(event.rule, event.why) for event in record.events]
    event = events[0]
    assert trigger.status is None or event.status == trigger.status
    actors, recipients = _named(event.actors, record), _named(event.recipients, record)
    assert [word for word in trigger.actors if word.lower() not in actors] == [], event.why
    assert [word for word in trigger.recipients if word.lower() not in recipients] == [], event.why
