"""Search: articles by their words, with the sentence that holds them and what the finds have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from sumber.serve.desk import Desk, DeskOf
from sumber.store import Finder, Hit, Order

router = APIRouter(tags=["search"])

Choice = Annotated[str | None, Query(max_length=200)]


class Marked(BaseModel):
    """Words, and the places [start, end] within them that answer the question."""

    text: str
    marks: list[tuple[int, int]]


class Sentence(Marked):
    """A sentence of an article, which begins at the character ``start`` of its text; ``before`` and ``after`` say
    whether it goes on there."""

    start: int
    before: bool
    after: bool


class SearchHit(BaseModel):
    """An article. ``event`` is the first event told in the sentence (DOC.eN), where there is one."""

    document: str
    outlet: str | None
    lang: str
    published: str | None
    title: Marked
    sentence: Sentence
    event: str | None


class FacetValue(BaseModel):
    """A value, and how many of the articles found have it (the facet's own choice left aside)."""

    value: str
    count: int


class FoundFacets(BaseModel):
    """What the articles found have in common; types and countries are those that the machine read."""

    lang: list[FacetValue]
    outlet: list[FacetValue]
    type: list[FacetValue]
    country: list[FacetValue]
    year: list[FacetValue]


class Family(BaseModel):
    """A word that was asked for, and the words of the store that were sought for it."""

    word: str
    forms: list[str]


class SearchPage(BaseModel):
    """One page of what was found. ``next`` is to be asked for with ``after``; ``notes`` say what of the question was
    passed over: open_quote, dangling (AND, OR, NOT with nothing to join), brackets, only_not, too_long, empty."""

    total: int
    hits: list[SearchHit]
    next: str | None
    families: list[Family]
    facets: FoundFacets
    notes: list[Literal["open_quote", "dangling", "brackets", "only_not", "too_long", "empty"]]


def _finder(desk: Desk) -> Finder:
    return Finder(desk.store)


@router.get("/search")
def search(
    desk: DeskOf,
    q: Annotated[str, Query(max_length=500, description='words, "phrases", beginning*, OR, -without')],
    stems: Annotated[bool, Query(description="seek words of the same root too")] = True,
    lang: Choice = None,
    outlet: Choice = None,
    type: Choice = None,
    country: Choice = None,
    year: Choice = None,
    order: Order = "best",
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
    after: Annotated[str | None, Query(max_length=40, description="the next of the page before")] = None,
) -> SearchPage:
    """The articles that hold the words, best first; never an error for what was typed."""
    given = {"lang": lang, "outlet": outlet, "type": type, "country": country, "year": year}
    chosen = {name: value for name, value in given.items() if value}
    found = desk.part(_finder).find(q, chosen, stems, order, limit, after)
    return SearchPage(
        total=found.total,
        hits=[_hit(hit) for hit in found.hits],
        next=found.next,
        families=[Family(word=word, forms=forms) for word, forms in found.families.items()],
        facets=FoundFacets(
            **{name: [FacetValue(value=v, count=n) for v, n in counts[:40]] for name, counts in found.facets.items()}
        ),
        notes=list(found.notes),
    )


def _hit(hit: Hit) -> SearchHit:
    passage = hit.passage
    return SearchHit(
        document=hit.key,
        outlet=hit.outlet,
        lang=hit.lang,
        published=hit.published,
        title=Marked(text=hit.title, marks=list(hit.title_marks)),
        sentence=Sentence(
            text=passage.text,
            marks=list(passage.marks),
            start=passage.start,
            before=passage.before,
            after=passage.after,
        ),
        event=hit.event,
    )
