"""A corpus whose lineage is known. READ FIRST: `generate`, then what is to be found in it.

    story     an affair; one to three reports of it that know nothing of each other
    report    by an agency or an outlet, told with templates and figures of its own; its copies form one lineage
    copy      of the report itself or of another copy, up to three steps away from the report

A wire is printed by its agency, or seen only through its copies: then `copy_of` of these names an id that no document
has. A third of the copies credit nobody. Ids say nothing; documents come in order of their days.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from random import Random
from typing import Literal

from evaluate.lineage.data import Lang
from evaluate.lineage.edits import Body, Passage, edited, excerpt, printed, translated
from evaluate.lineage.facts import Story, draw_story, retold
from evaluate.lineage.page import Medium, Page, agencies, new_title, outlets, print_page
from evaluate.lineage.telling import OWN_KINDS, Deck, paragraphs, tell

Kind = Literal["identical", "edited", "excerpt", "translation"]

_REPORTS = (1, 1, 1, 2, 2, 2, 3)
_COPIES = (0, 1, 1, 2, 2, 3, 4, 5)
_DEEPEST = 3
_AGENCY_SHARE = 0.6
_UNSEEN_SHARE = 0.4  # of the agencies' reports that have copies
_TWINS_SHARE = 0.3
_SAME_DAY_SHARE = 0.4
_SAME_LANGUAGE_SHARE = 0.5  # of copies whose outlet is chosen for its language; the others are of any


@dataclass(frozen=True, slots=True)
class Generated:
    """A document and the truth about it.

    `origin` is where its chain ends: the agency, or the outlet that reported first. `lineage` is the same for a report
    and all its copies. `paragraphs` are keys: two documents that share one print the same paragraph, in whatever words.
    """

    id: str
    text: str
    outlet: str
    lang: str
    published: str
    copy_of: str | None
    kind: Kind | None
    origin: str
    story: int
    lineage: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    """A document in the making, or a wire that no document prints."""

    id: str
    outlet: Medium
    body: Body
    title: str
    published: datetime.date
    depth: int = 0
    parent: _Node | None = None
    kind: Kind | None = None


@dataclass(slots=True)
class _Desk:
    """What the reports of one affair share: templates not used yet, and outlets that have not printed it."""

    rng: Random
    deck: Deck
    free: list[Medium] = field(default_factory=list)
    made: int = 0

    def key(self) -> str:
        """An id or key that nothing else has."""
        self.made += 1
        return f"{self.rng.getrandbits(40):010x}{self.made:02d}"


def generate(seed: int, stories: int) -> list[Generated]:
    """The documents of so many affairs, the same for the same seed, in order of publication."""
    rng = Random(seed)
    made: list[Generated] = []
    for number in range(stories):
        free = outlets()
        rng.shuffle(free)
        desk = _Desk(rng, Deck(rng), free)
        wires = agencies()
        rng.shuffle(wires)
        story = draw_story(rng)
        for report in range(rng.choice(_REPORTS)):
            told = story if report == 0 else retold(rng, story)
            made += _lineage(desk, told, wires.pop(), number)
    return sorted(made, key=lambda document: (document.published, document.id))


def _lineage(desk: _Desk, story: Story, wire: Medium, number: int) -> list[Generated]:
    """A report and its copies."""
    rng = desk.rng
    medium = wire if rng.random() < _AGENCY_SHARE else desk.free.pop()
    body = printed(tell(desk.deck, story, desk.key()), medium.lang)
    day = story.day + datetime.timedelta(rng.random() < 0.3)
    root = _Node(desk.key(), medium, body, new_title(rng, story, medium.lang), day)
    nodes = [root]
    for _ in range(min(rng.choice(_COPIES), len(desk.free))):
        parent = root if rng.random() < 0.5 else rng.choice([node for node in nodes if node.depth < _DEEPEST])
        nodes.append(_copy(desk, story, parent))
    nodes += _twins(desk, story, root)
    unseen = medium.is_agency and len(nodes) > 1 and rng.random() < _UNSEEN_SHARE
    seen = nodes[1:] if unseen else nodes
    return [_document(rng, node, story, root, number) for node in seen]


def _twins(desk: _Desk, story: Story, root: _Node) -> list[_Node]:
    """Now and then two outlets print the report as it stands on one day."""
    fit = [outlet for outlet in desk.free if outlet.lang == root.outlet.lang][:2]
    if len(fit) < 2 or desk.rng.random() >= _TWINS_SHARE:
        return []
    day = _later(desk.rng, root.published)
    return [_copy(desk, story, root, outlet, day) for outlet in fit]


def _copy(
    desk: _Desk, story: Story, parent: _Node, outlet: Medium | None = None, day: datetime.date | None = None
) -> _Node:
    rng = desk.rng
    outlet = outlet or _taker(desk, parent.outlet.lang)
    desk.free.remove(outlet)
    kind: Kind = rng.choice(("identical", "edited", "excerpt"))
    if outlet.lang != parent.outlet.lang:
        kind = "translation"
    elif day:
        kind = "identical"
    keeps_title = outlet.lang == parent.outlet.lang and rng.random() < 0.5
    return _Node(
        id=desk.key(),
        outlet=outlet,
        body=_changed(desk, story, parent.body, kind, outlet),
        title=parent.title if keeps_title else new_title(rng, story, outlet.lang),
        published=day or _later(rng, parent.published),
        depth=parent.depth + 1,
        parent=parent,
        kind=kind,
    )


def _taker(desk: _Desk, lang: Lang) -> Medium:
    """An outlet that has not printed the affair, most often one that reads the parent's language."""
    same = [outlet for outlet in desk.free if outlet.lang == lang]
    return same[-1] if same and desk.rng.random() < _SAME_LANGUAGE_SHARE else desk.free[-1]


def _changed(desk: _Desk, story: Story, body: Body, kind: Kind, outlet: Medium) -> Body:
    """The parent's text after what the copying outlet does to it."""
    rng = desk.rng
    if kind == "translation":
        return translated(rng, body, outlet.lang)
    if kind == "identical":
        return body
    kinds = rng.sample(OWN_KINDS, 1 if kind == "edited" else 3)
    own = [Passage(made, made.text(outlet.lang)) for made in paragraphs(desk.deck, story, desk.key(), kinds)]
    return edited(rng, body, outlet.lang, own[0]) if kind == "edited" else excerpt(rng, body, own)


def _later(rng: Random, day: datetime.date) -> datetime.date:
    return day if rng.random() < _SAME_DAY_SHARE else day + datetime.timedelta(rng.randint(1, 2))


def _document(rng: Random, node: _Node, story: Story, root: _Node, number: int) -> Generated:
    source = None
    if node.parent:  # a copy of a copy names the wire as its parent does, or the parent
        source = node.parent.outlet if rng.random() < 0.3 else root.outlet
    page = Page(node.outlet, node.published, node.title, [passage.text for passage in node.body], source)
    return Generated(
        id=node.id,
        text=print_page(rng, page, story),
        outlet=node.outlet.name,
        lang=node.outlet.lang,
        published=node.published.isoformat(),
        copy_of=node.parent.id if node.parent else None,
        kind=node.kind,
        origin=root.outlet.name,
        story=number,
        lineage=root.id,
        paragraphs=tuple(passage.source.key for passage in node.body),
    )


def expected_pairs(documents: Iterable[Generated]) -> set[frozenset[str]]:
    """Pairs of copies: two documents of one lineage that share a paragraph.

    Disjoint excerpts of one wire are no pair: nothing in their texts could tell. An original and its translation are.
    """
    lineages: dict[str, list[Generated]] = defaultdict(list)
    for document in documents:
        lineages[document.lineage].append(document)
    return {
        frozenset((one.id, other.id))
        for members in lineages.values()
        for one, other in combinations(members, 2)
        if set(one.paragraphs) & set(other.paragraphs)
    }


def expected_edges(documents: Iterable[Generated]) -> dict[str, str]:
    """Each copy and what it was copied from, where that is a document of the corpus."""
    documents = list(documents)
    ids = {document.id for document in documents}
    return {document.id: document.copy_of for document in documents if document.copy_of and document.copy_of in ids}


def expected_origins(documents: Iterable[Generated], story: int) -> int:
    """How many independent reports of an affair stand behind its documents."""
    return len({document.lineage for document in documents if document.story == story})
