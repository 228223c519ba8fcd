"""A meeting told only as where words were spoken ("…, X told Y during talks"): those who speak are those who met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sumber.model import Attribution
from sumber.parse.syntax import ancestors, children
from sumber.what.cast import Cast
from sumber.what.claims import source_actors
from sumber.what.roles import Roles
from sumber.what.triggers import Hit


def between_speakers(hit: Hit, roles: Roles, attributions: Sequence[Attribution], cast: Cast) -> Roles:
    """The roles of a meeting that hangs on a word of speech: the source, and the one other person of that clause.

    Media and others that only carry the words take no part in the meeting. All other hits keep their roles.
    """
    if not hit.is_noun or hit.trigger.type != "CONSULT" or not children(hit.token, "case"):
        return roles
    said = _spoken_at(hit, attributions)
    if said is None:
        return roles
    speakers = source_actors(said)
    others = _persons_beside(hit.token, said, cast, speakers)
    if not speakers or len(others) != 1:
        return roles
    return replace(roles, actors=(*speakers, *others), recipients=(), how="those who spoke there")


def _spoken_at(hit: Hit, attributions: Sequence[Attribution]) -> Attribution | None:
    """The attribution on whose cue the noun hangs, where it lies outside what was said."""
    heads = {token.idx for token in ancestors(hit.token)}
    for said in attributions:
        inside = any(span.start <= hit.token.idx < span.end for span in said.content)
        if not inside and any(cue.start <= at < cue.end for cue in said.cue for at in heads):
            return said
    return None


def _persons_beside(noun: Token, said: Attribution, cast: Cast, speakers: tuple[str, ...]) -> list[str]:
    """Persons named in the noun's sentence outside the content, the speakers left out."""
    found: dict[str, None] = {}
    for token in noun.sent:
        if any(span.start <= token.idx < span.end for span in said.content):
            continue
        for one in cast.at(token):
            if cast.by_id[one].kind == "person" and one not in speakers:
                found[one] = None
    return list(found)
