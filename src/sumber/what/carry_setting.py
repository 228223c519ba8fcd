"""The time and place that the story so far lends an event whose own sentence tells none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sumber.model import Place, Published
from sumber.what.cast import Cast
from sumber.what.draft import Draft
from sumber.what.plover import in_frame_list, type_cards
from sumber.what.when_where import NO_PLACE, Setting, When, Where

RECENT_DAYS = 8  # a date further back is not what today's words react to
NEARBY = 2  # paragraphs over which a place is carried


def carry_settings(
    drafts: Sequence[Draft], setting: Setting, published: Published | None, dateline: Place | None, cast: Cast
) -> list[Draft]:
    """Undated actual events dated, and deeds without a place placed, by the story so far."""
    last: When | None = None
    place: tuple[Place, int] | None = None
    done: list[Draft] = []
    for draft in drafts:
        open_ended = draft.realis.status in {"planned", "threatened", "hypothetical"} or draft.realis.negated
        if draft.when.how != "stated" and not open_ended and not draft.background and not draft.aggregate:
            draft = replace(draft, when=_carried_time(draft, last, setting, published))
        placed = in_frame_list("placed", draft.hit.trigger.type)
        if draft.where.place is None and placed and not (open_ended or draft.background):
            draft = replace(draft, where=_carried_place(draft, place, dateline, cast))
        if draft.when.how == "stated" and not (open_ended or draft.background or draft.aggregate):
            last = draft.when
        if draft.where.how == "stated" and draft.where.place is not None and not draft.background:
            place = draft.where.place, draft.paragraph
        done.append(draft)
    return done


def _carried_time(draft: Draft, last: When | None, setting: Setting, published: Published | None) -> When:
    """A deed has the time of the last dated one; words lie between what they react to and publication."""
    speech = type_cards()[draft.hit.trigger.type].is_speech
    base = last
    if base is None and published is not None:
        base = _recent(draft, setting, published)
    if base is None or base.begin is None:
        return draft.when
    until = base.until
    if speech and published is not None:
        until = max(until or base.begin, published.until)
    return replace(base, until=until, how="inherited")


def _recent(draft: Draft, setting: Setting, published: Published) -> When | None:
    """The last date told up to the end of the draft's sentence that lies within the days before publication."""
    oldest = (date.fromisoformat(published.begin) - timedelta(days=RECENT_DAYS)).isoformat()
    found = [
        moment
        for moment, _ in setting.moments_in(0, draft.hit.token.sent.end)
        if moment.begin and oldest <= moment.begin <= published.until and moment.mod not in {"until", "since"}
    ]
    return When(found[-1].begin, found[-1].until, found[-1].id, "inherited") if found else None


def _carried_place(draft: Draft, place: tuple[Place, int] | None, dateline: Place | None, cast: Cast) -> Where:
    """The last place told, if it is near, else that of the dateline; in either case a party must be of its country."""
    parties = {cast.by_id[one].country for one in draft.roles.actors + draft.roles.recipients}
    if place is not None and draft.paragraph - place[1] <= NEARBY and place[0].country in parties:
        return Where(place[0], "inherited")
    if dateline is not None and dateline.country in parties:
        return Where(dateline, "dateline")
    return NO_PLACE
