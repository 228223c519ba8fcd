"""Records for the eye: tables, coloured articles, explanations."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from sumber.cli.chains import claim_lines
from sumber.cli.common import safe
from sumber.merge.views.known import Known
from sumber.merge.views.known_words import SIGN, answers
from sumber.store import bounds, by_id, how_many, speaker, words

Contract = dict[str, Any]

STYLES = {
    "time": "cyan",
    "place": "green",
    "actor": "magenta",
    "quantity": "yellow",
    "cue": "underline",
    "trigger": "bold red",
}


def _when(row: Contract) -> str:
    if not row["from"]:
        return "–"
    shown = row["from"] if row["to"] in (None, row["from"]) else f"{row['from']} – {row['to'] or '…'}"
    return shown + (" *" if row["time_how"] == "inherited" else " †" if row["time_how"] == "published" else "")


def _what(row: Contract) -> Text:
    shown = Text(row["type"], style="bold")
    if row["modes"]:
        shown.append(f" {row['modes']}", style="not bold")
    marks = [row["status"]] * (row["status"] != "actual") + ["background"] * row["background"]
    marks += ["total"] * row["aggregate"]
    if marks:
        shown.append(f"\n{', '.join(marks)}", style="italic dim not bold")
    shown.append(f"\n“{safe(row['trigger'])}”", style="not bold red")
    return shown


def _who_says(row: Contract) -> str:
    outlet = row["outlet"] or "the outlet"
    chain = [part for part in (row["said_by"], *reversed(row["via"].split(" < ")), outlet) if part]
    return safe(" → ".join(chain)) if row["said_by"] or row["via"] else safe(outlet)


def _place(row: Contract) -> str:
    if not row["place"]:
        return "–"
    return safe(row["place"]) + (f" ({row['place_country']})" if row["place_country"] else "")


def _party(row: Contract, side: str) -> str:
    """The names of a side, with a sign behind those that other articles explain."""
    names = row[side].split("; ") if row[side] else ["–"]
    return "; ".join(f"{name} {SIGN}" if name in row["known_of"] else name for name in names)


def _heading(row: Contract) -> Text:
    about = " · ".join(part for part in (row["outlet"], row["published"], row["document"]) if part)
    return Text(safe(row["title"] or row["uri"] or ""), style="bold").append(f"   {safe(about)}", style="not bold dim")


def _columns(table: Table) -> None:
    table.add_column("event", no_wrap=True)
    table.add_column("when", width=14)  # a day with its mark; an interval takes two lines
    shares = {"who": 4, "did what": 4, "to whom": 4, "where": 3, "how many": 3, "who says so": 5}
    for name, share in shares.items():
        table.add_column(name, ratio=share, overflow="fold")


def print_events(rows: list[Contract]) -> None:
    """The table of who did what to whom, when, where, how many, and who says so; a part for each document."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=150)  # a pipe or a log has no width of its own
    for key, told in groupby(rows, key=lambda row: row["document"]):
        events = list(told)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
        _columns(table)
        for row in events:
            name = row["event"].removeprefix(f"{key}.")
            cells = (_party(row, "actors"), _what(row), _party(row, "recipients"), _place(row), row["how_many"] or "–")
            shown = [cell if isinstance(cell, Text) else safe(cell) for cell in cells]
            table.add_row(name, _when(row), *shown, _who_says(row))
        console.print(_heading(events[0]))
        console.print(table)
        for line in dict.fromkeys(line for row in events for line in row["known_of"].values()):
            console.print(Text(safe(f"{SIGN} {line}"), style="dim"))
    note = "* date from a neighbouring clause   † day of publication   – not stated"
    note += f"   {SIGN} known from other articles" if any(row["known"] for row in rows) else ""
    console.print(f"{len(rows)} events   {note}", style="dim")


def _marks(record: Contract) -> list[tuple[int, int, str]]:
    found = [(item["start"], item["end"], STYLES["time"]) for item in record["times"]]
    found += [(item["start"], item["end"], STYLES["place"]) for item in record["places"]]
    found += [(item["start"], item["end"], STYLES["quantity"]) for item in record["quantities"]]
    found += [(m["start"], m["end"], STYLES["actor"]) for actor in record["actors"] for m in actor["mentions"]]
    found += [(c["start"], c["end"], STYLES["cue"]) for said in record["attributions"] for c in said["cue"]]
    found += [(e["trigger"]["start"], e["trigger"]["end"], STYLES["trigger"]) for e in record["events"]]
    return found


def print_article(key: str, record: Contract) -> None:
    """The article, its furniture dimmed and its spans in colour, then its events."""
    console = Console()
    published = (record["published"] or {}).get("from", "undated")
    console.print(Text(f"{key}  {published}  {safe(record['outlet'] or '')}  {record['lang']}", style="dim"))
    shown = Text(safe(record["text"]))  # same length, so offsets hold
    for block in record["layout"]:
        if block["kind"] in ("furniture", "byline"):
            shown.stylize("dim italic", block["start"], block["end"])
        elif block["kind"] == "title":
            shown.stylize("bold", block["start"], block["end"])
    for start, end, style in _marks(record):
        shown.stylize(style, start, end)
    console.print(shown)
    console.print()
    console.print(Text("  ").join([Text(name, style=style) for name, style in STYLES.items()]))
    print_record(record, console)
    if record["attributions"]:
        console.print(Text("\nWho says so, and through whom", style="bold"))
    for line in claim_lines(record):
        console.print(line)


def print_record(record: Contract, console: Console | None = None) -> None:
    """The events of one record as lines for a person."""
    console = console or Console()
    actors, said, places = (by_id(record, part) for part in ("actors", "attributions", "places"))
    if console.is_terminal or record["title"]:
        console.print(Text(safe(record["title"] or record["id"]), style="bold"))
    for event in record["events"]:
        who = "; ".join(actors[i]["name"] for i in event["actors"] if i in actors) or "–"
        whom = "; ".join(actors[i]["name"] for i in event["recipients"] if i in actors) or "–"
        line = Text(f"  {event['id']:>4} ", style="dim")
        line.append(f"{event['type']} ", style="bold")
        line.append(f"“{safe(words(record, event['trigger']))}”  ", style="red")
        line.append(safe(f"{who} → {whom}"), style="magenta")
        line.append(f"  {_when(event)}", style="cyan")
        if event["place"] in places:
            line.append(safe(f"  {places[event['place']]['name']}"), style="green")
        if event["quantities"]:
            line.append(safe(f"  {how_many(record, event)}"), style="yellow")
        marks = [event["status"]] * (event["status"] != "actual") + ["background"] * event["background"]
        if marks:
            line.append(f"  [{', '.join(marks)}]", style="italic")
        if event["attribution"] in said:
            attribution = said[event["attribution"]]
            chain = [speaker(record, attribution) or "hearsay", *(hop["name"] for hop in reversed(attribution["via"]))]
            line.append(safe(f"  says {' → '.join(chain)}"), style="dim")
        console.print(line)


def _field(table: Table, name: str, value: object, evidence: str = "") -> None:
    table.add_row(name, safe(value) if value not in (None, "", []) else Text("not stated", style="dim"), safe(evidence))


def _known(table: Table, known: Known | None) -> None:
    """What other articles tell of an actor, and why they are not believed where they are not."""
    for values, evidence in answers(known) if known else ():
        _field(table, f"  {SIGN}", values, f"not in this article: {evidence}")
    for refused in known.refused if known else ():
        table.add_row(f"  {SIGN}", Text(f"{refused.field} not known", style="dim"), safe(refused.reason))


def print_explanation(record: Contract, event: Contract, known: Mapping[str, Known]) -> None:
    """Each field of one event: its value, the words it was read from, the rule that read it. ``known`` is, by actor,
    what other articles tell of those whom this one does not explain."""
    actors, places, times, said, amounts = (
        by_id(record, part) for part in ("actors", "places", "times", "attributions", "quantities")
    )
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("field", "value", "words and rule"):
        table.add_column(name, overflow="fold")
    kind = " ".join([event["type"], *event["modes"]])
    _field(table, "did what", kind, f"“{words(record, event['trigger'])}”  {event['rule']}")
    _field(table, "status", event["status"] + (", background" if event["background"] else ""))
    for name, ids in (("who", event["actors"]), ("to whom", event["recipients"])):
        for actor in (actors[i] for i in ids if i in actors):
            forms = list(dict.fromkeys(words(record, mention) for mention in actor["mentions"]))
            codes = " ".join([actor["country"] or "no country", *actor["sectors"]])
            _field(table, name, f"{actor['name']} ({codes})", ", ".join(f"“{form}”" for form in forms[:6]))
            _known(table, known.get(actor["id"]))
        if not ids:
            _field(table, name, None)
    moment = times.get(event["time"] or "")
    evidence = f"“{words(record, moment)}”  {moment['rule']}" if moment else ""
    _field(table, "when", None if not event["from"] else _when(event), f"{event['time_how']}  {evidence}")
    place = places.get(event["place"] or "")
    _field(
        table,
        "where",
        place and f"{place['name']} ({place['country'] or '?'})",
        event["place_how"] + (f"  “{words(record, place)}”  {place['rule'] or ''}" if place else ""),
    )
    for quantity in (amounts[i] for i in event["quantities"] if i in amounts):
        _field(table, "how many", f"{quantity['what']} {bounds(quantity)}", f"“{words(record, quantity)}”")
    attribution = said.get(event["attribution"] or "")
    if attribution:
        chain = [speaker(record, attribution) or "hearsay", *(hop["name"] for hop in reversed(attribution["via"]))]
        cue = " ".join(words(record, span) for span in attribution["cue"])
        _field(
            table, "who says so", " → ".join(chain), f"“{cue}”  {attribution['stance']}  {attribution['rule'] or ''}"
        )
    else:
        _field(table, "who says so", record["outlet"] or "the outlet", "in its own voice")
    sentence = Text(safe(words(record, event["sentence"])), style="italic")
    Console().print(Group(sentence, table, Text(event["why"], style="dim")))
