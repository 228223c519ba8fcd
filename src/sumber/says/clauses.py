"""Stretches of text that may be content: what stands behind a cue, and how its edges are cut."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.says.frame import Frame
from sumber.says.quotes import Quote
from sumber.says.scene import VERBAL, Scene, Stretch

_EDGE = frozenset(",.;:!?—–-") | {"...", "…", "--"}


def right_of(scene: Scene, frame: Frame, limit: int, quotes: Sequence[Quote]) -> list[Stretch]:
    """Content behind the cue: a clause, a quotation, or what else the cue takes."""
    cue, first = frame.cue, frame.end
    if first >= limit:
        return _next_quote(scene, frame, quotes)
    opened = scene.low[first] in scene.frames["openers"] - scene.frames["deed_marks"]
    quoted = any(scene.starts[first] <= quote.start < scene.ends[limit - 1] for quote in quotes)
    colon = scene.low[first - 1] == ":" or (scene.lang == "id" and scene.low[frame.last] == ",")
    if cue.needs and not any(scene.low[i] in cue.needs for i in range(first, limit)):
        return []
    if cue.weak and not (opened or colon or quoted or _hangs(scene, frame, first, limit)):
        return []
    if not (opened or quoted or colon or _unmarked(scene, frame, limit)):
        return []
    if scene.lang == "en" and "person" in cue.takes and not opened and not quoted:
        first = _behind_person(scene, frame, first, limit)
    return trimmed(scene, first, limit, quotes)


def _unmarked(scene: Scene, frame: Frame, limit: int) -> bool:
    """Without opener, colon or quotation: is what stands behind the cue something that the cue takes?"""
    takes, first = frame.cue.takes, frame.end
    if scene.lang == "en" and scene.low[first] in scene.frames["deed_marks"]:
        return bool(takes & {"deed", "person"})
    if scene.low[first] in scene.frames["deed_marks"] or (scene.pos[first] in VERBAL and "deed" in takes):
        return True
    if _tells(scene, takes, first, limit):
        return True
    if frame.cue.stance in ("denies", "confirms") and _points_back(scene, first, limit):
        return False
    thing = "thing" in takes and (limit - first >= 2 or scene.pos[first] == "NUM")
    return thing or ("person" in takes and bool(frame.cue.needs))


def _hangs(scene: Scene, frame: Frame, first: int, limit: int) -> bool:
    """The parser hangs a clause of its own on the cue."""
    return any(scene.heads[i] == frame.first and scene.deps[i] in ("ccomp",) for i in range(first, limit))


def _tells(scene: Scene, takes: frozenset[str], first: int, limit: int) -> bool:
    """A clause: it has a verb or, in Indonesian, an adjective or ``sebagai`` as its predicate."""
    if has_verb(scene, first, limit):
        return True
    words = [i for i in range(first, limit) if scene.pos[i] not in ("PUNCT", "SPACE")]
    if len(words) < 2:
        return False
    if "clause" in takes:  # what such a cue takes is never a thing: a predicate the tagger missed
        return not _points_back(scene, first, limit)
    if scene.lang != "id":
        return False
    bare = "person" not in takes and scene.pos[words[-1]] == "ADJ"
    return bare or any(scene.low[i] in scene.frames["predicatives"] for i in words[1:])


def _points_back(scene: Scene, first: int, limit: int) -> bool:
    """``membantah tuduhan itu``, ``did not confirm the figures``: what is denied was told before, not here."""
    tokens = [i for i in range(first, limit) if scene.pos[i] not in ("PUNCT", "SPACE")]
    if len(tokens) > 2 or not tokens:
        return False
    pointers = scene.frames["pointers"]
    return scene.low[tokens[0]] in pointers or scene.low[tokens[-1]] in pointers


def _behind_person(scene: Scene, frame: Frame, first: int, limit: int) -> int:
    """Behind the person spoken to ("urged both sides | to hold fire", "accused Moscow | of shelling")."""
    marks = frame.cue.needs or {"to", "that", "whether", "if", "not"}
    for i in range(first + 1, min(limit, first + 15)):
        if scene.low[i] in marks:
            return i + 1 if frame.cue.needs else i
        if scene.pos[i] == "VERB":
            return first
    return first


def _next_quote(scene: Scene, frame: Frame, quotes: Sequence[Quote]) -> list[Stretch]:
    """``He said:`` at the end of its sentence or paragraph: the quotation that comes next is the content."""
    end = scene.ends[frame.sentence.last - 1]
    if scene.low[frame.sentence.last - 1] != ":":
        return []
    return next(([(q.start, q.end)] for q in quotes if q.start >= end and not scene.body[end : q.start].strip()), [])


def around(scene: Scene, frame: Frame, limit: int, before: Sequence[Frame], quotes: Sequence[Quote]) -> list[Stretch]:
    """Hearsay: the clause that the cue stands in, without the cue."""
    bound = max([f.end for f in before if f.end <= frame.begin], default=frame.sentence.first)
    if frame.negated or (
        frame.cue.weak and not (frame.end < limit and scene.low[frame.end] in scene.frames["openers"])
    ):
        return []
    bound = max([i + 1 for i in range(bound, frame.begin) if scene.low[i] in (";", "—", "–")], default=bound)
    left = trimmed(scene, bound, frame.begin, quotes)
    right = trimmed(scene, frame.end, limit, quotes)
    if "thing" in frame.cue.takes:
        return left
    told = any(scene.pos[i] in VERBAL or scene.pos[i] == "ADJ" for i in range(frame.end, limit))
    return left + right if right and told else []


def clause(scene: Scene, first: int, last: int, quotes: Sequence[Quote]) -> list[Stretch]:
    """The tokens as content where they can be a clause: a verb, or three words at least."""
    while first < last and (scene.low[first] in _EDGE or scene.is_blank(first)):
        first += 1
    if first >= last or not (has_verb(scene, first, last) or last - first >= 3):
        return []
    return trimmed(scene, first, last, quotes)


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """A verb or auxiliary among the tokens."""
    return any(scene.pos[i] in VERBAL for i in range(first, last))


def trimmed(scene: Scene, first: int, last: int, quotes: Sequence[Quote]) -> list[Stretch]:
    """The tokens as characters without stops and blanks at the edges; a quotation that begins inside is taken whole."""
    while first < last and (scene.low[first] in _EDGE or scene.is_blank(first)):
        first += 1
    while last > first and (
        scene.low[last - 1] in _EDGE or scene.is_blank(last - 1) or scene.low[last - 1] in scene.frames["coordinators"]
    ):
        last -= 1
    if first >= last:
        return []
    start, end = scene.characters(first, last)
    for quote in quotes:
        if start <= quote.start < end < quote.end:
            end = quote.end
        elif quote.start < start < quote.end <= end:
            start = quote.start
    return [(start, end)]
