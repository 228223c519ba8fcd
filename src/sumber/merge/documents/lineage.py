"""Who took a text from whom: for each copy the document it most probably came from, with the reason.

The evidence, strongest first: a credit (the copy names the other's outlet), the day of publication, what is longer
when both are of one day. Documents that credit the same agency have it as their common ancestor whether or not its
own text is there.
"""

from __future__ import annotations

from dataclasses import dataclass

from sumber.layout import same_medium
from sumber.merge.documents.copies import Copy
from sumber.merge.documents.prints import Contract

TRANSLATED = 0.1  # what anchors in common weigh beside words in common: who has the words has them from the original


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document as a possible original. ``credits`` are the media its chains and credit lines name;
    ``whole`` those that it is taken from as a whole: its dateline, its closing credit, the chain of its first words."""

    key: str
    published: str | None
    outlet: str | None
    credits: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, str, str]:
        """By publication, unknown days last, then by key."""
        return self.published is None, self.published or "", self.key


@dataclass(frozen=True, slots=True)
class Edge:
    """``child`` took its text from ``parent``; ``reason`` is for a person. Where it is not ``sure`` the two have one
    text, and nothing tells which was first."""

    child: str
    parent: str
    reason: str
    strength: float
    sure: bool = True

    @property
    def rank(self) -> tuple[float, str]:
        """Stronger edges are greater; the key decides between equals."""
        return self.strength, self.parent


def source_of(key: str, record: Contract) -> Source:
    """The evidence of one record."""
    credits: dict[str, None] = {}
    for said in record["attributions"]:
        credits |= dict.fromkeys(hop["name"] for hop in said["via"])
    credits |= dict.fromkeys(hop["name"] for hop in record.get("credits", ()))  # records of before have none
    whole = dict.fromkeys(hop["name"] for hop in record.get("credits", ()))
    whole |= dict.fromkeys(
        hop["name"] for said in record["attributions"] if _leads(record, said) for hop in said["via"]
    )
    published = (record["published"] or {}).get("from")
    return Source(key, published, record["outlet"], tuple(credits), tuple(whole))


def _leads(record: Contract, said: Contract) -> bool:
    """An attribution of the first paragraph speaks for the article."""
    first = next((block for block in record["layout"] if block["kind"] == "paragraph"), None)
    return first is not None and min(span["start"] for span in said["content"]) < first["end"]


def credits_outlet(source: Source, other: Source) -> bool:
    """``source`` names the outlet of ``other`` among those it has its words from."""
    return other.outlet is not None and any(same_medium(other.outlet, name) for name in source.credits)


def edge(child: Source, other: Source, copy: Copy) -> Edge | None:
    """What speaks for ``child`` having its text from ``other``, in ``copy`` the child is a; ``None`` for nothing. Of
    several edges of a child the one with the greatest ``rank`` is its lineage."""
    credited, credits_back = credits_outlet(child, other), credits_outlet(other, child)
    closeness = copy.in_a + 0.5 * copy.in_b
    if copy.kind == "translation":
        closeness *= TRANSLATED
    if credited and not credits_back:
        return Edge(child.key, other.key, f"it credits {other.outlet}", 10 + closeness)
    if credits_back and not credited:
        return None
    if _have_one_ancestor(child, other):
        return None
    if child.published and other.published and child.published != other.published:
        if other.published > child.published:
            return None
        return Edge(child.key, other.key, f"published {other.published}, before {child.published}", closeness)
    if copy.kind == "excerpt" and copy.in_a > copy.in_b:
        return Edge(child.key, other.key, "an excerpt of it, published on the same day", closeness)
    if copy.kind != "excerpt" and _credits_less(other, child):
        return Edge(child.key, other.key, "of one day; the other has fewer of its words from other media", closeness)
    if copy.kind != "excerpt" and len(other.credits) == len(child.credits) and other.order < child.order:
        return Edge(
            child.key, other.key, "of the same day and alike: which was first is not known", closeness - 0.5, sure=False
        )
    return None


def _have_one_ancestor(one: Source, other: Source) -> bool:
    """Both say that they are taken from one and the same medium, which is not either of them."""
    return any(same_medium(name, also) for name in one.whole for also in other.whole)


def _credits_less(one: Source, other: Source) -> bool:
    return len(one.credits) < len(other.credits)
