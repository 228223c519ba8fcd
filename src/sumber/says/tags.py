"""The encoder's own tags: source, cue and content as BIO labels on tokens, grouped into attributions by nearness.

The labels were learnt from English news and hold for Indonesian too; they know cues that no list has. They say which
tokens play a role, not which belong together: that is decided here, within one sentence and its quotations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sumber.model import Stance
from sumber.says.clauses import trimmed
from sumber.says.contents import is_bare_deed, kind_of
from sumber.says.cues import lexicon
from sumber.says.draft import Draft, covered
from sumber.says.quotes import Quote
from sumber.says.scene import Scene, Sentence, Stretch

_GAP = 2  # tokens without a label that may lie inside one span


@dataclass(frozen=True, slots=True)
class _Run:
    role: str
    first: int
    last: int


def read_tags(scene: Scene, sentence: Sentence, quotes: Sequence[Quote]) -> list[Draft]:
    """The attributions that the labels of one sentence amount to: a cue each, with its nearest content and source."""
    runs = _runs(scene, sentence)
    cues = [run for run in runs if run.role == "cue"]
    contents = [run for run in runs if run.role == "content"]
    sources = [run for run in runs if run.role == "source"]
    if not cues or not contents:
        return []
    given: dict[_Run, list[_Run]] = {}
    for run in contents:
        given.setdefault(_nearest(cues, run), []).append(run)
    drafts: list[Draft] = []
    for cue in cues:
        if cue not in given:
            continue
        source = _nearest(sources, cue) if sources else None
        content: list[Stretch] = []
        for run in given[cue]:
            content += trimmed(scene, run.first, run.last, quotes)
        if (
            content
            and _is_said(scene, content, quotes)
            and not _anonymous(scene, sentence, cue)
            and not is_bare_deed(scene, _stance(scene, cue), content, quotes)
        ):
            drafts.append(
                Draft(
                    source=scene.characters(source.first, source.last) if source else None,
                    cue=scene.characters(cue.first, cue.last),
                    content=content,
                    kind=kind_of(None, content, quotes),
                    stance=_stance(scene, cue),
                    rule=f"{scene.lang}/says/encoder",
                    sentence=scene.characters(sentence.first, sentence.last),
                )
            )
    return drafts


def _is_said(scene: Scene, content: Sequence[Stretch], quotes: Sequence[Quote]) -> bool:
    """Words that somebody says: a clause or a quotation. The labels mark attitudes to things too ("praised the pact").

    In Indonesian, which they were not learnt from, only what a quotation or ``bahwa`` bears out.
    """
    marks = [(quote.start, quote.end) for quote in quotes]
    first, _ = scene.tokens_in(*content[0])
    if scene.lang != "en":
        return covered(content, marks) > 0.5 or scene.low[first] in scene.frames["noun_openers"]
    if scene.low[first] in scene.frames["openers"] or covered(marks, content) > 0:
        return True
    inside = (i for stretch in content for i in range(*scene.tokens_in(*stretch)))
    return any(scene.deps[i].startswith("nsubj") for i in inside)


def _anonymous(scene: Scene, sentence: Sentence, cue: _Run) -> bool:
    """``asked not to be named``, ``declined to comment``: about the source, nothing is said."""
    return any(
        scene.has(i, words, sentence.last)
        for i in range(cue.first, cue.last)
        for words in scene.frames.phrases["anonymity"]
    )


def _stance(scene: Scene, cue: _Run) -> Stance:
    """The stance of the first listed cue among the words."""
    for i in range(cue.first, cue.last):
        for words, cues in lexicon(scene.lang).get(scene.low[i], ()):
            if scene.has(i, words, cue.last):
                return cues[0].stance
    return "asserts"


def _runs(scene: Scene, sentence: Sentence) -> list[_Run]:
    """Unbroken runs of one role; a short hole in a content is closed."""
    found: list[_Run] = []
    for i in range(sentence.first, sentence.last):
        label = scene.roles[i]
        if label == "O":
            continue
        mark, _, role = label.partition("-")
        last = found[-1] if found else None
        joins = (
            last is not None
            and last.role == role
            and ((mark == "I" and i - last.last <= 0) or (role == "content" and i - last.last <= _GAP))
        )
        if joins and last is not None:
            found[-1] = _Run(role, last.first, i + 1)
        else:
            found.append(_Run(role, i, i + 1))
    return found


def _nearest(runs: Sequence[_Run], to: _Run) -> _Run:
    return min(runs, key=lambda run: _distance(run, to))


def _distance(one: _Run, other: _Run) -> int:
    return max(other.first - one.last, one.first - other.last, 0)
