"""What an HTML page states about itself. Only what it states: a date worked out from hints is left to `when/`.

The day of publication is read from JSON-LD, from the head's meta elements, and from time elements marked as such, in
that order (the names are in ``codebook/outlets/page.yaml``). Last comes htmldate, whose answer counts only where the
page itself gives that day in a meta or time element: else it guesses, wrongly on a quarter of the pages.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from trafilatura import extract_metadata

from sumber.codebook import entries

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MAX_JSON = 500_000  # characters of one JSON-LD element that are parsed
_HTMLDATE = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page says of itself; ``published`` is the ISO day as written there."""

    title: str | None
    outlet: str | None
    author: str | None
    url: str | None
    published: str | None


def find_metadata(tree: Any) -> PageMetadata:
    """Title, site, author, address and day of publication of a parsed page."""
    known = extract_metadata(tree, None, dict(_HTMLDATE), False)
    host = urlsplit(known.url).hostname if known.url and known.url.startswith("http") else None
    return PageMetadata(
        title=_line(known.title),
        outlet=_line(known.sitename) or (host or "").removeprefix("www.") or None,
        author=_line(known.author),
        url=known.url or None,
        published=_published(tree, known.date),
    )


def _published(tree: Any, guess: str | None) -> str | None:
    for stated in (*_json_dates(tree), *_meta_dates(tree), *_time_dates(tree)):
        day = _day(stated)
        if day:
            return day
    if guess and any(guess in words for words in _all_stated(tree)):
        return _day(guess)
    return None


def _json_dates(tree: Any) -> Iterator[str]:
    """``datePublished`` of the page's JSON-LD, wherever it stands in it."""
    names = tuple(_names()["json_ld"])
    for script in tree.xpath("//script[@type='application/ld+json']"):
        words = script.text or ""
        if len(words) > _MAX_JSON:
            continue
        try:
            waiting: list[Any] = [json.loads(words, strict=False)]
        except (ValueError, RecursionError):  # broken JSON-LD is common, and the page has other places for its date
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, dict):
                yield from (value[name] for name in names if isinstance(value.get(name), str))
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)


def _meta_dates(tree: Any) -> Iterator[str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and meta.get("content"):
                found.setdefault(name, meta.get("content"))
    yield from (found[name] for name in _names()["meta"] if name in found)


def _time_dates(tree: Any) -> Iterator[str]:
    for element in tree.iter("time"):
        if (element.get("itemprop") or "").lower() in _names()["itemprop"] or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or ""


def _all_stated(tree: Any) -> Iterator[str]:
    yield from (meta.get("content") or "" for meta in tree.iter("meta"))
    yield from (element.get("datetime") or "" for element in tree.iter("time"))


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = entries("outlets", "page.yaml")
    return names


def _day(words: str) -> str | None:
    found = _ISO_DAY.match(words.strip().replace("/", "-"))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None
