"""An affair and all that can be told of it: where, when, who, how many, and what people say, in both languages.

Countries, towns and agencies are real; persons, groups, figures and all that happens are invented. Natural
disasters are left out: the program reads politics and conflict.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from evaluate.lineage.data import LANGS, Facts, Words, names, phrases

VIOLENT = ("clash", "strike", "arrest", "protest")
CALM = ("summit", "exercise", "sanctions")
_FIRST_DAY = datetime.date(2023, 1, 2)
_DAYS = 700
_BODIES = {"clash": "military_body", "strike": "military_body", "arrest": "police_body", "protest": "police_body"}
_THINGS = ("daypart", "weapon", "target", "charge", "demand", "topic", "drill", "measure", "direction")


@dataclass(frozen=True, slots=True)
class Story:
    """One affair: its type, its day, and the words for everything its templates ask for."""

    affair: str
    day: datetime.date
    facts: Facts
    country: dict[str, Any]


def draw_story(rng: Random) -> Story:
    """A new affair."""
    affair = rng.choice(VIOLENT + CALM)
    day = _FIRST_DAY + datetime.timedelta(rng.randrange(_DAYS))
    country = rng.choice(names()["countries"])
    power = rng.choice(names()["powers"])
    facts = _place(rng, country) | _power(rng, power) | _days(rng, day) | _scale(rng)
    facts |= {thing: _value(rng, thing, facts) for thing in _THINGS}
    facts["affair"] = _value(rng, f"affair_{affair}", facts)
    facts["group"] = _value(rng, "armed_group" if affair in ("clash", "strike") else "civil_group", facts)
    facts |= _people(rng, country, ("leader", "minister"), [])
    office = _value(rng, "office", facts)
    facts["minister"] = Words(*(f"{office.of(lang)} {facts['minister'].of(lang)}" for lang in LANGS))
    facts["dateline"] = facts["other_capital"] if affair == "sanctions" else facts["town"]
    return retold(rng, Story(affair, day, facts, country))


def retold(rng: Random, story: Story) -> Story:
    """The same affair as another reporter met it: another toll, other witnesses, other quotes."""
    facts = dict(story.facts)
    facts |= {slot: Words(*(_number(count, lang) for lang in LANGS)) for slot, count in _tolls(rng).items()}
    for place in ("job", "hospital", "ngo", "institute"):
        facts[place] = _value(rng, place, facts)
    known = [facts[f"{slot}_last"].id for slot in ("leader", "minister")]
    facts |= _people(rng, story.country, ("witness", "doctor", "analyst", "spokes"), known)
    facts["age"] = Words(*[str(rng.randrange(20, 78))] * 2)
    facts |= _official(rng, story.affair, facts)
    calm = "official_calm" if story.affair in CALM else "official_violent"
    for slot, said_by in (("official", calm), ("witness", "witness"), ("leader", "leader"), ("analyst", "analyst")):
        facts[f"{slot}_quote"] = _value(rng, said_by, facts, "quotes")
    return replace(story, facts=facts)


def _place(rng: Random, country: dict[str, Any]) -> Facts:
    town, region_id, region_en = rng.choice(country["towns"])
    before, after = country["division"]
    return {
        "town": Words(town, town),
        "region": Words(region_id, region_en),
        "province": Words(f"{before} {region_id}", f"{region_en} {after}"),
        "country": Words(country["id"], country["en"]),
        "adj": Words(country["id"], country["adj"]),
        "capital": Words(*country["capital"]),
    }


def _power(rng: Random, power: dict[str, Any]) -> Facts:
    name = rng.choice(power["person"])
    titles = phrases("id")["minister_of"], phrases("en")["minister_of"]
    return {
        "other": Words(power["id"], power["en"]),
        "other_adj": Words(power["id"], power["adj"]),
        "other_capital": Words(*power["capital"]),
        "other_minister": Words(
            titles[0].format(other=power["id"], name=name), titles[1].format(other=power["adj"], name=name)
        ),
        "other_last": Words(*[name.split()[-1]] * 2),
    }


def _days(rng: Random, day: datetime.date) -> Facts:
    later = day + datetime.timedelta(rng.randrange(2, 6))
    month = rng.randrange(12)
    hour, minute = rng.randrange(24), rng.choice((0, 10, 15, 20, 30, 40, 45, 50))
    return {
        "day": weekday(day),
        "later": weekday(later),
        "month": Words(phrases("id")["months"][month], phrases("en")["months"][month]),
        "year": Words(*[str(rng.randrange(1996, 2022))] * 2),
        "clock": Words(f"{hour:02d}.{minute:02d}", f"{hour:02d}:{minute:02d}"),
    }


def weekday(day: datetime.date) -> Words:
    """A day as reports name it: "Selasa (13/5)", "Tuesday"."""
    indonesian, english = (phrases(lang)["weekdays"][day.weekday()] for lang in LANGS)
    return Words(f"{indonesian} ({day.day}/{day.month})", english)


def _scale(rng: Random) -> Facts:
    """Figures that all reports of an affair share."""
    counts = {
        "troops": rng.randrange(3, 80) * 50,
        "days": rng.randrange(2, 10),
        "trucks": rng.randrange(3, 40),
        "km": rng.randrange(12, 680),
        "years": rng.randrange(2, 16),
        "earlier": rng.randrange(41, 900),
        "population": rng.randrange(8, 400) * 1000,
        "amount": rng.randrange(12, 950),
        "officials": rng.randrange(3, 60),
    }
    return {slot: Words(*(_number(count, lang) for lang in LANGS)) for slot, count in counts.items()}


def _tolls(rng: Random) -> dict[str, int]:
    killed = rng.randrange(2, 38)
    return {
        "killed": killed,
        "injured": killed + rng.randrange(3, 60),
        "arrested": rng.randrange(11, 160),
        "missing": rng.randrange(2, 30),
        "crowd": rng.randrange(12, 400) * 100,
    }


def _people(rng: Random, country: dict[str, Any], slots: Sequence[str], known: Sequence[str]) -> Facts:
    """A person for each slot, all with different family names, for reports call them by these alone."""
    free = [family for family in country["family"] if family not in known]
    facts: Facts = {}
    for slot, family in zip(slots, rng.sample(free, len(slots)), strict=True):
        name = f"{rng.choice(country['given'])} {family}"
        facts |= {slot: Words(name, name), f"{slot}_last": Words(family, family)}
    return facts


def _official(rng: Random, affair: str, facts: Facts) -> Facts:
    """Who speaks for the government, with a rank where a body in uniform speaks."""
    body = _value(rng, _BODIES.get(affair, "civil_body"), facts)
    rank = _value(rng, "rank", facts) if affair in VIOLENT else Words("", "")
    named = [
        phrases(lang)["spokesperson"].format(
            body=body.of(lang).removeprefix("the "), rank=f"{rank.of(lang)} ".lstrip(), name=facts["spokes"].of(lang)
        )
        for lang in LANGS
    ]
    return {"spokes": Words(*named), "body": body}


def _value(rng: Random, kind: str, facts: Facts, table: str = "values") -> Words:
    number = rng.randrange(len(phrases("id")[table][kind]))
    slots = {lang: {slot: words.of(lang) for slot, words in facts.items()} for lang in LANGS}
    return Words(*(phrases(lang)[table][kind][number].format_map(slots[lang]) for lang in LANGS))


def _number(count: int, lang: str) -> str:
    """A count as newspapers print it: small ones in words, large ones with their thousands marked."""
    if 2 <= count < 10:
        word: str = phrases("id" if lang == "id" else "en")["numbers"][count - 2]
        return word
    grouped = f"{count:,}"
    return grouped.replace(",", ".") if lang == "id" else grouped
