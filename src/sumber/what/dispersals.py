"""Whom a force breaks up ("dispersed the march", "membubarkan aksi itu"): the crowd of the protest told before."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.what.clause import objects, passive_parts
from sumber.what.draft import Draft
from sumber.what.guard_words import in_class

NEARBY = 2  # paragraphs over which "the march" points back


def dispersed(deed: Draft, before: Sequence[Draft]) -> tuple[str, ...]:
    """Ids of those who protested in the nearest protest before, where the deed is done to a protest; else none."""
    hit, lang = deed.hit, deed.hit.trigger.lang
    things = passive_parts(hit.token, lang)[1] if hit.voice == "passive" else objects(hit.token, lang)
    if not any(in_class(thing, lang, "gatherings") for thing in things):
        return ()
    near = [old for old in before if old.hit.trigger.type == "PROTEST" and deed.paragraph - old.paragraph <= NEARBY]
    return next((old.roles.actors for old in reversed(near) if old.roles.actors), ())
