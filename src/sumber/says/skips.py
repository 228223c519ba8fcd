"""The words between source, cue and content that belong to none of them: times, addressees, channels, relays."""

from __future__ import annotations

from sumber.says.cues import lexicon
from sumber.says.phrases import right_phrase
from sumber.says.scene import MARKS, VERBAL, Scene


def previous(scene: Scene, at: int, bound: int) -> str:
    """The word before the token, blanks left out; empty at the bound."""
    at -= 1
    while at >= bound and scene.is_blank(at):
        at -= 1
    return scene.low[at] if at >= bound else ""


def skip_frame(scene: Scene, at: int, last: int, to_content: bool = False, bare: bool = False) -> int:
    """The first token behind the times, addressees, channels, relative clauses and relays that follow source or cue.

    With ``to_content`` the content follows: a comma is passed too, and an opener further on is where it begins.
    With ``bare`` no other adverbial is passed.
    """
    frames = scene.frames
    if to_content:
        opener = _opener(scene, at, last)
        if opener is not None:
            return opener
    start = at
    while at < last:
        word = scene.low[at]
        if at in scene.times:
            at = scene.times[at]
        elif word == "(" and at > start - 1:
            closing = next((i for i in range(at, min(at + 8, last)) if scene.low[i] == ")"), at)
            if closing == at:
                break
            at = closing + 1
        elif scene.is_blank(at):
            at += 1
        elif scene.pos[at] == "ADP" and at + 1 in scene.times:
            at = scene.times[at + 1]
        elif word in frames["addressee"] or (scene.pos[at] == "ADP" and _is_channel(scene, at, last)):
            end = right_phrase(scene, at + 1, last)
            if end == at + 1:
                break
            at = end
        elif (
            (word in frames["relatives"] and word not in frames["strict_openers"])
            or (word in frames["comparers"] and at + 1 < last and not (to_content or bare))
            or (scene.pos[at] in ("ADV", "SCONJ", "ADP") and not (to_content or bare))
        ):
            at = _segment_end(scene, at, last)
        elif word == "," and _continues_frame(scene, at + 1, last):
            at += 1
        else:
            break
    if to_content:
        while at < last and scene.low[at] in (",", ":"):
            at += 1
    return at


def _opener(scene: Scene, at: int, last: int) -> int | None:
    """The word that opens the content, where only frame words stand between it and the cue."""
    openers, commas = scene.frames["strict_openers"], 0
    for i in range(at, min(last, at + 25)):
        if scene.low[i] in openers and scene.pos[i] not in ("PRON", "DET"):
            return i
        if scene.low[i] == ",":
            commas += 1
        elif scene.low[i] in MARKS:
            return None
        elif scene.pos[i] in VERBAL and commas % 2 == 0 and scene.low[i - 1] not in scene.frames["relatives"]:
            return None  # a verb outside a parenthesis between commas: the content has begun without an opener
    return None


def _segment_end(scene: Scene, at: int, last: int) -> int:
    """The next comma or opener, or the end."""
    for i in range(at + 1, last):
        if scene.low[i] in (",", ".", ";") or scene.low[i] in MARKS:
            return i
        if scene.low[i] in scene.frames["strict_openers"] and scene.pos[i] not in ("PRON", "DET"):
            return i
    return last


def _is_channel(scene: Scene, at: int, last: int) -> bool:
    """A preposition whose noun is a channel of speech rather than part of what is said."""
    for i in range(at + 1, min(at + 6, last)):
        if scene.low[i] in scene.frames["channels"]:
            return True
        if scene.pos[i] in VERBAL or scene.pos[i] == "PUNCT":
            return False
    return False


def _continues_frame(scene: Scene, at: int, last: int) -> bool:
    """Behind a comma: still the frame (a time, a relay, a relative clause), not content."""
    if at >= last:
        return False
    word = scene.low[at]
    frames = scene.frames
    return (
        at in scene.times
        or word in frames["relatives"]
        or (word in frames["relay_heads"] and word not in frames["coordinators"])
        or any(cue.kind == "relay" for _, cues in lexicon(scene.lang).get(word, ()) for cue in cues)
    )


def is_negated(scene: Scene, first: int, bound: int) -> bool:
    """A negation stands right before the token, with adverbs and auxiliaries between at most."""
    for i in range(first - 1, max(bound, first - 4) - 1, -1):
        if scene.low[i] in scene.frames["negations"]:
            return True
        if scene.pos[i] in ("PUNCT", "NOUN", "PROPN", "VERB"):
            return False
    return False
