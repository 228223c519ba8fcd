"""How many: quantities joined to the events they count, by what is counted and by nearness."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.model import Quantity
from sumber.what.draft import Draft
from sumber.what.triggers import Hit

#: What a quantity counts -> the types of event it can be the size of.
COUNTS: dict[str, tuple[str, ...]] = {
    "killed": ("ASSAULT",),
    "injured": ("ASSAULT",),
    "arrested": ("COERCE", "ASSAULT"),
    "abducted": ("ASSAULT", "COERCE"),
    "displaced": ("ASSAULT", "COERCE"),
    "released": ("RETREAT", "CONCEDE"),
    "sentenced": ("SANCTION", "COERCE"),
    "participants": ("PROTEST", "COOPERATE", "CONSULT", "MOBILIZE"),
    "money": ("AID", "AGREE", "COOPERATE", "SANCTION"),
    "goods": ("AID", "COOPERATE", "AGREE", "COERCE"),
}
#: Counts that a later sentence may add to an event already told.
TOLLS = ("killed", "injured", "arrested")


def in_sentence(hits: Sequence[Hit], quantities: Sequence[Quantity]) -> dict[int, tuple[Quantity, ...]]:
    """Quantities by the number of the hit they belong to: the nearest hit of a fitting type in the same sentence."""
    found: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        types = COUNTS.get(quantity.what, ())
        near = [
            (types.index(hit.trigger.type), _distance(hit, quantity), number)
            for number, hit in enumerate(hits)
            if hit.trigger.type in types and _in_sentence(hit, quantity)
        ]
        if near:
            found.setdefault(min(near)[2], []).append(quantity)
    return {number: tuple(items) for number, items in found.items()}


def of_tolls(
    drafts: Sequence[Draft], quantities: Sequence[Quantity], paragraphs: Sequence[tuple[int, int]]
) -> dict[int, tuple[Quantity, ...]]:
    """Tolls told in a sentence of their own (at least 31 people died) by the number of the event before them.

    ``paragraphs``: start and end of each body block in characters. The event is the last of a fitting type that is no
    background, in the toll's paragraph or the one before; a toll with dates of its own is left alone by the caller.
    """
    taken = {quantity for draft in drafts for quantity in draft.quantities}
    found: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        at = next((n for n, (start, end) in enumerate(paragraphs) if start <= quantity.start < end), None)
        if quantity.id in taken or quantity.what not in TOLLS or at is None:
            continue
        for number in range(len(drafts) - 1, -1, -1):
            draft = drafts[number]
            near = draft.hit.token.idx < quantity.start and at - draft.paragraph <= 1
            fits = draft.hit.trigger.type == COUNTS[quantity.what][0] and draft.realis.status in {"actual", "alleged"}
            if near and fits and not draft.background and not draft.aggregate:
                found.setdefault(number, []).append(quantity)
                break
    return {number: tuple(items) for number, items in found.items()}


def _in_sentence(hit: Hit, quantity: Quantity) -> bool:
    sentence = hit.token.sent
    return sentence.start_char <= quantity.start < sentence.end_char


def _distance(hit: Hit, quantity: Quantity) -> int:
    start, end = hit.characters
    return max(start - quantity.end, quantity.start - end, 0)
