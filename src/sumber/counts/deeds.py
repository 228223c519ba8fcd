"""What happened to the people counted: the deed of their clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sumber.counts.nouns import Counted
from sumber.counts.words import CountedWords, Deed, low
from sumber.parse.syntax import base

_COMMAS = frozenset({",", "–", "—", "(", ")"})
_STOPS = frozenset({";", ":", '"', "“", "”"})
_OBJECTS = frozenset({"DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ"})
#: How far a deed may be from the figure, in tokens and penalties: to its left, to its right, and right of it where
#: people take part in something.
_LEFT, _RIGHT, _RIGHT_PART = 9, 14, 7


@dataclass(frozen=True, slots=True)
class Scene:
    """The text a figure stands in. ``text`` is the Doc's, which it would build anew at each call; ``others`` are the
    first tokens of its other figures.
    """

    doc: Doc
    text: str
    lang: str
    words: CountedWords
    others: frozenset[int]


@dataclass(frozen=True, slots=True)
class Found:
    """A deed with its first token and how far it is from the figure: less is nearer."""

    deed: Deed
    first: int
    cost: int


def deed_of(scene: Scene, start: int, counted: Counted) -> Found | None:
    """The nearest fitting deed to a figure that begins, with its bounds, at token ``start`` and counts ``counted``."""
    sentence = scene.doc[start].sent
    best: Found | None = None
    for first, last, deeds in _deeds_in(scene, sentence.start, sentence.end):
        for deed in deeds:
            cost = _cost(scene, first, last, deed, start, counted)
            if cost is not None and (best is None or cost < best.cost):
                best = Found(deed, first, cost)
    return best


def _deeds_in(scene: Scene, first: int, last: int) -> list[tuple[int, int, tuple[Deed, ...]]]:
    """All deed words between two tokens, the longest at each place."""
    found: list[tuple[int, int, tuple[Deed, ...]]] = []
    row = [low(token) for token in scene.doc[first:last]]
    at = 0
    while at < len(row):
        for size in range(min(scene.words.longest, len(row) - at), 0, -1):
            deeds = scene.words.deeds.get(tuple(row[at : at + size]))
            if deeds:
                found.append((first + at, first + at + size, deeds))
                at += size
                break
        else:
            at += 1
    return found


def _cost(scene: Scene, first: int, last: int, deed: Deed, start: int, counted: Counted) -> int | None:
    """How far a deed is from the figure; ``None`` where the counted stand on the wrong side of it, or too far."""
    if counted.first <= first < counted.last:
        return 0 if deed.side == "state" or (deed.side == "passive" and first == counted.first) else None
    if last <= start:
        return _cost_before(scene, first, last, deed, start, counted)
    if first < counted.last or deed.side == "active":
        return None
    if any(base(child.dep_) == "nsubj" and counted.last <= child.i < first for child in scene.doc[first].children):
        return None  # "fired at hundreds of protesters, and two people died"
    between = _without_parts(list(scene.doc[counted.last : first]), scene)
    weight = _weight(between, scene)
    if weight > (_RIGHT_PART if deed.what == "participants" else _RIGHT):
        return None
    if deed.side == "passive" and scene.lang == "en" and not _is_passive(scene, last, between):
        return None
    return weight - _bonus(first, last, counted, ("nsubj",))


def _cost_before(scene: Scene, first: int, last: int, deed: Deed, start: int, counted: Counted) -> int | None:
    """Of a deed left of the figure: a verb whose object is counted, or a state right before it."""
    between = list(scene.doc[last:start])
    weight = _weight(between, scene) + 3 * sum(low(token) in _COMMAS for token in between)
    if deed.side == "passive" or weight > (0 if deed.side == "state" else _LEFT):
        return None
    # "were killed and 30 ...": the participle after a form of be has no object
    if scene.lang == "en" and any(low(token) in scene.words.be for token in scene.doc[max(0, first - 2) : first]):
        return None
    return weight - _bonus(first, last, counted, ("obj", "nmod", "obl", "nsubj"))


def _without_parts(between: list[Token], scene: Scene) -> list[Token]:
    """The tokens without an insertion that only says who was among them (", including a boy,")."""
    if not between or low(between[0]) not in _COMMAS:
        return between
    end = next((at for at, token in enumerate(between) if at and low(token) in _COMMAS), None)
    if end is None:
        return between
    words = f" {' '.join(low(token) for token in between[1:end])} "
    return between[end + 1 :] if any(f" {phrase} " in words for phrase in scene.words.subset) else between


def _weight(between: Sequence[Token], scene: Scene) -> int:
    if any(low(token) in _STOPS for token in between):
        return 99
    commas = sum(low(token) in _COMMAS for token in between)
    crossed = sum(token.i in scene.others for token in between)
    verbs = sum(token.pos_ == "VERB" for token in between)
    return len(between) + 2 * commas + 3 * crossed + 4 * verbs


def _bonus(first: int, last: int, counted: Counted, relations: tuple[str, ...]) -> int:
    """Nearer where the tree, too, says that the counted noun is the deed's own argument."""
    head = counted.head
    if head is None:
        return 0
    own = first <= head.head.i < last and base(head.dep_) in relations
    return 8 if own else 0


def _is_passive(scene: Scene, last: int, between: Sequence[Token]) -> bool:
    """An English participle after a form of be, or right after the noun and without an object of its own."""
    if any(low(token) in scene.words.be for token in between):
        return True
    after = scene.doc[last] if last < len(scene.doc) else None
    following = [tuple(low(token) for token in scene.doc[last : last + size]) for size in (1, 2, 3)]
    bounded = any(words in scene.words.bounds for words in following)
    has_object = after is not None and (after.pos_ in _OBJECTS or bounded)
    return not has_object and not any(token.pos_ in ("VERB", "AUX") for token in between)
