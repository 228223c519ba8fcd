"""News or background, single event or running total."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from sumber.model import Published, Quantity
from sumber.parse.syntax import base, children
from sumber.what.draft import Draft
from sumber.what.plover import cues

NEWS_DAYS = 8  # what ended longer before publication is not what the article reports as new
TOTAL_DAYS = 21  # a stretch of time shorter than this holds a single affair rather than a running total
_COUNTED = ("killed", "injured", "arrested", "abducted", "displaced", "sentenced")


def is_aggregate(draft: Draft, quantities: Sequence[Quantity], lang: str) -> bool:
    """True for a running total: dead, hurt or arrested people counted over a long stretch of time."""
    if draft.hit.trigger.type not in {"ASSAULT", "COERCE", "SANCTION"} or not any(
        q.what in _COUNTED for q in quantities
    ):
        return False
    when = draft.when
    if when.how == "stated" and when.begin and when.until and not draft.roles.actors:
        return _days(when.begin, when.until) >= TOTAL_DAYS
    if when.how == "stated" and when.mod == "since":
        return True
    words = cues(lang, "total")
    return when.how != "stated" and any(
        token.lower_ in words or token.lemma_ in words for token in draft.hit.token.sent
    )


def is_background(draft: Draft, published: Published | None, lang: str) -> bool:
    """True where the deed lies clearly before the news, by its date or by how it is told."""
    when = draft.when
    if draft.realis.status in {"planned", "threatened"}:
        return False
    if published is not None and when.how == "stated" and when.begin:
        oldest = (date.fromisoformat(published.begin) - timedelta(days=NEWS_DAYS)).isoformat()
        if draft.aggregate:
            return (when.until or when.begin) < oldest
        until = when.until or when.begin
        long_ago = until < oldest or (until < published.begin and _days(when.begin, until) > NEWS_DAYS)
        return when.begin < oldest and (when.mod == "since" or long_ago)
    return when.how != "stated" and _told_as_past(draft, lang)


def _days(begin: str, until: str) -> int:
    return (date.fromisoformat(until) - date.fromisoformat(begin)).days


def _told_as_past(draft: Draft, lang: str) -> bool:
    """Undated, and by grammar before the news: an event noun after `after`, a clause with an adverb of the past."""
    token = draft.hit.token
    if draft.hit.is_noun:
        return any(case.lower_ in cues(lang, "aftermath") for case in children(token, "case"))
    if base(token.dep_) in {"acl", "advcl"} and (_has(token, lang, "pluperfect") or _since(token, lang)):
        return True
    return _has(token, lang, "earlier") or _phrase(token, lang)


def _since(verb: Token, lang: str) -> bool:
    """True for the verb of "since rebels seized the town"; trees hang the word on the verb or on its subject."""
    openers = children(verb, "mark", "case") + (children(verb.head, "case") if base(verb.dep_) == "acl" else [])
    return any(opener.lower_ in cues(lang, "beginning") for opener in openers)


def _has(token: Token, lang: str, section: str) -> bool:
    words = cues(lang, section)
    return any(child.lower_ in words and child.i < token.i for child in children(token, "aux", "advmod", "mark"))


def _phrase(token: Token, lang: str) -> bool:
    text = f" {' '.join(word.lower_ for word in token.subtree)} "
    return any(f" {words} " in text for words in cues(lang, "ago"))
