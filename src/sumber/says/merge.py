"""Rules and encoder together: one attribution for one stretch of content and source.

Measured on the development part of PolNeAR: the rules are the surer guide to cue and source, the encoder to where
indirect English content ends. What only the encoder sees is kept where it names a source.
"""

from __future__ import annotations

from collections.abc import Sequence

from sumber.says.draft import Draft, common, covered, length, overlap

_SAME = 0.5  # of the characters of both contents
_AKIN = 0.3
_SHORTEST = 10  # characters of content; fewer are a misreading of the encoder


def merge_drafts(ruled: Sequence[Draft], tagged: Sequence[Draft], trim: bool = False) -> list[Draft]:
    """The rules' drafts, and those of the encoder that tell something else. Of two alike the richer stays.

    With ``trim`` an indirect content takes the encoder's bounds where both read the same cue. Beliefs within the words
    of another speaker are left out: they are part of what he says.
    """
    kept: list[Draft] = []
    for draft in ruled:
        twin = next((other for other in kept if _alike(other, draft)), None)
        if twin is None:
            kept.append(draft)
        elif _riches(draft) > _riches(twin):
            kept[kept.index(twin)] = draft
    for draft in tagged:
        if draft.source is None or length(draft.content) < _SHORTEST:
            continue
        if trim:
            _take_bounds(kept, draft)
        if not any(_tells_the_same(other, draft) for other in kept):
            kept.append(draft)
    kept = [draft for draft in kept if not (draft.stance == "believes" and _inside_another(draft, kept))]
    return sorted(kept, key=lambda one: (one.begin, one.end, one.rule))


def _take_bounds(kept: Sequence[Draft], tag: Draft) -> None:
    for draft in kept:
        same_cue = draft.cue and tag.cue and common([draft.cue], [tag.cue])
        behind = draft.cue and draft.content[0][0] >= draft.cue[1]
        if (
            same_cue
            and behind
            and not draft.bounded
            and draft.kind != "direct"
            and overlap(draft.content, tag.content) >= _AKIN
        ):
            others = [span for other in kept if other is not draft for span in other.content]
            draft.content = [
                span for span in tag.content if common([span], draft.content) or not common([span], others)
            ]


def _inside_another(draft: Draft, drafts: Sequence[Draft]) -> bool:
    return any(
        other is not draft and draft.cue is not None and covered([draft.cue], other.content) == 1 for other in drafts
    )


def _alike(one: Draft, other: Draft) -> bool:
    if one.source and other.source and one.source != other.source and not common([one.source], [other.source]):
        return False
    return overlap(one.content, other.content) > _SAME


def _tells_the_same(rule: Draft, tag: Draft) -> bool:
    """The encoder's draft repeats the rule's: the same cue, or much the same content from the same place."""
    if rule.cue and tag.cue and common([rule.cue], [tag.cue]):
        return True
    if overlap(rule.content, tag.content) > _SAME:
        return True
    inside = covered(tag.content, rule.content) > _SAME
    marks = [span for span in (tag.cue, tag.source) if span]
    return inside and (rule.kind == "direct" or covered(marks, rule.content) == 0)


def _riches(draft: Draft) -> tuple[int, int, int]:
    return (draft.source is not None) + (draft.cue is not None), len(draft.via), draft.end - draft.begin
