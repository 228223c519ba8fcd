"""Sightings: a person or an organisation as one article knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sumber.merge.actors.names import form, initials, is_abbreviation, listed, tokens
from sumber.merge.actors.stated import Field, Told, find_open, find_told

_REGISTERED = ("person", "organization")
_SENTENCE_ENDS = ".!?:;\n\"“”'‘’(«"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One actor of one document. ``names`` are its mentions by name, each as it stands and as often as it stands.

    ``roles`` are role words with the name of the actor they are a role of; ``story`` is what the documents that tell
    the same share, if that is known. ``told`` is what the article says of it, with the characters; ``open`` what it
    leaves open, and of an organisation ``around`` are the countries that the article speaks of. ``called`` is how the
    record calls it.
    """

    document: str
    actor: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    roles: tuple[tuple[str, str | None], ...]
    published: str | None
    story: str | None
    mentions: int
    told: tuple[Told, ...] = ()
    open: tuple[Field, ...] = ()
    around: tuple[str, ...] = ()
    called: str = ""


def sightings(key: str, record: dict[str, Any], story: str | None) -> list[Sighting]:
    """The persons and organisations of a record that it calls by name; ``key`` is the document.

    States and groups stay out, and so do "a police spokesman" and "the government": nothing tells whether the one of
    tomorrow is the one of today.
    """
    called = {actor["id"]: actor["name"] for actor in record["actors"]}
    states = {actor["id"] for actor in record["actors"] if actor["kind"] == "state"}
    published = (record.get("published") or {}).get("from")
    found = []
    for actor in record["actors"]:
        kind = _kind(actor)
        if kind is None:
            continue
        names = tuple(name for name in _names(record, actor, states) if tokens(name, kind))
        if not names:
            continue
        own = _clean(actor["name"])
        left_open = find_open(actor)
        roles = tuple(dict.fromkeys((role["role"], called.get(role["of"])) for role in actor["roles"]))
        found.append(
            Sighting(
                document=key,
                actor=actor["id"],
                name=own if own in names else max(names, key=lambda name: (len(name), name)),
                names=names,
                kind=kind,
                country=actor["country"],
                sectors=tuple(actor["sectors"]),
                roles=roles,
                published=published,
                story=story,
                mentions=len(actor["mentions"]),
                told=find_told(record, actor),
                open=left_open,
                called=actor["name"],
                around=_around(record) if left_open and kind == "organization" else (),
            )
        )
    return found


def _around(record: dict[str, Any]) -> tuple[str, ...]:
    """The countries that an article speaks of, by their names, places or people."""
    return tuple(sorted({one["country"] for one in (*record["places"], *record["actors"]) if one["country"]}))


def _kind(actor: dict[str, Any]) -> str | None:
    """As what an actor is registered, if at all: a group only where the codebook knows it by name (Houthi)."""
    if actor["kind"] == "group" and listed(actor["name"]):
        return "organization"
    return actor["kind"] if actor["kind"] in _REGISTERED else None


def unpacked(kept: dict[str, Any], story: str | None) -> Sighting:
    """A sighting from what `dataclasses.asdict` made of it, as JSON gives it back, in the story its document is in."""
    lists = {name: tuple(kept.get(name, ())) for name in ("names", "sectors", "open", "around")}
    roles = tuple((words, of) for words, of in kept["roles"])
    told = tuple(Told(**one) for one in kept.get("told", ()))
    return Sighting(**{**kept, **lists, "roles": roles, "told": told, "story": story})


def blocks(sighting: Sighting) -> frozenset[str]:
    """Keys of which two sightings share one if they could be the same: words, abbreviations, the whole name.

    What the register says of a sighting depends on those alone that share a block with it, or with one that does.
    """
    body = sighting.kind != "person"
    keys: set[str] = set()
    for name in {sighting.name, *sighting.names}:
        words = form(name, sighting.kind)
        keys |= {word for word in words if len(word) > 1} | {"".join(words)}
        if body:
            keys |= {"".join(form(known, sighting.kind)) for known in listed(name)}
            keys |= frozenset() if is_abbreviation(name) else initials(name)
    return frozenset(f"{'o' if body else 'p'}:{key}" for key in keys)


def _names(record: dict[str, Any], actor: dict[str, Any], states: set[str]) -> Iterator[str]:
    for mention in actor["mentions"]:
        if mention.get("how", "name") == "name":
            yield _clean(record["text"][mention["start"] : mention["end"]])
    if actor["kind"] == "organization" and actor["country"] is not None:
        for role in actor["roles"]:
            if role["of"] in states and _is_proper(record["text"], role["start"], role["end"]):
                yield _clean(record["text"][role["start"] : role["end"]])


def _is_proper(text: str, start: int, end: int) -> bool:
    """An office with its state is a name where it is written as one: "Kementerian Luar Negeri China".

    At the head of a sentence the capital says nothing, and in a headline none does.
    """
    words = [word for word in text[start:end].split() if len(word) > 3]
    before = text[:start].rstrip(" ")[-1:]
    line = text[text.rfind("\n", 0, start) + 1 : start].split()
    headline = len(line) > 1 and all(word[:1].isupper() for word in line if len(word) > 3)
    return (
        len(words) > 1
        and before != ""
        and before not in _SENTENCE_ENDS
        and not headline
        and all(word[0].isupper() and not word.isupper() for word in words)
    )


def _clean(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")
