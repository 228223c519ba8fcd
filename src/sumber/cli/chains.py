"""Claims for the eye: the chain from the speaker to the page, and the words that tell of it."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sumber.cli.common import safe
from sumber.store import by_id, speaker, words

Contract = dict[str, Any]
ARROW = " ─▶ "
LONGEST = 160  # characters of content that are shown


def chain(said_by: str | None, via: list[str], outlet: str | None) -> Text:
    """``Min Aung Hlaing ─▶ TASS ─▶ Analisadaily.com``: `via` is nearest to the reader first, as in the record."""
    drawn = Text(safe(said_by or "hearsay"), style="magenta" if said_by else "italic dim")
    for name in reversed(via):
        drawn.append(ARROW, style="dim not italic")
        drawn.append(safe(name), style="cyan not dim not italic")
    drawn.append(ARROW, style="dim not italic")
    drawn.append(safe(outlet or "this article"), style="not dim not italic")
    return drawn


def shorten(content: str) -> str:
    """Content on one line, cut at a blank where it is long."""
    if len(content) <= LONGEST:
        return content
    return content[:LONGEST].rsplit(" ", 1)[0] + " …"


def claim_lines(record: Contract) -> list[Text]:
    """The claims of one record, each with its chain; one that stands inside another is set in below it."""
    said = by_id(record, "attributions")
    lines: list[Text] = []
    for claim in record["attributions"]:
        depth, above, seen = 0, claim["parent"], {claim["id"]}
        while above in said and above not in seen:
            seen.add(above)
            depth, above = depth + 1, said[above]["parent"]
        cue = " ".join(words(record, span) for span in claim["cue"])
        line = Text("  " + "    " * depth + f"{claim['id']:>4} ", style="dim")
        line.append_text(chain(speaker(record, claim), [hop["name"] for hop in claim["via"]], record["outlet"]))
        line.append(f"  {claim['stance']}" + (f" “{safe(cue)}”" if cue else ""), style="underline")
        content = shorten(" … ".join(words(record, span) for span in claim["content"]))
        line.append(f"\n       {'    ' * depth}{safe(content)}", style="not dim not underline")
        lines.append(line)
    return lines


def print_claims(rows: list[Contract]) -> None:
    """The table of who said what, and through which media."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=150)  # a pipe or a log has no width of its own
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("claim", no_wrap=True)
    table.add_column("published", no_wrap=True)
    for name, share in {"who, through whom": 4, "says": 1, "what": 7}.items():
        table.add_column(name, ratio=share, overflow="fold")
    for row in rows:
        via = row["via"].split(" < ") if row["via"] else []
        who = chain(row["said_by"], via, row["outlet"])
        table.add_row(row["claim"], row["published"] or "undated", who, row["stance"], safe(shorten(row["content"])))
    console.print(table)
    console.print(f"{len(rows)} claims", style="dim")
