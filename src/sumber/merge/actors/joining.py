"""How sightings join, whatever their order: those that say the same, and one that says less with the only one it fits.

A sighting that fits two which do not fit each other is *torn*: to join it with either would be an invention, so it
joins neither by itself. Only its own story can settle it, if exactly one of them is told of there. Since torn ones are
taken out first, any two members of what remains together fit each other, and the result is a function of the set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from sumber.merge.actors.names import Form
from sumber.merge.actors.sighting import Sighting

T = TypeVar("T")
Groups = list[list["Face"]]


@dataclass(frozen=True, slots=True)
class Face:
    """What of a sighting decides whom it joins.

    ``form`` is its fullest name, ``full`` whether that can tell who it is, ``short`` the abbreviations it goes by.
    ``country`` is ``None`` too where the codebook knows the name, since then the name alone tells who it is.
    """

    sighting: Sighting
    form: Form
    country: str | None
    full: bool
    short: frozenset[str] = frozenset()

    @property
    def profile(self) -> tuple[Form, str | None]:
        """Sightings with one profile are alike in all that counts."""
        return self.form, self.country

    @property
    def story(self) -> str:
        """Its story, or its document where that is unknown."""
        own = self.sighting
        return f"story {own.story}" if own.story is not None else f"document {own.document}"


Fits = Callable[[Face, Face], bool]


def countries_fit(a: Face, b: Face) -> bool:
    """Whether the countries, where known, are one."""
    return a.country is None or b.country is None or a.country == b.country


def by(key: Callable[[T], Hashable], items: Iterable[T]) -> list[list[T]]:
    """The items with one key together, in the order of the first of each."""
    found: dict[Hashable, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return list(found.values())


def linked(items: Sequence[T], keys: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """The items that share a key, directly or over others, together."""
    parent = list(range(len(items)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    owner: dict[Hashable, int] = {}
    for i, item in enumerate(items):
        for key in keys(item):
            parent[root(i)] = root(owner.setdefault(key, i))
    return [[items[i] for i in members] for members in by(root, range(len(items)))]


def cliques(items: Sequence[T], fits: Callable[[T, T], bool]) -> tuple[list[list[T]], list[T]]:
    """The groups in which each fits each, and the items that are torn between two which do not fit each other."""
    around = [1 << i for i in range(len(items))]
    near: list[list[int]] = [[] for _ in items]
    for i, j in combinations(range(len(items)), 2):
        if fits(items[i], items[j]):
            around[i] |= 1 << j
            around[j] |= 1 << i
            near[i].append(j)
            near[j].append(i)
    whole = [all(around[i] & ~around[j] == 0 for j in near[i]) for i in range(len(items))]
    kept = sum(1 << i for i in range(len(items)) if whole[i])
    groups = by(lambda i: around[i] & kept, (i for i in range(len(items)) if whole[i]))
    return [[items[i] for i in group] for group in groups], [items[i] for i in range(len(items)) if not whole[i]]


def join(faces: Sequence[Face], fits: Fits) -> tuple[Groups, list[Face]]:
    """`cliques` over faces: those of one profile go one way, so one of each is asked."""
    alike = {group[0].profile: group for group in by(lambda face: face.profile, faces)}
    groups, torn = cliques([group[0] for group in alike.values()], fits)
    return (
        [[face for one in group for face in alike[one.profile]] for group in groups],
        [face for one in torn for face in alike[one.profile]],
    )


def settle(
    loose: Sequence[Face], groups: Groups, words: Callable[[Face], Iterable[str]], likes: Fits, fits: Fits
) -> tuple[Groups, list[Face]]:
    """The groups, each with the loose faces for which it is the only one in their story, and the faces left over.

    ``words`` are the keys of which a face and a member of its story share one if the member ``likes`` it; it must also
    fit all others of the group and all that would join it along with it.
    """
    told = _told(groups, words)
    heads = [[same[0] for same in by(lambda face: face.profile, group)] for group in groups]
    wanted: dict[int, list[Face]] = defaultdict(list)
    left: list[Face] = []
    for same in by(lambda face: (face.story, face.profile), loose):
        face = same[0]
        present = [entry for word in words(face) for entry in told.get((face.story, word), {}).items()]
        liked = {i for i, members in present if any(likes(member, face) for member in members.values())}
        found = [i for i in liked if all(fits(head, face) for head in heads[i])]
        if len(found) == 1:
            wanted[found[0]] += same
        else:
            left += same
    joined, refused = admit(wanted, groups, fits)
    return joined, left + refused


def admit(wanted: Mapping[int, Sequence[Face]], groups: Groups, fits: Fits) -> tuple[Groups, list[Face]]:
    """The groups with the faces wanted in each; those that do not fit one another stay outside and are handed back."""
    joined = [list(group) for group in groups]
    refused: list[Face] = []
    for i, faces in wanted.items():
        together = [same[0] for same in by(lambda face: face.profile, faces)]
        pairs = [(x.profile, y.profile) for x, y in combinations(together, 2) if not fits(x, y)]
        at_odds = {profile for pair in pairs for profile in pair}
        joined[i] += [face for face in faces if face.profile not in at_odds]
        refused += [face for face in faces if face.profile in at_odds]
    return joined, refused


def _told(groups: Groups, words: Callable[[Face], Iterable[str]]) -> dict[tuple[str, str], dict[int, dict[Form, Face]]]:
    """Of which groups a story tells under a word, each with the members in question, one of each form."""
    told: dict[tuple[str, str], dict[int, dict[Form, Face]]] = defaultdict(dict)
    for i, group in enumerate(groups):
        for face in group:
            for word in words(face):
                told[face.story, word].setdefault(i, {}).setdefault(face.form, face)
    return told
