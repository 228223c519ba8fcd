"""A story: its documents as a tree of who took it from whom, its voices, its events, the words its copies share."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Path, Query

from sumber.merge.views import shared_text, tree_of, view_events, view_story
from sumber.serve.answers.bench import Voice
from sumber.serve.answers.stories import (
    HeardVoice,
    SharedText,
    SharedTexts,
    StoryEvent,
    StoryEvents,
    StoryPage,
    Stretch,
    Telling,
)
from sumber.serve.desk import DeskOf
from sumber.serve.lines import lines_of

router = APIRouter()

Name = Annotated[str, Path(max_length=80, description="S…, or a document of the story")]
Key = r"^[0-9a-f]{12}$"
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("/stories/{name}")
def story(
    desk: DeskOf, name: Name, after: Annotated[str | None, Query(pattern=Key)] = None, limit: Limit = 100
) -> StoryPage:
    """A story with its documents in the order of its tree, ``after`` a document of it."""
    with desk.corpus() as corpus:
        found = view_story(corpus, name)
        tree = tree_of(found)
        reports = corpus.events.of_documents(one.document for _depth, one in tree)
    counts = Counter(report.partition(".")[0] for report in reports)
    start = next((at + 1 for at, (_depth, one) in enumerate(tree) if one.document == after), 0)
    page = tree[start : start + limit]
    outlets = {one.document: one.outlet for one in found.tellers}
    heard = Counter(one.voice.key for one in found.tellers)
    return StoryPage(
        id=found.id,
        title=found.title,
        lang=next((one.lang for one in found.tellers if one.title == found.title), "id"),
        first=found.first,
        last=found.last,
        count=len(tree),
        copies=found.copies,
        events=len(found.events),
        outlets=len({one.outlet for one in found.tellers}),
        voices=[HeardVoice(voice=Voice.model_validate(one), documents=heard[one.key]) for one in found.voices[:200]],
        tellings=[
            Telling(
                **{field: getattr(one, field) for field in _OF_TELLER},
                depth=depth,
                parent_outlet=outlets.get(one.parent or ""),
                voice=Voice.model_validate(one.voice),
                events=counts[one.document],
            )
            for depth, one in page
        ],
        next=page[-1][1].document if start + limit < len(tree) else None,
    )


@router.get("/stories/{name}/events")
def story_events(
    desk: DeskOf, name: Name, after: Annotated[str | None, Query(max_length=80)] = None, limit: Limit = 20
) -> StoryEvents:
    """What a story tells, each event once, those told most often first; ``after`` is the id of an event of it."""
    with desk.corpus() as corpus:
        found = view_story(corpus, name)
        told = corpus.events.merged(corpus.events.of_documents(one.document for one in found.tellers))
        often = Counter(told.values())
        ids = sorted(found.events, key=lambda event: (-often[event], event))
        start = ids.index(after) + 1 if after in ids else 0
        views = view_events(corpus, ids[start : start + limit])
        lines = lines_of(corpus, [view.reports[0].name for view in views])
    return StoryEvents(
        events=[
            StoryEvent(
                id=view.id,
                reports=len(view.reports),
                voices=view.voices.count,
                differs=list(view.differs),
                line=lines[view.reports[0].name],
            )
            for view in views
        ],
        next=views[-1].id if start + limit < len(ids) else None,
    )


@router.get("/stories/{name}/shared")
def story_shared(
    desk: DeskOf,
    name: Name,
    after: Annotated[int, Query(ge=0, le=1_000_000, description="how many pairs stood on the pages before")] = 0,
    limit: Limit = 20,
) -> SharedTexts:
    """The words that the copies of a story have in common, pair by pair."""
    with desk.corpus() as corpus:
        found = view_story(corpus, name)
        pairs = shared_text(corpus, found, after, limit + 1)
    outlets = {one.document: one for one in found.tellers}
    told = [
        SharedText(
            **{field: getattr(one, field) for field in ("a", "b", "kind", "in_a", "in_b")},
            outlet_a=outlets[one.a].outlet,
            outlet_b=outlets[one.b].outlet,
            lang=outlets[one.a].lang,
            stretches=[Stretch(start=start, end=end, words=words) for start, end, words in one.stretches[:50]],
        )
        for one in pairs[:limit]
    ]
    return SharedTexts(pairs=told, next=after + limit if len(pairs) > limit else None)


_OF_TELLER = ("document", "outlet", "published", "title", "lang", "parent", "reason", "sure")
