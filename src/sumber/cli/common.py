"""What several commands share: input options, the settings, progress, complaints."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.settings import Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])
Row = dict[str, Any]


class IsoDate(click.ParamType[str]):
    """A calendar day, YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            self.fail(f"{value!r} is not a day written YYYY-MM-DD", param, ctx)


def input_options(command: F) -> F:
    """The arguments and options of every command that reads articles."""
    for decorate in (
        click.option(
            "--engine", type=click.Choice(["process", "ray"]), help="What runs the workers [default: process]."
        ),
        click.option("--workers", type=click.IntRange(0), metavar="N", help="Processes; 0 is one a core [default: 1]."),
        click.option("--outlet", metavar="NAME", help="The outlet that published it."),
        click.option("--lang", type=click.Choice(["id", "en"]), help="The language [default: found]."),
        click.option("--date", type=IsoDate(), help="The day of publication."),
        click.option("--plain", is_flag=True, help="The text is the article's body as it stands: seek no furniture."),
        click.argument("paths", nargs=-1, required=True, metavar="PATH…"),
    ):
        command = decorate(command)
    return command


def hints(plain: bool, date: str | None, lang: str | None, outlet: str | None) -> Hints:
    """The options of `input_options` as the reader wants them."""
    return Hints(date=date, lang=lang, outlet=outlet, plain=plain)


def settings(workers: int | None, engine: str | None) -> Settings:
    """The settings, outranked by the command's own options."""
    found = load_settings()
    return Settings(found.store, found.workers if workers is None else workers, engine or found.engine)


def store_path(ctx: click.Context) -> str:
    """The store that `--store` names, else the settings'."""
    chosen: str | None = (ctx.obj or {}).get("store")
    return chosen or load_settings().store


def read_all(paths: Iterable[str], found: Hints) -> Iterator[Document | ReadError]:
    """All documents of all paths, in order; an unreadable one is an error in its place."""
    from sumber.read import read_path

    for path in paths:
        yield from read_path(path, found)


def count_inputs(paths: Iterable[str]) -> int | None:
    """How many documents the paths hold, for the progress bar; ``None`` where that cannot be told beforehand."""
    from sumber.read import SUFFIXES, count_documents

    total = 0
    for name in paths:
        path = Path(name)
        if name == "-":
            return None
        files = (f for f in path.rglob("*") if f.suffix in SUFFIXES and f.is_file()) if path.is_dir() else [path]
        for file in files:
            count = count_documents(file) if file.is_file() else 1
            if count is None:
                return None
            total += count
    return total


#: Article text comes from strangers: control characters would let it write over the terminal.
_CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}


def safe(text: object) -> str:
    """Text for the terminal, of the same length, in which no character commands it."""
    return str(text).translate(_CONTROL)


def many(count: int, thing: str) -> str:
    """A number of things in words: 1 fault, 2 faults."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def put_rows(
    rows: Iterable[dict[str, Any]],
    columns: Sequence[str],
    as_json: bool,
    as_csv: bool,
    table: Callable[[list[dict[str, Any]]], None],
) -> None:
    """Rows on standard output: CSV, JSON lines, or the table for the eye."""
    if as_csv:
        from sumber.store import write_csv

        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        write_csv(rows, sys.stdout, columns)
    elif as_json:
        for row in rows:
            click.echo(json.dumps({name: row[name] for name in columns}, ensure_ascii=False))
    else:
        table(list(rows))


def page_options(what: str) -> Callable[[F], F]:
    """The options of every command that lists rows of the store page by page."""

    def decorate(command: F) -> F:
        after = click.option("--after", metavar=what, help="Go on after this one: the last of the page before.")
        limit = click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many [default: all].")
        return limit(after(command))

    return decorate


def tell_of_more(rows: Iterable[Row], name: str, count_after: Callable[[str], int]) -> Iterator[Row]:
    """The rows as they are; after the last one a line on standard error where more follow it, with how to see them."""
    last = None
    for row in rows:
        last = row
        yield row
    from sumber.store import COUNTED

    more = count_after(last[name]) if last is not None else 0
    if last is not None and more:
        # The store counts no further than this: a count of all may take long.
        shown = f"{more:,}" if more <= COUNTED else f"more than {COUNTED:,}"
        click.echo(f"{shown} more; see them with the same options and --after {last[name]}", err=True)


def warn_of_waiting(count: int) -> None:
    """One line on standard error where documents were not compared with the others yet."""
    if count:
        click.echo(f"{count} documents are not merged yet and not counted here. Run: sumber merge", err=True)


def complain(uri: str, trouble: str) -> None:
    """One line on standard error for one input."""
    click.echo(f"sumber: {uri}: {trouble}", err=True)
