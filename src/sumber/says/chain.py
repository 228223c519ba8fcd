"""The way the words came: media between the source and the page.

A hop counts for its own sentence only. Hops are gathered with their place in the text: of two behind the content the
later one is nearer to the reader, one that opens the sentence is the nearest of all, and ``dikutip B dari A`` turns
the order.
"""

from __future__ import annotations

from collections.abc import Sequence

from sumber.model import Actor, Hop
from sumber.says.draft import Draft, common, covered
from sumber.says.frame import Frame
from sumber.says.media import find_medium, same_medium
from sumber.says.quotes import Quote
from sumber.says.relays import Found, Relay, RelayReader
from sumber.says.scene import Scene, Sentence


def read_chains(
    scene: Scene,
    sentence: Sentence,
    frames: Sequence[Frame],
    found: Found,
    quotes: Sequence[Quote],
    actors: Sequence[Actor],
) -> list[Draft]:
    """The drafts of one sentence with their chains; a medium that only passes words on becomes a hop of them.

    A relay in a sentence that has no attribution of its own makes one: the medium is then the source.
    """
    reader = RelayReader(scene, sentence, quotes, actors)
    relays: list[Relay] = []
    for frame in frames:
        if frame.shape != "relay":
            continue
        if "person" in frame.cue.takes and not _passive(scene, frame):
            relays += reader.quoting(frame, found)
        else:
            relays += reader.quoted_by(frame)
    for number, frame in enumerate(frames):
        relays += reader.tag_behind(frame, frames[:number], found)
    for frame, draft in found:
        for relay in reader.told(frame, frames):
            for at, hop in relay.ordered():
                draft.add_hop(hop, at)
    _apply(found, relays)
    drafts = _fold_media(scene, [draft for _, draft in found], actors)
    if not drafts and relays:
        own = reader.own_words(frames, relays)
        drafts = [own] if own else []
    return drafts


def _passive(scene: Scene, frame: Frame) -> bool:
    """``was quoted``: an English form that looks active."""
    before = frame.first - 1
    return before >= frame.sentence.first and scene.pos[before] == "AUX"


def _apply(found: Found, relays: Sequence[Relay]) -> None:
    for _, draft in found:
        for relay in relays:
            for at, hop in relay.ordered():
                known = any(same_medium(hop.name, other.name) for _, other in draft.via)
                if not known and not _names_source(draft, hop):
                    draft.add_hop(hop, at)


def fold_tails(scene: Scene, drafts: list[Draft], actors: Sequence[Actor]) -> list[Draft]:
    """``Demikian dilaporkan X.``: where the sentence before has a source of its own, X is a hop of it."""
    tails = [draft for draft in drafts if draft.cue and draft.content[0][1] < draft.sentence[0]]
    for tail in tails:
        group = [tail, *(d for d in drafts if d is not tail and covered(d.content, tail.content) > 0.5)]
        kept = _fold_media(scene, group, actors)
        drafts = [d for d in drafts if d not in group or d in kept]
    return drafts


def _names_source(draft: Draft, hop: Hop) -> bool:
    return draft.source is not None and common([draft.source], [(hop.start, hop.end)]) > 0


def _passes_on(outer: Draft, inner: Draft) -> bool:
    """What the inner source says stands in what the outer reports; a denial of the report itself is no part of it."""
    if inner.cue and common([inner.cue], outer.content):
        return True
    return inner.stance != "denies" and covered(inner.content, outer.content) > 0.5


def _fold_media(scene: Scene, drafts: list[Draft], actors: Sequence[Actor]) -> list[Draft]:
    """A medium that reports what somebody else said is a hop of that attribution, not one of its own."""
    kept: list[Draft] = []
    for outer in drafts:
        medium = find_medium(scene, outer.source, actors) if outer.source else None
        inner = [
            draft
            for draft in drafts
            if draft is not outer
            and medium is not None
            and draft.source is not None
            and _passes_on(outer, draft)
            and find_medium(scene, draft.source, actors) is None
        ]
        if medium is None or not inner:
            kept.append(outer)
            continue
        for draft in inner:
            for at, hop in [(medium.start, medium), *outer.via]:
                draft.add_hop(hop, at)
        told = [span for draft in inner for span in [*draft.content, draft.source, draft.cue] if span]
        if covered(outer.content, told) < 0.5:
            kept.append(outer)
    return kept
