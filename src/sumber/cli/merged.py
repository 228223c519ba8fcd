"""The corpus for the eye: stories, events, sources, actors, tolls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sumber.cli.common import safe
from sumber.merge.events.voices import Voice
from sumber.merge.tolls import Figure, bounds
from sumber.merge.views import EventView, Shared, StoryView, TollView
from sumber.merge.views.known import Known
from sumber.merge.views.known_words import SIGN, known_words

Row = dict[str, Any]


def _console() -> Console:
    console = Console()
    return console if console.is_terminal else Console(width=150)  # a pipe or a log has no width of its own


def _table(*columns: str, fixed: Iterable[str] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, no_wrap=name in set(fixed), overflow="fold")
    return table


def _cells(*values: object) -> list[Text]:
    return [Text(safe("–" if value is None or value == "" else value)) for value in values]


def print_rows(rows: Sequence[Row], columns: Sequence[str], nothing: str) -> None:
    """A table of some columns of rows."""
    if not rows:
        _console().print(Text(nothing, style="dim"))
        return
    table = _table(*columns, fixed=columns[:1])
    for row in rows:
        table.add_row(*_cells(*(row[name] for name in columns)))
    _console().print(table)


def print_stories(rows: list[Row]) -> None:
    """The table of stories."""
    shown = ("story", "first", "last", "documents", "copies", "voices", "events", "title")
    print_rows(rows, shown, "no stories of that kind")


def print_sources(rows: list[Row]) -> None:
    """The table of outlets."""
    print_rows(rows, ("outlet", "documents", "own", "own_share", "first", "takes", "gives"), "no documents yet")


def print_actors(rows: list[Row]) -> None:
    """The table of actors."""
    shown = ("actor", "name", "country", "sectors", "documents", "names", "roles", "told", "maybe")
    print_rows(rows, shown, "no actors of that name")


def _voice(voice: Voice) -> str:
    return voice.name or {"speaker": "somebody not named", "unknown": "an outlet not named"}.get(voice.kind, "?")


def _voices(voices: Iterable[Voice]) -> str:
    return ", ".join(_voice(voice) for voice in voices)


def print_story(story: StoryView, events: Sequence[EventView]) -> None:
    """A story: its documents with whom they took their text from, its voices, its events."""
    console = _console()
    console.print(Text(safe(story.title or story.id), style="bold"))
    days = story.first if story.first == story.last else f"{story.first} – {story.last}"
    told = f"{len(story.tellers)} documents, {story.copies} of them copies; {len(story.voices)} independent"
    console.print(Text(safe(f"{story.id} · {days} · {told}: {_voices(story.voices)}"), style="dim"))
    table = _table("document", "published", "outlet", "text of", "taken from", "title", fixed=["document"])
    for one in story.tellers:
        taken = f"{one.parent}: {one.reason}" if one.parent else ""
        table.add_row(*_cells(one.document, one.published, one.outlet, _voice(one.voice), taken, one.title))
    console.print(table)
    table = _table("event", "what", "when", "reports", "voices", "they differ in", fixed=["event"])
    for event in events:
        first = event.reports[0].values
        what = " ".join(filter(None, (first.get("type"), first.get("actors"), "→", first.get("recipients"))))
        differ = ", ".join(event.differs)
        table.add_row(*_cells(event.id, what, first.get("date"), len(event.reports), event.voices.count, differ))
    console.print(table)


def print_shared(shared: Iterable[Shared]) -> None:
    """What copies have in common, pair by pair."""
    console = _console()
    for pair in shared:
        shares = f"{pair.in_a:.0%} of {pair.a}, {pair.in_b:.0%} of {pair.b}"
        console.print(Text(safe(f"{pair.a} and {pair.b}: {pair.kind}, {shares}"), style="bold"))
        for start, end, words in pair.stretches:
            console.print(Text(safe(f"  {start}–{end}  {words}")))


def print_event(event: EventView) -> None:
    """An event: its reports, its fields with the voices behind each value, why the reports were joined."""
    console = _console()
    count = event.voices.count
    console.print(Text(f"{event.id}: {len(event.reports)} reports, {count} independent voices", style="bold"))
    table = _table("report", "published", "outlet", "who says so", "copy of", "sentence", fixed=["report"])
    for one in event.reports:
        says = " ← ".join([_voice(one.voice), *reversed(one.via)])
        table.add_row(*_cells(one.name, one.published, one.outlet, says, one.copy_of, one.sentence))
    console.print(table)
    table = _table("field", "value", "voices", "reports")
    for name, values in event.backing.items():
        for backing in values:
            style = "bold yellow" if name in event.differs else ""
            reports = ", ".join(report for _voice_, names in backing.voices for report in names)
            voices = f"{backing.count}: {_voices(voice for voice, _ in backing.voices)}"
            table.add_row(Text(name, style=style), *_cells(backing.value, voices, reports))
    console.print(table)
    for link in event.links:
        console.print(Text(safe(f"{link.a} = {link.b}: {link.reason}"), style="dim"))


def print_known(known: Sequence[tuple[str, Known]]) -> None:
    """What other articles tell of the parties of each report."""
    console = _console()
    for name, one in known:
        if one.found:
            console.print(Text(safe(f"{SIGN} {name}  {known_words(one)}")))
        for no in one.refused:
            console.print(Text(safe(f"{SIGN} {name}  {one.called}: {no.field} not known, {no.reason}"), style="dim"))


def print_tolls(tolls: TollView) -> None:
    """Figures by event with what contradicts what, then running totals."""
    console = _console()
    if not tolls.events and not tolls.totals:
        console.print(Text("no figures of that kind", style="dim"))
    for event in tolls.events:
        console.print(Text(safe(event.event), style="bold").append(safe(f"   {event.told}"), style="not bold dim"))
        console.print(_figures(event.figures))
        for difference in event.differences:
            console.print(Text(safe(f"{difference.kind}: {difference.words}"), style="yellow"))
    for one in tolls.totals:
        about = " ".join(filter(None, ("total", one.what, one.who, *one.subject)))
        since = f" since {one.since}" if one.since else ""
        console.print(Text(safe(f"{about}{since}, by {one.origin}"), style="bold"))
        console.print(_figures(one.figures))


def _figures(figures: Iterable[Figure]) -> Table:
    table = _table("what", "how many", "of whom", "by whose count", "via", "as of", "outlet", "words")
    for one in figures:
        via = " < ".join(one.via)
        table.add_row(*_cells(one.what, bounds(one), one.who, one.origin, via, one.day, one.outlet, one.words))
    return table
