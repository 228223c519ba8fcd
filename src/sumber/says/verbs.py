"""Frames of verbs: who is the subject, and does the content stand behind the verb or before it."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.says.cues import Cue
from sumber.says.frame import Frame
from sumber.says.phrases import right_phrase
from sumber.says.scene import MARKS, VERBAL, Scene, Sentence
from sumber.says.skips import is_negated, previous, skip_frame
from sumber.says.subjects import left_phrase, past_relative


def verb_frame(
    scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int, before: Sequence[Frame]
) -> Frame | None:
    """The frame of a verb at the tokens [first, last); ``before`` are the sentence's frames up to there."""
    if scene.pos[first] in ("PROPN", "ADP") or (scene.lang == "en" and not _is_verb(scene, cue, first)):
        return None
    if _passive_voice(scene, first, cue):
        return _agent(scene, sentence, cue, first, last)
    bound = max(
        [frame.end for frame in before if frame.end <= first and frame.shape != "relay"], default=sentence.first
    )
    inverted = _source_behind(scene, sentence, cue, first, last, bound)
    if inverted is not None:
        return inverted
    joined = _lead(scene, first, sentence.first) in scene.frames["coordinators"] and any(
        f.source or f.clitic for f in before if f.shape == "pre"
    )
    outer = past_relative(scene, sentence.first, bound, first)
    source = outer or (None if joined else left_phrase(scene, bound, first))
    begin = source[0] if source and not outer else first
    after = _past_person(scene, cue, last, sentence.last)
    frame = Frame(cue, sentence, "pre", first, last, source, begin, last, is_negated(scene, first, begin))
    frame.inherits = source is None
    if _closes(scene, frame, after):
        frame.shape = "post"
        frame.end = skip_frame(scene, after, sentence.last)
    else:
        frame.end = skip_frame(scene, after, sentence.last, to_content=True)
    return frame


def _source_behind(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int, bound: int) -> Frame | None:
    """``"…," said the mayor``: behind a quotation, or behind a comma where no subject stands before the verb."""
    prior = previous(scene, first, sentence.first)
    reach = range(max(bound, first - 40), first)
    subject = any(scene.heads[i] == first and scene.deps[i].startswith("nsubj") for i in reach)
    inverts = prior in MARKS or (prior == "," and scene.lang == "en" and not cue.weak and not subject)
    inverts = inverts and "hearer" not in cue.takes
    end = right_phrase(scene, last, sentence.last) if inverts and not scene.low[first].endswith("ing") else last
    if end == last or _opens_clause(scene, end, sentence.last, last):
        return None
    negated = is_negated(scene, first, sentence.first)
    return Frame(cue, sentence, "post", first, last, (last, end), first, skip_frame(scene, end, sentence.last), negated)


def _past_person(scene: Scene, cue: Cue, at: int, last: int) -> int:
    """Behind the person spoken to ("told AFP |"), where a frame or the end follows; ``at`` where it may be content."""
    if "person" not in cue.takes or cue.needs or scene.lang != "en":
        return at
    end = right_phrase(scene, at, last)
    if end == at or scene.low[at] in scene.frames["strict_openers"]:
        return at
    follows = scene.low[end] if end < last else "."
    framed = end in scene.times or scene.pos[min(end, last - 1)] in ("ADP", "PUNCT", "SCONJ")
    return end if framed or follows in scene.frames["openers"] or "hearer" in cue.takes else at


def _is_verb(scene: Scene, cue: Cue, first: int) -> bool:
    """Tagged a verb, or a form in -ed that governs a clause though it is tagged otherwise."""
    if scene.pos[first] in VERBAL:
        return True
    if scene.pos[first] == "ADJ":
        return len(cue.name.split()) > 1
    governs = scene.deps[first] == "ROOT" or any(
        scene.heads[i] == first and scene.deps[i].startswith("nsubj") for i in range(max(0, first - 12), first)
    )
    return governs and scene.pos[first] == "NOUN" and scene.low[first].endswith("ed")


def _lead(scene: Scene, verb: int, bound: int) -> str:
    """The word before the verb, its auxiliaries, adverbs and negations passed over."""
    at = verb - 1
    while at >= bound and (
        scene.pos[at] in ("AUX", "ADV", "PART", "SPACE") or scene.low[at] in scene.frames["negations"]
    ):
        at -= 1
    return scene.low[at] if at >= bound else ""


def _passive_voice(scene: Scene, verb: int, cue: Cue) -> bool:
    """An auxiliary or subject of the passive, or ("a man accused of …") a participle behind its noun."""
    window = range(max(0, verb - 12), verb)
    participle = scene.lang == "en" and scene.deps[verb] == "acl" and not scene.low[verb].endswith("ing")
    if participle and (cue.weak or cue.needs):
        return True
    return any(scene.heads[i] == verb and scene.deps[i] in ("aux:pass", "nsubj:pass") for i in window)


def _opens_clause(scene: Scene, end: int, last: int, first: int) -> bool:
    """``said the talks were off``: the noun phrase behind the cue is the subject of what was said, not its source."""
    return end < last and (
        (scene.pos[end] in VERBAL and not scene.words[end].endswith("ing"))
        or (end - first == 1 and scene.low[first] == "that")
    )


def _closes(scene: Scene, frame: Frame, rest: int) -> bool:
    """``…, the officer said.``: the content stands before the frame and nothing is said behind it."""
    sentence = frame.sentence
    prior = previous(scene, frame.begin, sentence.first)
    if prior in scene.frames["lead_ins"]:
        prior = previous(scene, frame.begin - 1, sentence.first)
    if frame.inherits:
        return False
    starts = frame.begin == sentence.first
    if prior in MARKS and not starts:
        return not _complement(scene, frame.first, rest, sentence.last)
    if not (prior == "," or prior in MARKS or starts):
        return False
    if rest < sentence.last and scene.low[rest] == "," and scene.lang == "id":
        # "Ditemui terpisah, Rahman mengatakan, …": the comma opens what he said
        return not starts and not any(scene.pos[i] in VERBAL for i in range(rest, sentence.last))
    if rest >= sentence.last or scene.low[rest] in (".", "!", "?", ","):
        return not starts
    end = skip_frame(scene, rest, sentence.last, bare=scene.lang == "id")
    if any(scene.low[i] in scene.frames["strict_openers"] and scene.pos[i] != "PRON" for i in range(rest, end)):
        return False
    if end >= sentence.last or scene.low[end] in (".", "!", "?", ","):
        complement = any(
            scene.heads[i] == frame.first and scene.deps[i] in ("ccomp", "xcomp", "obj") and i > frame.first
            for i in range(rest, end)
        )
        return not starts and not (complement and scene.lang == "en" and "person" not in frame.cue.takes)
    return False


def _complement(scene: Scene, cue: int, rest: int, last: int) -> bool:
    """What is said stands behind the cue: an opener or a colon soon, or a clause that the parser hangs on it."""
    if rest < last and scene.low[rest] == ",":
        return False
    if any(
        scene.low[i] in scene.frames["strict_openers"] or scene.low[i] == ":" for i in range(rest, min(rest + 4, last))
    ):
        return True
    return any(scene.heads[i] == cue and scene.deps[i] == "ccomp" for i in range(rest, last))


def _agent(scene: Scene, sentence: Sentence, cue: Cue, first: int, last: int) -> Frame | None:
    """``it was announced by the palace that …``: an English passive with its agent near; without one it is no cue."""
    for i in range(last, min(last + 4, sentence.last)):
        if scene.low[i] in scene.frames["agent"]:
            end = right_phrase(scene, i + 1, sentence.last)
            if end > i + 1:
                return Frame(
                    cue, sentence, "passive", first, last, (i + 1, end), first,
                    skip_frame(scene, end, sentence.last),
                )  # fmt: skip
    return None
