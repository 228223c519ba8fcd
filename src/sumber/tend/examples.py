"""Whether a trigger does with its own example what its entry promises."""

from __future__ import annotations

from pathlib import Path

from sumber import codebook
from sumber.model import Actor, Event, Record
from sumber.tend.shape import LANGUAGES
from sumber.tend.trial import Trial, try_text
from sumber.what import load_lexicon
from sumber.what.lexicon import Trigger

DAY = "2024-05-03"  # the day that the examples are read as published on: a Friday


def triggers_of(overlay: Path | None) -> list[Trigger]:
    """The triggers of a folder of the user's own; of the whole codebook in force where none is given."""
    triggers = [trigger for lang in LANGUAGES for trigger in load_lexicon(lang).triggers]
    if overlay is None:
        return triggers
    own = {
        f"{lang}/what/{entry['rule']}.{file.stem}"
        for lang in LANGUAGES
        for file in sorted((overlay / lang / "triggers").glob("*.yaml"))
        for entry in codebook.read(file, str(file)) or ()
    }
    return [trigger for trigger in triggers if trigger.path in own]


def example_trouble(trigger: Trigger) -> str | None:
    """What the example does not give of what the entry promises; None where it keeps its promise."""
    trial = try_text(trigger.example, trigger.lang, DAY)
    event = next((event for event in trial.record.events if event.rule == trigger.path), None)
    if event is None:
        return f"the example gives no such event: {_instead(trigger, trial)}"
    if trigger.status is not None and event.status != trigger.status:
        return f"the example's event is {event.status}, not {trigger.status}: mend status or the example"
    for side, words, ids in (("actors", trigger.actors, event.actors),
                             ("recipients", trigger.recipients, event.recipients)):  # fmt: skip
        missing = [word for word in words if word.lower() not in _mentions(ids, trial.record)]
        if missing:
            return f"{side}: {', '.join(missing)} not found in the example, which gives {_given(event, trial.record)}"
    return None


def _instead(trigger: Trigger, trial: Trial) -> str:
    """Where the trigger's form was let go, or else what was found."""
    for attempt in trial.attempts:
        if attempt.rule == trigger.path:
            return f"‘{attempt.words}’: {attempt.why}"
    found = ", ".join(event.rule for event in trial.record.events)
    return f"none of its forms was met as it stands there; found: {found or 'nothing'}"


def _mentions(ids: tuple[str, ...], record: Record) -> str:
    actors: dict[str, Actor] = {actor.id: actor for actor in record.actors}
    spans = [mention for one in ids for mention in actors[one].mentions]
    return " | ".join(record.text[span.start : span.end] for span in spans).lower()


def _given(event: Event, record: Record) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    sides = [", ".join(names[one] for one in ids) or "nobody" for ids in (event.actors, event.recipients)]
    return f"{sides[0]} → {sides[1]}"
