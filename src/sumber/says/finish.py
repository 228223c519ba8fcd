"""From drafts to attributions: ids, the closing credit, nesting, and the outlet left out of its own chains."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.model import Actor, Attribution, Hop, Origin, SourceSpan, Span
from sumber.says.draft import Draft, covered, length
from sumber.says.link import stands_for_another
from sumber.says.media import find_medium, same_medium
from sumber.says.scene import Scene


def finish(scene: Scene, drafts: Sequence[Draft], actors: Sequence[Actor]) -> tuple[Attribution, ...]:
    """Attributions in text order with ids s1, s2 …"""
    credit = _credit(scene, actors)
    ordered = sorted(drafts, key=lambda one: (one.begin, min(one.content)[0], -one.end, one.rule))
    ids = {id(draft): f"s{number}" for number, draft in enumerate(ordered, 1)}
    found: list[Attribution] = []
    for draft in ordered:
        parent = _parent(draft, ordered)
        via = _via(scene, draft, credit, actors)
        found.append(
            Attribution(
                id=ids[id(draft)],
                kind=draft.kind,
                stance=draft.stance,
                source=(SourceSpan(*draft.source, draft.actor),) if draft.source else (),
                cue=(Span(*draft.cue),) if draft.cue else (),
                content=tuple(Span(*span) for span in sorted(draft.content)),
                via=via,
                parent=ids[id(parent)] if parent else None,
                rule=draft.rule,
                origin=_origin(scene, draft, via, actors),
            )
        )
    return tuple(found)


def _via(scene: Scene, draft: Draft, credit: Hop | None, actors: Sequence[Actor]) -> tuple[Hop, ...]:
    """Nearest to the reader first. The credit counts where the attribution itself names no medium."""
    chain = [hop for hop in draft.chain() if not same_medium(hop.name, scene.article.outlet or "")]
    if not chain and credit is not None and draft.source is not None:
        own = find_medium(scene, draft.source, actors)
        if own is None or not same_medium(own.name, credit.name):
            return (credit,)
    return tuple(chain)


def _origin(scene: Scene, draft: Draft, via: Sequence[Hop], actors: Sequence[Actor]) -> Origin:
    """Where the chain ends: the source, else the hop farthest from the reader, else the outlet itself."""
    if draft.source is not None:
        medium = find_medium(scene, draft.source, actors)
        if medium is not None:
            return Origin("medium", medium.name, medium.actor)
        actor = next((actor for actor in actors if actor.id == draft.actor), None)
        words = " ".join(scene.body[slice(*draft.source)].split())
        named = None if stands_for_another(scene, draft.source) else words
        return Origin("speaker", actor.name if actor else named, draft.actor)
    if via:
        return Origin("medium", via[-1].name, via[-1].actor)
    return Origin("outlet", scene.article.outlet)


def _credit(scene: Scene, actors: Sequence[Actor]) -> Hop | None:
    """The one agency of the closing credit; two of them settle nothing. One in the dateline is whose article it is."""
    hops: list[Hop] = []
    for start, end in scene.article.credits:
        hop = find_medium(scene, (start, end), actors, loose=True)
        name = hop or Hop(scene.body[start:end], start, end)
        if all(not same_medium(name.name, other.name) for other in hops):
            hops.append(name)
    if len(hops) != 1 or same_medium(hops[0].name, scene.article.outlet or ""):
        return None
    return hops[0]


def _parent(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The narrowest attribution in whose content this one stands: its cue, or its source, and what it says."""
    best: Draft | None = None
    marks = [span for span in (draft.cue, draft.source) if span]
    for other in drafts:
        if other is draft or not marks or covered(marks[:1], other.content) < 1:
            continue
        if covered(draft.content, other.content) < 0.8 or length(other.content) <= length(draft.content):
            continue
        if best is None or length(other.content) < length(best.content):
            best = other
    return best
