"""A release: the chosen events in the chosen formats, what changed since the last, and a manifest with the hash of each
file, in one zip. The same store, name, day and choice give the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sumber import __version__
from sumber.errors import StoreError
from sumber.share.changes import COLUMNS, Change, differing, withdrawn
from sumber.share.checks import Checked
from sumber.share.choice import Choice
from sumber.share.forms import FORMS, form_of
from sumber.share.rows import digest_of, flat
from sumber.share.told import Progress, tell
from sumber.store import Corpus, Store, as_json, write_csv

AT_ONCE = 500  # rows compared with those of the last release at a time
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
SHOWN = 200  # changes that a report lists; the file in the zip lists all


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be released: a name that serves as a file name, the ISO day, who releases it, which events in which
    formats, a note."""

    name: str
    day: str
    coder: str
    choice: Choice
    forms: tuple[str, ...] = ("csv",)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is, or would be, released. ``changes`` are the first of them; ``counts`` those of all, by new, changed,
    withdrawn, same; ``digest`` is over the digests of the rows."""

    events: int
    counts: dict[str, int]
    changes: tuple[Change, ...]
    checked: Checked
    previous: str | None
    digest: str


def check_order(order: Order) -> None:
    """Raises StoreError where a release cannot be called so or has no format."""
    if not _NAME.fullmatch(order.name):
        raise StoreError(f"{order.name!r} is no name for a release: letters, digits, dots and dashes, 64 at most")
    if not order.forms:
        raise StoreError(f"choose a format: {', '.join(FORMS)}")
    for name in order.forms:
        form_of(name)


def look(store: Store, choice: Choice, progress: Progress | None = None) -> Report:
    """What a release of this choice would hold; keeps nothing."""
    with store.snapshot() as corpus, tempfile.TemporaryDirectory() as folder:
        return _write(corpus, choice, (), Path(folder), progress)


def release(store: Store, order: Order, out: Path, progress: Progress | None = None) -> tuple[Path, Report]:
    """Write ``NAME.zip`` into a folder and keep what was released; gives the file.

    Raises StoreError where there is a release of that name, or the folder cannot be written.
    """
    check_order(order)
    path = out / f"{order.name}.zip"
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{out}: cannot be made ({error.strerror})") from error
    with tempfile.TemporaryDirectory(dir=out, prefix=".release-") as made:
        folder = Path(made)
        with store.snapshot() as corpus:
            _check_free(corpus, order.name)
            report = _write(corpus, order.choice, order.forms, folder, progress)
            made_by = store.made_by()
        manifest = _manifest(order, report, made_by, folder)
        _pack(order, manifest, folder, folder / "packed")
        with store.corpus(alone=True) as corpus:
            _check_free(corpus, order.name)
            row = {"name": order.name, "at": order.day, "coder": order.coder, "choice": order.choice.told()}
            corpus.releases.add({**row, "digest": report.digest, "note": order.note}, _rows(folder))
            # The file is there before the release is kept for good: one without the other is then only the file.
            os.replace(folder / "packed", path)
    return path, report


def _check_free(corpus: Corpus, name: str) -> None:
    if corpus.releases.named(name) is not None:
        raise StoreError(f"there is a release called {name!r} already; give this one another name")


def _write(corpus: Corpus, choice: Choice, forms: Sequence[str], folder: Path, progress: Progress | None) -> Report:
    """All files of a release, in one pass over the events."""
    last = next(iter(corpus.releases.listed()), None)
    before = corpus.releases.digests(last["row"]) if last else {}
    checked, whole_digest = Checked(), hashlib.sha256()
    counts = {"new": 0, "changed": 0, "withdrawn": 0, "same": 0}
    changes: list[Change] = []
    waiting: list[tuple[str, str, dict[str, Any]]] = []
    with ExitStack() as stack:
        puts = {name: stack.enter_context(FORMS[name].open(folder / FORMS[name].file)) for name in forms}
        data = stack.enter_context((folder / "rows").open("w", encoding="utf-8"))
        listed = stack.enter_context((folder / "changes").open("w", encoding="utf-8"))
        written = dict.fromkeys(forms, 0)

        def keep(found: Iterator[Change]) -> None:
            for one in found:
                counts[one.change] += 1
                if len(changes) < SHOWN:
                    changes.append(one)
                listed.write(as_json(one.as_row()) + "\n")

        for told in tell(corpus, choice, progress):
            row = flat(told)
            digest = digest_of(row)
            whole_digest.update(f"{told.id} {digest}\n".encode())
            checked.look(told)
            for name, put in puts.items():
                written[name] += put(told)
            data.write(as_json([told.id, digest, as_json(row)]) + "\n")
            if before.get(told.id) == digest:
                counts["same"] += 1
            else:
                waiting.append((told.id, before.get(told.id, ""), row))
            before.pop(told.id, None)
            if len(waiting) == AT_ONCE:
                keep(_compared(corpus, waiting))
                waiting = []
        keep(_compared(corpus, waiting))
        keep(withdrawn(corpus, before, choice))
    (folder / "written").write_text(as_json(written), encoding="utf-8")
    events = counts["new"] + counts["changed"] + counts["same"]
    previous = last["name"] if last else None
    return Report(events, counts, tuple(changes), checked, previous, whole_digest.hexdigest())


def _compared(corpus: Corpus, waiting: Sequence[tuple[str, str, dict[str, Any]]]) -> Iterator[Change]:
    old = corpus.releases.data({ident: digest for ident, digest, _row in waiting if digest})
    for ident, digest, row in waiting:
        if digest:
            yield Change(ident, "changed", differing(old.get(ident, {}), row), "", "", row)
        else:
            yield Change(ident, "new", (), "", "", row)


def _rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    with (folder / "rows").open(encoding="utf-8") as file:
        for line in file:
            ident, digest, data = json.loads(line)
            yield ident, digest, data


def _manifest(
    order: Order, report: Report, made_by: Sequence[tuple[str, dict[str, str], int]], folder: Path
) -> dict[str, Any]:
    rows = json.loads((folder / "written").read_text(encoding="utf-8"))
    with (
        (folder / "changes").open(encoding="utf-8") as told,
        (folder / "changes.csv").open("w", encoding="utf-8-sig", newline="") as file,
    ):
        rows["changes"] = write_csv((json.loads(line) for line in told), file, COLUMNS)
    (folder / "CITATION.txt").write_text(citation(order, report), encoding="utf-8")
    named = {"changes": "changes.csv"} | {name: FORMS[name].file for name in order.forms}
    files = [{**_hashed(folder / file), "format": name, "rows": rows[name]} for name, file in named.items()]
    return {
        "name": order.name,
        "day": order.day,
        "by": order.coder,
        "note": order.note,
        "choice": order.choice.told(),
        "events": report.events,
        "since": report.previous,
        "changes": report.counts,
        "checks": dict(sorted(report.checked.counts.items())),
        "digest": f"sha256:{report.digest}",
        "sumber": __version__,
        "made_by": [{"codebook": book, "models": models, "documents": n} for book, models, n in made_by],
        "files": [*sorted(files, key=lambda one: str(one["file"])), _hashed(folder / "CITATION.txt")],
    }


def citation(order: Order, report: Report) -> str:
    """How the release is cited."""
    year = order.day[:4]
    return (
        f"{order.coder} ({year}). {order.name}: {report.events} events coded from news with Sumber {__version__} "
        f"(PLOVER 2.0). Released {order.day}. SHA-256 of its rows: {report.digest}.\n"
    )


def _hashed(path: Path) -> dict[str, Any]:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": digest.hexdigest()}


def _pack(order: Order, manifest: dict[str, Any], folder: Path, path: Path) -> None:
    (folder / "manifest.json").write_text(
        json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )
    names = ["manifest.json", *(one["file"] for one in manifest["files"])]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in names:
            entry = zipfile.ZipInfo(f"{order.name}/{name}", (1980, 1, 1, 0, 0, 0))  # no clock in the bytes
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with (folder / name).open("rb") as source, packed.open(entry, "w", force_zip64=True) as target:
                while block := source.read(1 << 20):
                    target.write(block)
    os.chmod(path, 0o644)
