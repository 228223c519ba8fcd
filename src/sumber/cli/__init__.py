"""The command line: one file a command, each read only when it is called, so that `--help` answers at once."""

from __future__ import annotations

import os
import sys

import click

from sumber import __version__
from sumber.cli.lazy import LazyGroup
from sumber.errors import SumberError

#: Command → its one-line help, kept here so that the list of commands needs no import.
COMMANDS = {
    "code": "Code articles and print one JSON record a document; writes nothing anywhere.",
    "add": "Code articles and keep them in the store.",
    "events": "List the events in the store.",
    "stories": "List stories: each affair once, with its copies and independent voices.",
    "story": "Show one story: its documents, who took it from whom, its events.",
    "event": "Show one event: all its reports, where they differ, the voices behind it.",
    "tolls": "List how many were killed, hurt, arrested …, by whose count; draw them.",
    "actors": "List persons and organisations with their names and roles over time.",
    "sources": "List outlets: who copies whom, and the share of own reporting.",
    "claims": "List who said what, and through which media.",
    "show": "Show an article with what was found in it.",
    "explain": "Show where each field of an event comes from.",
    "search": "Find documents by their words.",
    "decide": "Say whether two reports tell one event.",
    "merge": "Compare the documents in the store with each other.",
    "recode": "Code again what an older codebook or model coded; judgements stay.",
    "export": "Write events to a file: csv, jsonl, parquet, polecat, acled, ucdp, ftm, annotation, dossier.",
    "release": "Release the events: what changed, what is checked, files with their hashes.",
    "agreement": "Compare two coders field by field: Krippendorff's alpha.",
    "serve": "Open the desk in the browser: read, check, merge and release.",
    "codebook": "Check the codebook, try a sentence on it, find what it lacks.",
}


@click.group(
    cls=LazyGroup,
    package="sumber.cli",
    helps=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="sumber")
@click.option("--store", metavar="FILE", help="The store's file [default: sumber.db, or as sumber.toml says].")
@click.pass_context
def cli(ctx: click.Context, store: str | None) -> None:
    """Read news, keep who did what to whom, when, where, how many, and who says so.

    \b
    sumber code article.txt --json        what is in this article?
    sumber add articles/                  keep a folder of articles
    sumber events --type ASSAULT          ask
    """
    ctx.obj = {"store": store}


def main() -> None:
    """Run the command line; an error that Sumber can name is one line, exit status 1."""
    try:
        cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("interrupted; what was written so far is kept", err=True)
        sys.exit(130)
    except SumberError as error:
        click.echo(f"sumber: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of a pipe has gone (head, less): no complaint, but no second error at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    sys.exit(0)
