"""`sumber codebook check`: faults of the codebook's files, and examples that do not give what they promise."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from sumber.cli.common import many, safe


@click.command("check")
@click.argument("folder", required=False, metavar="[FOLDER]")
@click.option("--all", "every", is_flag=True, help="Code all examples, the package's too, not only your own.")
def command(folder: str | None, every: bool) -> None:
    """Check the codebook together with your own FOLDER [default: SUMBER_CODEBOOK], and code its examples.

    Each fault says where it is and what to do. The exit status is 1 where there is one.

    \b
    sumber codebook check my-codebook/
    sumber codebook check my-codebook/ --all
    """
    if folder:
        os.environ["SUMBER_CODEBOOK"] = folder  # before any file is read, so that the examples are coded with it
    from sumber import codebook
    from sumber.tend import check_files

    own = codebook.overlay()
    faults, files = check_files(own)
    for fault in faults:
        click.echo(safe(fault))
    if faults:
        click.echo(f"{many(len(faults), 'fault')}; examples are coded once these are mended")
        sys.exit(1)
    coded, failed = _code_examples(own, every)
    hint = "" if own or every else "; --all codes the package's examples, a FOLDER its own"
    broken = f"{failed} of them" if failed else "none of them"
    where = f"{many(files, 'file')} of your own and the package's" if own else "the package's files"
    click.echo(f"no faults in {where}; {many(coded, 'example')} coded, {broken} at fault{hint}")
    if failed:
        sys.exit(1)


def _code_examples(own: Path | None, every: bool) -> tuple[int, int]:
    """How many examples were coded, and how many of them failed; each failure is told."""
    if own is None and not every:
        return 0, 0
    from sumber.cli.progress import watched
    from sumber.tend import example_trouble, triggers_of

    triggers = triggers_of(None if every else own)
    failed = 0
    for trigger in watched(triggers, "examples", len(triggers)):
        trouble = example_trouble(trigger)
        if trouble is not None:
            failed += 1
            click.echo(safe(f"{trigger.path}: {trouble}"))
            click.echo(safe(f"    sumber codebook try {_quoted(trigger.example)} --lang {trigger.lang}"))
    return len(triggers), failed


def _quoted(sentence: str) -> str:
    import shlex

    return shlex.quote(sentence)
