"""The formats, one file each; a new one is a file with such a function, and its line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path

from sumber.errors import StoreError
from sumber.share import acled, annotation, ftm, own, polecat, ucdp
from sumber.share.choice import Choice
from sumber.share.files import Put
from sumber.share.told import Progress, tell
from sumber.store import Corpus, whole


@dataclass(frozen=True, slots=True)
class Form:
    """A format: the name of its file, what it is served as, and how one is opened."""

    name: str
    file: str
    media: str
    open: Callable[[Path], AbstractContextManager[Put]]


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("csv", "events.csv", "text/csv", own.csv_file),
        Form("jsonl", "events.jsonl", "application/x-ndjson", own.jsonl_file),
        Form("parquet", "events.parquet", "application/vnd.apache.parquet", own.parquet_file),
        Form("polecat", "polecat.tsv", "text/tab-separated-values", polecat.polecat_file),
        Form("acled", "acled-like.csv", "text/csv", acled.acled_file),
        Form("ucdp", "ucdp-like.csv", "text/csv", ucdp.ucdp_file),
        Form("ftm", "entities.ftm.json", "application/x-ndjson", ftm.ftm_file),
        Form("annotation", "annotations.jsonld", "application/ld+json", annotation.annotation_file),
    )
}


def form_of(name: str) -> Form:
    """A format by its name. Raises StoreError where there is none."""
    if name not in FORMS:
        raise StoreError(f"no format is called {name!r}; there are {', '.join(FORMS)}")
    return FORMS[name]


def export(corpus: Corpus, form: str, path: Path, choice: Choice, progress: Progress | None = None) -> int:
    """Write the chosen events to a file, which appears whole or not at all; gives the number of rows.

    Raises StoreError where the format or the path will not do.
    """
    chosen = form_of(form)
    with ExitStack() as stack:
        put = stack.enter_context(chosen.open(stack.enter_context(whole(path))))
        return sum(put(told) for told in tell(corpus, choice, progress))
