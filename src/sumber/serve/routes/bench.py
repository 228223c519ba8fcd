"""The merge bench: an event's reports side by side, two reports compared, the pairs that deserve a look.

Stories and decisions are in files of their own and are added here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from sumber.merge.views import EventView, view_event, view_pair
from sumber.merge.views.doubts import Doubt as Found
from sumber.merge.views.doubts import event_doubts, find_doubts, open_doubts
from sumber.serve.answers.bench import (
    Backed,
    Beside,
    Block,
    Doubt,
    DoubtKind,
    DoubtPage,
    EventPage,
    Link,
    PairPage,
    Report,
)
from sumber.serve.answers.decisions import REPORT
from sumber.serve.desk import DeskOf
from sumber.serve.lines import lines_of
from sumber.serve.routes import decisions, stories
from sumber.store import Corpus

router = APIRouter(tags=["bench"])
router.include_router(stories.router)
router.include_router(decisions.router)

PLACE = r"^-?[0-9]{1,6}(\.[0-9]{1,6})?~[0-9a-f]{12}\.e[0-9]{1,6}~[0-9a-f]{12}\.e[0-9]{1,6}$"
Name = Annotated[str, Path(max_length=80, description="E…, or a report DOC.eN")]
Limit = Annotated[int, Query(ge=1, le=200)]
ReportName = Annotated[str, Query(pattern=REPORT)]


@router.get("/events/{name}")
def event(
    desk: DeskOf,
    name: Name,
    after: Annotated[str | None, Query(pattern=REPORT, description="the last report of the page before")] = None,
    limit: Limit = 50,
) -> EventPage:
    """An event with its reports, by its id or one of its reports."""
    with desk.corpus() as corpus:
        found = view_event(corpus, name)
        names = [report.name for report in found.reports]
        doubts = _lines(corpus, event_doubts(corpus, names)[:200])
        stories_of = corpus.events.stories_of(names[:1])
    start = names.index(after) + 1 if after in names else 0
    reports = found.reports[start : start + limit]
    return EventPage(
        id=found.id,
        story=stories_of[names[0]],
        count=len(names),
        documents=len({report.document for report in found.reports}),
        reports=[Report.model_validate(report) for report in reports],
        next=reports[-1].name if start + limit < len(names) else None,
        links=[Link.model_validate(link) for link in found.links[:200]],
        doubts=doubts,
        **_voices(found),
    )


@router.get("/pairs")
def pair(desk: DeskOf, a: ReportName, b: ReportName) -> PairPage:
    """Two reports beside each other."""
    with desk.corpus() as corpus:
        found = view_pair(corpus, a, b)
        stories_of = corpus.events.stories_of([a, b])
    told = {report.name: Report.model_validate(report) for report in found.sides.reports}
    return PairPage(
        a=told[a],
        b=told[b],
        events=list(found.events),
        stories=[stories_of[a], stories_of[b]],
        points=found.points,
        enough=found.enough,
        reasons=list(found.reasons),
        against=found.against,
        answer=found.answer,
        row=found.row,
        **_voices(found.sides),
    )


@router.get("/doubts")
def doubts(
    desk: DeskOf,
    kind: DoubtKind = "joined",
    after: Annotated[str | None, Query(pattern=PLACE, max_length=80)] = None,
    limit: Limit = 50,
) -> DoubtPage:
    """Pairs that deserve a look and that nobody decided on: joined by a thin link, nearly joined, or torn apart."""
    with desk.corpus() as corpus:
        known = desk.kept("doubts", lambda: find_doubts(corpus), corpus_only=True)
        place = None
        if after is not None:
            rank, a, b = after.split("~")
            place = (float(rank), a, b)
        found, more = open_doubts(corpus, known, kind, place, limit)
        told = _lines(corpus, found)
    return DoubtPage(kind=kind, total=known.left(kind), doubts=told, next=_place(found[-1]) if found and more else None)


@router.get("/reports/{name}/article")
def beside(desk: DeskOf, name: Annotated[str, Path(pattern=REPORT)]) -> Beside:
    """The article of a report, to be read beside the bench."""
    record, told = desk.store.event(name)
    text = record["text"]
    return Beside(
        name=name,
        document=name.partition(".")[0],
        outlet=record["outlet"],
        published=(record["published"] or {}).get("from"),
        title=record["title"],
        lang=record["lang"],
        blocks=[Block(**part, text=text[part["start"] : part["end"]]) for part in record["layout"]],
        trigger=[told["trigger"]["start"], told["trigger"]["end"]],
        sentence=[told["sentence"]["start"], told["sentence"]["end"]],
    )


def _lines(corpus: Corpus, found: Sequence[Found]) -> list[Doubt]:
    lines = lines_of(corpus, (name for one in found for name in (one.a, one.b)))
    return [
        Doubt(kind=one.kind, a=lines[one.a], b=lines[one.b], points=one.points, spare=one.spare, place=_place(one))
        for one in found
        if one.a in lines and one.b in lines
    ]


def _place(one: Found) -> str:
    return "~".join((f"{one.place[0]:.3f}", one.a, one.b))


def _voices(view: EventView) -> dict[str, Any]:
    return {
        "voices": Backed.of(view.voices).voices,
        "backing": {field: [Backed.of(one) for one in values] for field, values in view.backing.items()},
        "differs": list(view.differs),
    }
