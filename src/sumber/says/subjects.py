"""Noun phrases before a cue: the subject of a verb of saying."""

from __future__ import annotations

from sumber.says.phrases import begins, is_noun_after_all, right_phrase
from sumber.says.scene import BREAKS, MARKS, NOMINAL, Scene

_LEADS = frozenset({"CCONJ", "ADV", "PUNCT", "SPACE", "INTJ"})


def left_phrase(scene: Scene, bound: int, verb: int) -> tuple[int, int] | None:
    """The subject of the cue ``verb`` to its left, not before ``bound``: [first, last), or ``None``."""
    found = _left_phrase(scene, hard_bound(scene, bound, verb), verb)
    if found and not any(scene.pos[i] in ("NOUN", "PROPN", "PRON", "NUM", "DET", "X") for i in range(*found)):
        return None
    return found


def past_relative(scene: Scene, first: int, bound: int, verb: int) -> tuple[int, int] | None:
    """The subject before a relative clause that has a cue of its own and ends at ``bound`` or behind it: "the group,
    which condemned the raid, counted 30 dead"; ``None`` where the verb follows no such clause."""
    child = _tree_subject(scene, first, verb)
    if child is None or child >= bound or scene.low[verb - 1] != ",":
        return None
    start = _phrase_start(scene, child, first)
    end = right_phrase(scene, start, verb)
    return (start, end) if child < end < bound and scene.low[end] == "," else None


def _left_phrase(scene: Scene, bound: int, verb: int) -> tuple[int, int] | None:
    if verb - 1 > bound and scene.low[verb - 1] in scene.frames["coordinators"]:
        return _first_phrase(scene, segments(scene, bound, verb), verb)
    child = _tree_subject(scene, bound, verb)
    pieces = segments(scene, bound, verb)
    if not pieces:
        return None
    near_first, near_last = pieces[-1]
    if near_last == verb:
        start = _skip_lead(scene, near_first, near_last)
        if start is not None and not _has_verb(scene, start, verb):
            end = right_phrase(scene, start, verb)
            if end > start and (child is None or start <= child < end or len(pieces) == 1):
                return start, end
    if child is not None:
        start = _phrase_start(scene, child, bound)
        end = right_phrase(scene, start, verb)
        return (start, end) if end > child else (child, max(right_phrase(scene, child, verb), child + 1))
    return _first_phrase(scene, pieces, verb)


def _first_phrase(scene: Scene, pieces: list[tuple[int, int]], verb: int) -> tuple[int, int] | None:
    """The first noun phrase that opens one of the parts."""
    for first, last in pieces:
        start = _skip_lead(scene, first, last)
        if start is not None:
            end = right_phrase(scene, start, verb)
            if end > start:
                return start, end
    return None


def _tree_subject(scene: Scene, bound: int, verb: int) -> int | None:
    """The parser's subject of the verb (or of the verb it is coordinated with), where it stands left of it."""
    for candidate in (verb, scene.heads[verb] if scene.deps[verb] in ("conj", "aux", "xcomp") else verb):
        found = [
            i
            for i in range(bound, verb)
            if scene.heads[i] == candidate and scene.deps[i].startswith("nsubj") and scene.pos[i] in NOMINAL
        ]
        if found:
            return found[-1]
    return None


def _phrase_start(scene: Scene, head: int, bound: int) -> int:
    """The leftmost token of the unbroken run before ``head`` that hangs on it, directly or not."""
    start = head
    while start - 1 >= bound:
        at, steps = start - 1, 0
        up = at
        while up != head and scene.heads[up] != up and steps < 8:
            up, steps = scene.heads[up], steps + 1
        comma = scene.low[at] == "," and not _describes(scene, at - 1, head)
        if up != head or comma or scene.pos[at] in ("ADV", "CCONJ", "SCONJ"):
            break
        start = at
    while start < head and scene.pos[start] in ("ADP", "PUNCT"):
        start += 1
    return start


def _describes(scene: Scene, noun: int, head: int) -> bool:
    """What a name is, set before it with a comma: "the rebel commander, Abel Orin"."""
    return scene.pos[noun] == "NOUN" and scene.heads[noun] == head and scene.deps[noun] == "nmod:desc"


def hard_bound(scene: Scene, bound: int, verb: int) -> int:
    """The earliest beginning of the clause that ends at ``verb``: behind a dash, a mark or a breaking word."""
    for i in range(verb - 1, bound - 1, -1):
        word = scene.low[i]
        if word in BREAKS and not (word == "-" and scene.starts[i] == scene.ends[i - 1]):
            return i + 1
        if word in MARKS and i + 1 < verb and _speech_mark(scene, i):
            return i + 1
        if word in scene.frames["alone"]:
            return i + 1
        if word in scene.frames["breakers"] and i > bound and scene.low[i - 1] == ",":
            return i + 1
    return bound


def _speech_mark(scene: Scene, at: int) -> bool:
    """A quotation mark with a stop before it or behind it, so not one around a name or an expression."""
    return (at > 0 and scene.low[at - 1] in (",", ".", "!", "?")) or scene.low[at + 1] == ","


def segments(scene: Scene, first: int, last: int) -> list[tuple[int, int]]:
    """The parts between commas, empty ones left out."""
    parts: list[tuple[int, int]] = []
    start = first
    for i in range(first, last + 1):
        if i == last or scene.low[i] == ",":
            if i > start:
                parts.append((start, i))
            start = i + 1
    return parts


def _skip_lead(scene: Scene, first: int, last: int) -> int | None:
    """Past the adverbs, times and little words that open a segment; ``None`` where it is adverbial as a whole."""
    at = first
    while at < last:
        if at in scene.times:
            at = scene.times[at]
        elif _is_lead(scene, at, first, last):
            at += 1
        else:
            break
    if at >= last:
        return None
    if scene.low[at] in scene.frames["relatives"] or scene.pos[at] in ("ADP", "SCONJ"):
        return None
    return at if begins(scene, at) else None


def _is_lead(scene: Scene, at: int, first: int, last: int) -> bool:
    """An adverb, a conjunction or a mark (capitalised only at the head), or a word that opens no phrase."""
    if scene.low[at] in scene.frames["not_source"] and not _starts_phrase(scene, at, last):
        return True
    if scene.pos[at] not in _LEADS:
        return False
    return not scene.capital(at) or (at == first and scene.pos[at] in ("CCONJ", "ADV"))


def _starts_phrase(scene: Scene, at: int, last: int) -> bool:
    """``That minister`` and its like: a demonstrative before a noun."""
    return scene.lang == "en" and at + 1 < last and scene.pos[at] in ("DET", "PRON") and scene.pos[at + 1] == "NOUN"


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    verbs = [i for i in range(first, last) if scene.pos[i] == "VERB" and not scene.capital(i)]
    return any(not is_noun_after_all(scene, i, first, last) for i in verbs)
