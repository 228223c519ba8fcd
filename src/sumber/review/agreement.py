"""How far two coders of the same articles agree, field by field.

Krippendorff's alpha for nominal values, as in K. Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability",
Annenberg School for Communication Departmental Papers 43: 1 − observed / expected disagreement, both from the matrix of
coincidences. Own code: it is twenty lines, and the packages for it bring arrays of numbers for what are words here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sumber.review.fields import FIELDS
from sumber.review.fold import WHOLE, Standing
from sumber.review.standings import spot_of, standings
from sumber.store import Corpus, as_json
from sumber.store.pack import Row
from sumber.store.rows import Contract, words

#: States in which a coder has said what the value is.
DECIDED = ("accepted", "mended", "changed")
RAW_COLUMNS = (
    "document", "event", "trigger", "field", "action", "machine", "value", "evidence", "reason", "coder", "at",
    "undone", "batch",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field. ``n`` events on which both decided it, ``same`` of them alike. ``alpha`` is None where nothing can be
    said: with fewer than two events, or where all values are one and the same."""

    field: str
    n: int
    same: int
    alpha: float | None

    @property
    def share(self) -> float | None:
        """Share of the events on which both say the same, 0 to 1."""
        return self.same / self.n if self.n else None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field of one event (``report`` is ``DOC.eN``) of which two coders say different things; ``*`` is whether the
    event is kept or refused."""

    report: str
    field: str
    title: str | None
    trigger: str
    a: Any
    b: Any
    reason_a: str
    reason_b: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders. ``articles`` and ``events`` are those that both judged."""

    a: str
    b: str
    articles: int
    events: int
    fields: tuple[FieldAgreement, ...]
    disagreements: tuple[Disagreement, ...]


def alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Krippendorff's alpha of nominal values; each unit holds what those who judged it said, at least two of them."""
    pairable = [values for values in units if len(values) > 1]
    totals = Counter(value for values in pairable for value in values)
    n = sum(totals.values())
    observed = 0.0
    for values in pairable:
        counted = Counter(values)
        observed += sum(count * (len(values) - count) for count in counted.values()) / (len(values) - 1)
    expected = sum(count * (n - count) for count in totals.values()) / (n - 1) if n > 1 else 0.0
    return None if len(pairable) < 2 or not expected else 1 - observed / expected


def agree(corpus: Corpus, a: str, b: str) -> Agreement:
    """Compare two coders on all articles that both judged."""
    units: dict[str, list[tuple[str, str]]] = {name: [] for name in (WHOLE, *FIELDS)}
    differ: list[Disagreement] = []
    events = 0
    shared = _shared(corpus, a, b)
    for key in shared:
        record = corpus.documents.record(key)
        rows = corpus.review.of_documents([key])
        theirs, others = standings(record, rows, a), standings(record, rows, b)
        for event in record["events"]:
            one, other = theirs[event["id"]], others[event["id"]]
            if one.state == "open" or other.state == "open":
                continue
            events += 1
            for field, pair in _pairs(one, other):
                told = as_json(_plain(pair[0])), as_json(_plain(pair[1]))
                units[field].append(told)
                if told[0] != told[1]:
                    differ.append(_disagreement(key, record, event, field, pair, one, other))
    fields = tuple(FieldAgreement(name, len(u), sum(x == y for x, y in u), alpha(u)) for name, u in units.items())
    return Agreement(a, b, len(shared), events, fields, tuple(differ))


def raw_rows(corpus: Corpus, a: str, b: str) -> Iterator[Row]:
    """The judgements behind the figures, a row each, in the order in which they were made."""
    for key in _shared(corpus, a, b):
        record = corpus.documents.record(key)
        for row in corpus.review.of_documents([key]):
            if row["coder"] not in (a, b):
                continue
            packed = {name: as_json(row[name]) for name in ("machine", "value", "evidence")}
            kept = {name: row[name] for name in RAW_COLUMNS if name in row}
            yield {**kept, **packed, "event": spot_of(row).name(key), "trigger": words(record, row)}


def _shared(corpus: Corpus, a: str, b: str) -> list[str]:
    both = set(corpus.review.judged_documents(a)) & set(corpus.review.judged_documents(b))
    return sorted(corpus.documents.headings(both))


def _pairs(one: Standing, other: Standing) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """What both say of each field that both decided. Who refuses an event says nothing of its fields."""
    refused = one.state == "refused", other.state == "refused"
    settled = [standing.state in ("accepted", "refused", "changed") for standing in (one, other)]
    if all(settled):
        yield WHOLE, tuple("refused" if no else "kept" for no in refused)  # type: ignore[misc]
    if any(refused):
        return
    for name in FIELDS:
        pair = one.fields[name], other.fields[name]
        if all(field.state in DECIDED for field in pair):
            yield name, (pair[0].value, pair[1].value)


def _plain(value: Any) -> Any:
    """A value in the form in which it is compared: the order of parties, modes, figures says nothing."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in sorted(value.items())}
    if isinstance(value, list):
        return sorted((_plain(one) for one in value), key=as_json)
    return value


def _disagreement(
    key: str, record: Contract, event: Contract, field: str, pair: tuple[Any, Any], one: Standing, other: Standing
) -> Disagreement:
    reasons = (one.reason, other.reason) if field == WHOLE else (one.fields[field].reason, other.fields[field].reason)
    trigger = words(record, event["trigger"])
    return Disagreement(f"{key}.{event['id']}", field, record["title"], trigger, *pair, *reasons)
