"""Which phrases can be actors, and which words are there for something else."""

from __future__ import annotations

from sumber.who.page import Page
from sumber.who.phrase import Phrase
from sumber.who.tree import is_subject


def keep_phrases(page: Page, phrases: list[Phrase]) -> list[Phrase]:
    """Drop the phrases whose role noun needs company that it does not have."""
    return [phrase for phrase in phrases if _enough(page, phrase)]


def _enough(page: Page, phrase: Phrase) -> bool:
    if _modifies_other(page, phrase):
        return False
    company = bool(phrase.inner or phrase.name or phrase.bonded or phrase.owner)
    if phrase.role.thing and not phrase.inner and not (phrase.role.needs == "quantity" and phrase.counted):
        return (
            phrase.role.needs is None
            and is_subject(page, phrase.start, phrase.end)
            and page.kinds[phrase.start] != "title"
        )
    if phrase.role.needs == "quantity":
        return phrase.counted or bool(phrase.inner or phrase.bonded)
    if phrase.role.needs == "name":
        return company
    return True


def _modifies_other(page: Page, phrase: Phrase) -> bool:
    """As in "the prisoner exchange", "a police station": a bare noun before another noun that is no role."""
    if page.grammar.order == "after" or phrase.end != phrase.unit.end or phrase.bonded or phrase.counted:
        return False
    token, at = page.tokens[phrase.end - 1], phrase.end
    if token.dep_.partition(":")[0] != "compound" or token.head.i < at or page.kinds[at - 1] == "title":
        return False
    return page.unit_at(token.head.i) is None and page.tokens[at].pos_ in ("NOUN", "ADJ") and token.head.i <= at + 2
