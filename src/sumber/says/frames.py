"""All frames of a sentence: every cue of the codebook with its source, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.says.cues import Cue, lexicon
from sumber.says.frame import Frame, Shape
from sumber.says.phrases import right_phrase
from sumber.says.scene import MARKS, VERBAL, Scene, Sentence
from sumber.says.skips import is_negated, previous, skip_frame
from sumber.says.verbs import verb_frame


def find_frames(scene: Scene, sentence: Sentence, spoken: Sequence[bool]) -> list[Frame]:
    """The frames of one sentence in text order. Where ``spoken[i]`` (inside a quotation) no cue is sought."""
    found: list[Frame] = []
    at = sentence.first
    while at < sentence.last:
        frame = None
        if not spoken[at]:
            for last, cue in _hits(scene, sentence, at):
                frame = _frame(scene, sentence, cue, at, last, found)
                if frame:
                    break
        if frame:
            found.append(frame)
            at = frame.last
        else:
            at += 1
    return found


def _hits(scene: Scene, sentence: Sentence, at: int) -> Iterator[tuple[int, Cue]]:
    """The cues that stand at the token, the longest form first."""
    for words, cues in lexicon(scene.lang).get(scene.low[at], ()):
        if scene.has(at, words, sentence.last):
            for cue in cues:
                yield at + len(words), cue


def _frame(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int, before: Sequence[Frame]) -> Frame | None:
    """A frame of the cue's kind; a verb that opens the sentence may be the noun it looks like ("Reports that …")."""
    if cue.kind == "verb" and first == sentence.first and scene.low[last : last + 1] == ["that"]:
        return None
    if _anonymous(scene, sentence, first) or _is_name(scene, sentence, first):
        return None
    if cue.kind == "verb":
        return verb_frame(scene, sentence, cue, first, last, before)
    if cue.kind == "inverted":
        return _inverted(scene, sentence, cue, first, last)
    if cue.kind == "tail":
        return _behind(scene, sentence, cue, first, last, "post")
    if cue.kind == "preposition":
        return _preposition(scene, sentence, cue, first, last)
    if cue.kind == "passive":
        return _passive(scene, sentence, cue, first, last)
    if cue.kind == "noun":
        return _noun(scene, sentence, cue, first, last)
    if cue.needs and not (
        previous(scene, first, sentence.first) in cue.needs or (last < sentence.last and scene.capital(last))
    ):
        return None
    return Frame(cue, sentence, "relay", first, last, None, first, last)


def _is_name(scene: Scene, sentence: Sentence, first: int) -> bool:
    """A capital within the sentence ("police chief Sayed Kamal"): a name, whatever it looks like."""
    return scene.capital(first) and previous(scene, first, sentence.first).isalpha()


def _anonymous(scene: Scene, sentence: Sentence, first: int) -> bool:
    heads, phrases = scene.frames.heads["anonymity"], scene.frames.phrases["anonymity"]
    return any(
        at >= 0 and scene.low[at] in heads and any(scene.has(at, words, sentence.last) for words in phrases)
        for at in (first, first - 1)
    )


def _inverted(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int) -> Frame | None:
    prior = previous(scene, first, sentence.first)
    if not prior and not cue.clitic and scene.capital(first):
        end = right_phrase(scene, last, sentence.last)
        if end < sentence.last and scene.low[end] != ",":
            return None
    if (
        prior
        and prior not in (",", ")", "?", "!", ".")
        and prior not in MARKS
        and prior not in scene.frames["lead_ins"]
    ):
        return None
    return _behind(scene, sentence, cue, first, last, "post")


def _behind(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int, shape: Shape) -> Frame | None:
    """The source stands right behind the cue, or is the clitic at its end."""
    begin = first - 1 if previous(scene, first, sentence.first) in scene.frames["lead_ins"] else first
    if cue.clitic:
        stretch = (scene.ends[last - 1] - 3, scene.ends[last - 1])
        return Frame(
            cue, sentence, shape, first, last, None, begin, skip_frame(scene, last, sentence.last), clitic=stretch
        )
    start = last + 1 if last < sentence.last and scene.low[last] in scene.frames["agent"] else last
    if start < sentence.last and scene.low[start] in scene.frames["relatives"]:
        return None
    end = right_phrase(scene, start, sentence.last)
    if end == start:
        return None
    return Frame(cue, sentence, shape, first, last, (start, end), begin, skip_frame(scene, end, sentence.last))


def _preposition(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int) -> Frame | None:
    cue_last, start = last, last
    if not cue.clitic and last < sentence.last and scene.low[last] in scene.frames["documents"]:
        at = last + 1
        while at < sentence.last and scene.words[at] in scene.frames["document_kinds"]:
            at += 1
        end = right_phrase(scene, at, sentence.last)
        if end > at and scene.low[at] not in scene.frames["np_after"]:
            cue_last, start = at, at
    if cue.needs and not any(scene.low[i] in cue.needs for i in range(last, min(last + 6, sentence.last))):
        return None
    frame = _behind(scene, sentence, cue, first, cue_last if cue.clitic or start == cue_last else last, "prep")
    if frame is None and start > last:
        frame = _behind(scene, sentence, cue, first, last, "prep")
    return frame


def _passive(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int) -> Frame | None:
    if previous(scene, first, sentence.first) in scene.frames["relatives"]:
        return None
    frame = Frame(cue, sentence, "passive", first, last, None, first, last, is_negated(scene, first, sentence.first))
    if last < sentence.last and scene.low[last] in scene.frames["agent"]:
        end = right_phrase(scene, last + 1, sentence.last)
        if end > last + 1:
            frame.source = (last + 1, end)
            frame.end = skip_frame(scene, end, sentence.last)
    return frame


def _noun(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int) -> Frame | None:
    """A noun with a content clause: only with an opener soon behind it; the owner is the source."""
    opens = first == sentence.first and (scene.lang == "id" or scene.low[last : last + 1] == ["that"])
    if scene.pos[first] not in ("NOUN", "PROPN") and not opens:
        return None
    openers = scene.frames["noun_openers"]
    opener = next((i for i in range(last, min(last + 9, sentence.last)) if scene.low[i] in openers), None)
    if opener is None or any(scene.pos[i] in VERBAL or scene.low[i] == "," for i in range(last, opener)):
        return None
    source: tuple[int, int] | None = None
    if scene.lang == "id":
        end = right_phrase(scene, last, opener)
        source = (last, end) if end > last else None
    else:
        if scene.pos[opener] == "PRON" and not opens:
            return None
        source = _possessor(scene, sentence, first)
        if opener > last:  # "reports in the local press that …"
            if scene.low[last] not in scene.frames["from_words"] or right_phrase(scene, last + 1, opener) != opener:
                return None
            source = (last + 1, opener)
    begin = min(first, source[0]) if source else first
    return Frame(cue, sentence, "noun", first, last, source, begin, opener)


def _possessor(scene: Scene, sentence: Sentence, noun: int) -> tuple[int, int] | None:
    for i in range(noun - 1, max(sentence.first, noun - 4) - 1, -1):
        if scene.low[i] in ("'s", "’s", "'", "’"):
            start = i - 1
            while start > sentence.first and scene.pos[start - 1] in ("PROPN", "NOUN", "ADJ", "DET", "NUM"):
                start -= 1
            return start, i
        if scene.deps[i] == "nmod:poss" and scene.pos[i] == "PRON":
            return i, i + 1
        if scene.pos[i] not in ("ADJ", "NOUN", "ADV"):
            return None
    return None
