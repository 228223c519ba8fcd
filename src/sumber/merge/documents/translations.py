"""Is one article a translation of another: the same names, places, numbers and days in the same order.

Nothing of the wording is left, but a translator keeps what a report is made of, in its order. Two people who report
the same affair name some of it, in an order of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from sumber.merge.actors.names import form
from sumber.merge.documents.prints import Contract, Stretch

Anchor = tuple[int, int, str]  # start, end, what it denotes in no language

LEAST = 6  # anchors in common
COVERED = 0.58  # of the anchors of the shorter article, in the same order
TELLING = 3  # different ones among them that are no country
DAYS = 3  # between the two publications
_THINGS = frozenset({"money", "goods", "distance", "other"})  # counts that a translator may convert or leave out


def anchors(record: Contract) -> tuple[Anchor, ...]:
    """What a translation keeps, in text order: names of persons, places by number, counts, days; running text only."""
    body = [(block["start"], block["end"]) for block in record["layout"] if block["kind"] == "paragraph"]
    found: list[Anchor] = []
    for actor in record["actors"]:
        if actor["kind"] == "person" and (parts := form(actor["name"])):
            found += [(m["start"], m["end"], f"p:{parts[-1]}") for m in actor["mentions"] if m["how"] == "name"]
    for place in record["places"]:
        if place["geonameid"] or place["country"]:
            found.append((place["start"], place["end"], f"g:{place['geonameid'] or place['country']}"))
    for count in record["quantities"]:
        found.append((count["start"], count["end"], f"n:{count['what']}:{count['min']}:{count['max']}"))
    for time in record["times"]:
        if time["from"]:
            found.append((time["start"], time["end"], f"t:{time['from']}:{time['to']}"))
    return tuple(sorted(a for a in found if any(start <= a[0] and a[1] <= end for start, end in body)))


def is_translation(a: Sequence[Anchor], b: Sequence[Anchor]) -> tuple[tuple[Stretch, Stretch], ...]:
    """The anchors that two articles of different languages share in the same order, as pairs of stretches; empty
    where one is no translation of the other. The caller sees to the languages and the days between."""
    one, two = [anchor[2] for anchor in a], [anchor[2] for anchor in b]
    if min(len(one), len(two)) < LEAST or sum((Counter(one) & Counter(two)).values()) < LEAST:
        return ()
    if _contradict(one, two):
        return ()
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    pairs = [(block.a + i, block.b + i) for block in blocks for i in range(block.size)]
    telling = {one[i] for i, _ in pairs if not one[i].startswith("g:") or one[i][2:].isdigit()}
    if len(pairs) < max(LEAST, COVERED * min(len(one), len(two))) or len(telling) < TELLING:
        return ()
    return tuple(((a[i][0], a[i][1]), (b[j][0], b[j][1])) for i, j in pairs)


def _contradict(one: Sequence[str], two: Sequence[str]) -> bool:
    """Both count the killed (the arrested, …) and have no figure of them in common: a translator copies figures."""
    figures: list[dict[str, set[str]]] = [{}, {}]
    for found, names in zip(figures, (one, two), strict=True):
        for name in names:
            if name.startswith("n:"):
                found.setdefault(name.split(":")[1], set()).add(name)
    return any(not figures[0][what] & figures[1][what] for what in figures[0].keys() & figures[1].keys() - _THINGS)
