"""Sources → actors: whom the words that name a source stand for."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.model import Actor
from sumber.says.draft import Draft
from sumber.says.media import actor_at
from sumber.says.scene import Scene, Stretch


def link_sources(scene: Scene, drafts: Sequence[Draft], actors: Sequence[Actor]) -> None:
    """Set ``actor`` of every draft, in text order; changes the drafts.

    The actor with the best mention inside the source is taken. A pronoun or clitic without a mention stands for the
    last named source before it.
    """
    last: str | None = None
    for draft in sorted(drafts, key=lambda one: (one.begin, one.end)):
        if draft.source is None:
            continue
        antecedents = (resolve_source(scene, span, actors) for span in _antecedents(scene, draft.source))
        actor = next((found for found in antecedents if found is not None), None)
        if actor is not None:
            draft.actor = actor.id
        elif draft.actor is None and stands_for_another(scene, draft.source):
            draft.actor = last
        last = draft.actor or last


def stands_for_another(scene: Scene, span: Stretch) -> bool:
    """True for a pronoun or clitic, which names nobody by itself."""
    words = scene.body[span[0] : span[1]].lower()
    return words in scene.frames["pronouns"] or words in scene.frames["clitics"]


def _antecedents(scene: Scene, span: Stretch) -> list[Stretch]:
    """For a relative pronoun the noun that its clause hangs on, then the word before it; else the span itself."""
    first, last = scene.tokens_in(*span)
    if last - first != 1 or scene.low[first] not in scene.frames["relatives"] or first == 0:
        return [span]
    found: list[Stretch] = []
    verb = scene.heads[first]
    if scene.deps[verb].startswith("acl") and scene.heads[verb] < first:
        found.append(scene.characters(scene.heads[verb], scene.heads[verb] + 1))
    at = first - 1
    while at > 0 and scene.pos[at] in ("PUNCT", "SPACE"):
        at -= 1
    return [*found, scene.characters(at, at + 1)]


def resolve_source(scene: Scene, span: Stretch, actors: Sequence[Actor]) -> Actor | None:
    """The actor that a noun phrase stands for: the person named in it, else the mention that shares most with it.

    "Foreign Minister Zeledón of Nicaragua" is the minister, though his country is named too.
    """
    named: tuple[int, Actor] | None = None
    for actor in actors:
        if actor.kind != "person":
            continue
        for mention in actor.mentions:
            inside = span[0] <= mention.start and mention.end <= span[1]
            if inside and mention.how in ("name", "role") and (named is None or mention.end - mention.start > named[0]):
                named = (mention.end - mention.start, actor)
    if named is not None:
        return named[1]
    return actor_at(actors, span)
