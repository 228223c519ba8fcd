"""A text as an outlet prints it: title, time, dateline, paragraphs, credit and what else stands on a page."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from evaluate.lineage.data import Lang, Words, common_words, fill, names, phrases, templates
from evaluate.lineage.facts import Story

#: Shares of copies that name their source in each way; the rest credit nobody.
_CREDIT_WAYS = (("dateline", 0.22), ("lede", 0.22), ("line", 0.22))


@dataclass(frozen=True, slots=True)
class Medium:
    """An outlet or agency: its name in full, as datelines have it, and as initials."""

    name: str
    short: str
    lang: Lang
    initials: str = ""

    @property
    def is_agency(self) -> bool:
        """Agencies have initials for closing credits."""
        return bool(self.initials)


def outlets() -> list[Medium]:
    """All outlets that are no agency."""
    return [Medium(row["name"], row["short"], row["lang"]) for row in names()["outlets"]]


def agencies() -> list[Medium]:
    """The agencies whose wires are copied."""
    return [Medium(row["name"], row["name"], row["lang"], row["initials"]) for row in names()["agencies"]]


@dataclass(frozen=True, slots=True)
class Page:
    """What is printed. `source` is whom a copy may credit; an original has none."""

    outlet: Medium
    published: datetime.date
    title: str
    paragraphs: Sequence[str]
    source: Medium | None


def print_page(rng: Random, page: Page, story: Story) -> str:
    """The whole article, one block a line and a blank line between paragraphs."""
    way = _credit_way(rng) if page.source else ""
    body = list(page.paragraphs)
    if way == "lede" and page.source:
        body[0] = _credited_lede(rng, body[0], page.source.name, page.outlet.lang)
    credit = page.source if way == "dateline" else None
    body[0] = f"{_dateline(rng, page, story, credit)}{body[0]}"
    closing = _closing(rng, page, page.source if way == "line" else None)
    if closing.startswith("(") and rng.random() < 0.5:  # "... he said. (AFP)"
        body[-1], closing = f"{body[-1]} {closing}", ""
    facts = {**story.facts, "outlet": Words(*[page.outlet.name] * 2), "printed_year": Words(*[str(story.day.year)] * 2)}
    related = _furniture(rng, "related", facts, page.outlet.lang, 0.35)
    if related and len(body) > 4 and rng.random() < 0.5:
        body.insert(rng.randrange(3, len(body)), related)
        related = ""
    footer = _furniture(rng, "footer", facts, page.outlet.lang, 0.45)
    return "\n\n".join(part for part in ("\n".join(_head(rng, page)), *body, closing, related, footer) if part)


def new_title(rng: Random, story: Story, lang: Lang) -> str:
    """A headline for the affair."""
    return fill(rng.choice(templates(lang)["titles"][story.affair]), story.facts, lang)


def _head(rng: Random, page: Page) -> list[str]:
    """Title, now and then doubled or under a time stamp."""
    clock = f"{rng.randrange(5, 23):02d}:{rng.randrange(60):02d}"
    stamp = f"{page.outlet.name} - {page.published:%d/%m/%Y}, {clock}"
    chance = rng.random()
    if chance < 0.15 and page.outlet.lang == "id":
        return [f"{stamp} WIB", page.title]
    return [page.title, page.title] if chance < 0.25 else [page.title]


def _dateline(rng: Random, page: Page, story: Story, credit: Medium | None) -> str:
    """ "JUBA (AFP) - ", "MOSKOW, ARUS TIMUR - ", "Straits Ledger, Kyiv - ", or none."""
    place = story.facts["dateline"].of(page.outlet.lang)
    if credit or page.outlet.is_agency:
        agency = (credit or page.outlet).name
        day = page.published
        month = phrases("en")["months"][day.month - 1]
        dated = f"{place.upper()}, {month} {day.day}" if page.outlet.lang == "en" else place
        return f"{rng.choice((place.upper(), dated))} ({agency}) - "
    short = page.outlet.short
    forms = (f"{place.upper()}, {short} - ", f"{short}, {place} - ", f"{place.upper()} - ", "")
    return rng.choice(forms)


def _credited_lede(rng: Random, lede: str, source: str, lang: Lang) -> str:
    """ "Dilansir dari AFP, polisi …", "… died, AFP reported."; a name at the head keeps its capital."""
    credits: dict[str, Any] = phrases(lang)["credits"]
    if credits["lede_start"] and rng.random() < 0.5:
        small = lede.split()[0].lower() in common_words(lang)
        opening: str = rng.choice(credits["lede_start"]).format(source=source)
        return opening + (lede[0].lower() + lede[1:] if small else lede)
    first, stop, rest = lede.partition(". ")
    return f"{first.removesuffix('.')}{rng.choice(credits['lede_end']).format(source=source)}{stop or '.'}{rest}"


def _closing(rng: Random, page: Page, credit: Medium | None) -> str:
    """The last line: the source, or those who made the page, or nothing."""
    lang = page.outlet.lang
    name: str = rng.choice(names()["staff"][lang])
    staff = "".join(part[0] for part in name.split()).lower() + name[-1]
    if credit:
        form = rng.choice(phrases(lang)["credits"]["line" if credit.is_agency else "line_outlet"])
        return str(form.format(source=credit.name, initials=credit.initials, staff=staff))
    if rng.random() < 0.5 or page.outlet.is_agency:
        return ""
    return str(rng.choice(phrases(lang)["byline"]).format(name=name, staff=staff.upper()))


def _furniture(rng: Random, kind: str, facts: dict[str, Words], lang: Lang, share: float) -> str:
    return fill(rng.choice(phrases(lang)["furniture"][kind]), facts, lang) if rng.random() < share else ""


def _credit_way(rng: Random) -> str:
    chance = rng.random()
    for way, share in _CREDIT_WAYS:
        if chance < share:
            return way
        chance -= share
    return ""
