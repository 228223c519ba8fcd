"""Code development data with the program as shipped, and hand the records to scorers outside the repository."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sumber.model import Document
from sumber.run import code_all

Scores = dict[str, float]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file, packed or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def code(documents: list[Document], workers: int) -> str:
    """Records as JSON lines, as `sumber code --json` prints them."""
    coded = []
    for outcome in code_all(documents, workers):
        if outcome.record is None:
            raise RuntimeError(f"{outcome.uri}: {outcome.trouble}\n{outcome.detail}")
        coded.append(json.dumps(outcome.record, ensure_ascii=False))
    return "\n".join(coded) + "\n"


def tool(*command: str | Path, stdin: str | None = None) -> str:
    """What a scorer prints. Its exit status 1 means "not perfect", which is no failure of the scorer."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], input=stdin, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def formed(shared: Path, form: str, records: str, folder: Path) -> Path:
    """The records in the form a scorer reads, in a file."""
    target = folder / f"{form}.jsonl"
    target.write_text(tool(shared / "bench" / "forms.py", form, stdin=records), encoding="utf-8")
    return target


def articles(texts: Path) -> list[Document]:
    """Articles with their day of publication; title, outlet, language and all else are to be found."""
    documents = []
    for path in sorted(texts.glob("*.txt")):
        about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        documents.append(Document(path.stem, text, published=about["published"], published_how="given"))
    return documents


def against_gold(
    shared: Path, home: Path, folder: Path, workers: int, measures: Mapping[str, tuple[str, str]]
) -> Scores:
    """Articles below `home`/text against the gold below `home`/gold; `measures` names parts of the scorer's report."""
    facts = folder / "facts"
    facts.mkdir()
    records = code(articles(home / "text"), workers)
    tool(shared / "bench" / "forms.py", "facts", facts, stdin=records)
    scorer = shared / "cases" / "score.py"
    told = json.loads(tool(scorer, facts, "--gold", home / "gold", "--text", home / "text", "--json"))
    return {name: told[part][measure] for name, (part, measure) in measures.items() if part in told}
