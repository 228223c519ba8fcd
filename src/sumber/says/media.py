"""Which words name a medium, and what its name is without the words that only describe it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.codebook import entries
from sumber.model import Actor, Hop
from sumber.says.scene import Scene, Stretch

_SPLIT = re.compile(r"[^\w]+")
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Press:
    """What the codebook knows of media: names in words (lower case), describing phrases, words found in their names."""

    names: frozenset[tuple[str, ...]]
    longest: int
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    heads: frozenset[str]
    people: frozenset[str]
    name_words: frozenset[str]
    skip: frozenset[str]


def has_press_name(name: str) -> bool:
    """The name is on the list of outlets, or holds a word that only media have in their names."""
    known = press()
    return name_words(name) in known.names or any(word in known.name_words for word in name.split())


@cache
def press() -> Press:
    """The media lists of both languages together, for either quotes the other's press."""
    names: set[tuple[str, ...]] = set()
    before: set[tuple[str, ...]] = set()
    after: set[tuple[str, ...]] = set()
    sets: dict[str, set[str]] = {key: set() for key in ("heads", "not_media", "name_words", "skip")}
    for lang in LANGUAGES:
        raw = entries(lang, "says_media.yaml")
        before |= {tuple(words.split()) for words in raw["descriptors"]}
        after |= {tuple(words.split()) for words in raw["after"]}
        for key, words in sets.items():
            words.update(raw[key])
    for outlet in _outlets():
        for form in (outlet["name"], *outlet.get("aliases", ())):
            words_of = tuple(word for word in _SPLIT.split(str(form).lower()) if word)
            if words_of:
                names.add(words_of)
    ordered = [tuple(sorted(found, key=lambda words: (-len(words), words))) for found in (before, after)]
    return Press(
        names=frozenset(names),
        longest=max((len(words) for words in names), default=0),
        before=ordered[0],
        after=ordered[1],
        heads=frozenset(sets["heads"]),
        people=frozenset(sets["not_media"]),
        name_words=frozenset(sets["name_words"]),
        skip=frozenset(sets["skip"]),
    )


def _outlets() -> list[dict[str, Any]]:
    return list(entries("outlets", "outlets.yaml")["outlets"])


def name_words(name: str) -> tuple[str, ...]:
    """A name as lower-case words, for comparing: ``Detik.com`` and ``DETIK.COM`` are one."""
    return tuple(word for word in _SPLIT.split(name.lower()) if word)


def same_medium(one: str, other: str) -> bool:
    """Two names of one medium: the same words, an article and the ending of a web address set aside."""
    first, second = "".join(name_words(one)), "".join(name_words(other))
    if not first or not second:
        return False
    for ending in ("com", "id", "coid", "net", "org"):
        first, second = first.removesuffix(ending), second.removesuffix(ending)
    first, second = first.removeprefix("the"), second.removeprefix("the")
    return first == second


def find_medium(scene: Scene, span: Stretch, actors: Sequence[Actor], loose: bool = False) -> Hop | None:
    """The medium that the noun phrase names, or ``None``. With ``loose`` (behind a relay) any name will do."""
    first, last = scene.tokens_in(*span)
    if first >= last:
        return None
    known = press()
    phrase = " ".join(scene.low[first:last])
    lower = " ".join(word for word in scene.words[first:last] if word.islower())
    if any(_within(people, lower) for people in known.people):
        return None
    listed = _listed(scene, first, last, known)
    if listed:
        return _hop(scene, *listed, actors)
    start, end, described = _described(scene, first, last, known)
    if described:
        name = _name_in(scene, start, end)
        if name:
            return _hop(scene, *name, actors)
        return _hop(scene, first, last, actors) if any(_within(head, phrase) for head in known.heads) else None
    name = _name_in(scene, first, last)
    if name and all(scene.pos[i] == "ADJ" for i in range(*name)) and _is_press_actor(scene, name, actors):
        return _hop(scene, first, last, actors)  # "Egyptian media": a description, not a name
    if name and (
        (loose and scene.doc[name[0]].ent_type_ not in ("LOC", "PER"))
        or any(scene.words[i] in known.name_words for i in range(*name))
        or _is_press_actor(scene, name, actors)
    ):
        return _hop(scene, *name, actors)
    return None


def _within(words: str, phrase: str) -> bool:
    return f" {words} " in f" {phrase} "


def _listed(scene: Scene, first: int, last: int, known: Press) -> tuple[int, int] | None:
    """The longest run that the list of outlets has, with the capitalised words around it that are no place's name."""
    best: tuple[int, int] | None = None
    for i in range(first, last):
        if not scene.capital(i):
            continue
        for end in range(min(last, i + known.longest + 2), i, -1):
            if name_words(scene.text(i, end)) in known.names and (best is None or end - i > best[1] - best[0]):
                best = (i, end)
                break
    if best is None:
        return None
    start, end = best
    while start > first and scene.capital(start - 1) and not _places_it(scene, start - 1) and start - 1 > first:
        start -= 1
    while end < last and scene.capital(end):
        end += 1
    first, last, described = _described(scene, start, end, known)
    return (first, last) if described and any(scene.capital(i) for i in range(first, last)) else (start, end)


def _places_it(scene: Scene, at: int) -> bool:
    """A word that says where a medium is from ("Rusia TASS"): a short form outranks what stands before it."""
    return scene.doc[at].ent_type_ == "LOC" or scene.pos[at] == "ADJ" or scene.words[at + 1].isupper()


def _described(scene: Scene, first: int, last: int, known: Press) -> tuple[int, int, bool]:
    """The phrase without its describing words, and whether it had any."""
    here = set(scene.low[first:last])
    for words in known.before:
        if words[0] not in here:
            continue
        for at in range(first, last):
            if scene.has(at, words, last) and (scene.words[at].islower() or _opens_sentence(scene, at)):
                start = at + len(words)
                if any(scene.capital(i) for i in range(start, last)):
                    return start, last, True
                end = at
                return first, end, True
    for words in known.after:
        if words[0] not in here:
            continue
        for at in range(first + 1, last):
            if scene.words[at].islower() and scene.has(at, words, last):
                return first, at, True
    return first, last, False


def _opens_sentence(scene: Scene, at: int) -> bool:
    """The word has its capital from the beginning of a sentence, not from a name ("Radio Sabana")."""
    return at == 0 or scene.pos[at - 1] == "SPACE" or scene.low[at - 1] in (".", "!", "?", '"', "“", "”")


def _name_in(scene: Scene, first: int, last: int) -> tuple[int, int] | None:
    """The last run of capitalised words in the tokens, joined over ``of``, ``du``, ``the`` and hyphens."""
    runs: list[tuple[int, int]] = []
    joints = scene.frames["name_joints"]
    at = first
    while at < last:
        if scene.capital(at) and scene.low[at] not in press().skip and at not in scene.times:
            end = at + 1
            while end < last:
                if scene.capital(end) or scene.words[end].isdigit():
                    end += 1
                elif end + 1 < last and scene.capital(end + 1) and scene.low[end] in joints:
                    end += 2
                elif scene.low[end].partition("-")[0] in joints and "-" in scene.words[end][:-1]:
                    end += 1  # al-Hurr
                else:
                    break
            runs.append((at, end))
            at = end
        else:
            at += 1
    if not runs:
        return None
    start, end = runs[-1] if scene.lang == "id" else runs[0]
    return start, end


def _is_press_actor(scene: Scene, name: tuple[int, int], actors: Sequence[Actor]) -> bool:
    actor = actor_at(actors, scene.characters(*name))
    return actor is not None and actor.kind == "organization" and "JRN" in actor.sectors[:1]


def actor_at(actors: Sequence[Actor], span: Stretch) -> Actor | None:
    """The actor with the mention that shares most characters with the span; names before other mentions."""
    best: tuple[int, int, Actor] | None = None
    for actor in actors:
        for mention in actor.mentions:
            if mention.start < span[1] and span[0] < mention.end:
                shared = min(mention.end, span[1]) - max(mention.start, span[0])
                key = (shared, 1 if mention.how == "name" else 0)
                if best is None or key > best[:2]:
                    best = (*key, actor)
    return best[2] if best else None


def _hop(scene: Scene, first: int, last: int, actors: Sequence[Actor]) -> Hop:
    while first < last - 1 and scene.words[first] in scene.frames["articles"]:
        first += 1
    start, end = scene.characters(first, last)
    actor = actor_at(actors, (start, end))
    name = scene.body[start:end]
    if scene.low[first] in scene.frames["pointers"] or scene.low[last - 1] in scene.frames["pointers"]:
        name = _named_before(scene, start, actors) or name
    return Hop(name, start, end, actor.id if actor else None)


def _named_before(scene: Scene, start: int, actors: Sequence[Actor]) -> str | None:
    """``harian tersebut``, ``the agency``: the name of the last medium named shortly before."""
    named = [
        (mention.end, actor.name)
        for actor in actors
        if actor.name and actor.kind == "organization" and "JRN" in actor.sectors[:1]
        for mention in actor.mentions
        if mention.how == "name" and start - 400 < mention.end <= start
    ]
    return max(named)[1] if named else None
