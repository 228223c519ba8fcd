"""Score the program, and a peer beside it, on the expressions of `id.tsv` and `en.tsv`.

python -m evaluate.dates                     both halves of both languages
python -m evaluate.dates --misses odd        what is missed in the half that rules may be mended by
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluate.coding import Scores
from evaluate.dates.peer import peer_days
from sumber.model import Block, Moment
from sumber.when.times import read_times

LANGUAGES = ("id", "en")
HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """One expression: its sentence, where it stands there, and its gold. ``number`` counts from 1 in its file."""

    number: int
    lang: str
    kind: str
    published: date
    begin: str | None
    until: str | None
    mod: str | None
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def one_day(self) -> bool:
        return self.begin is not None and self.begin == self.until


def read_cases(lang: str) -> list[Case]:
    """The expressions of a language, in order."""
    with (HOME / f"{lang}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [_case(number, lang, row) for number, row in enumerate(rows, 1)]


def _case(number: int, lang: str, row: dict[str, str]) -> Case:
    before, words, after = row["sentence"].replace("}", "{").split("{")
    gold = {key: None if row[key] == "-" else row[key] for key in ("from", "to", "mod")}
    return Case(
        number=number,
        lang=lang,
        kind=row["class"],
        published=date.fromisoformat(row["published"]),
        begin=gold["from"],
        until=gold["to"],
        mod=gold["mod"],
        text=before + words + after,
        start=len(before),
        end=len(before) + len(words),
    )


def found(case: Case) -> Moment | None:
    """What the program finds where the expression stands: of several, the one that covers most of it."""
    moments = read_times(case.text, [Block("paragraph", 0, len(case.text))], case.lang, case.published)
    shared = {m.id: min(m.end, case.end) - max(m.start, case.start) for m in moments}
    best = max(moments, key=lambda m: shared[m.id], default=None)
    return best if best and shared[best.id] > 0 else None


def exact(case: Case, moment: Moment | None) -> bool:
    """Found, and both ends of its interval right."""
    return moment is not None and (moment.begin, moment.until) == (case.begin, case.until)


def share(cases: Sequence[Case]) -> float:
    """How many of the expressions are exact, of 1."""
    return sum(exact(case, found(case)) for case in cases) / len(cases)


def dates(shared: Path, folder: Path, workers: int) -> Scores:
    """Our own expressions of time; the peer's figures where it is installed, on the same expressions."""
    scores: Scores = {}
    for lang in LANGUAGES:
        cases = read_cases(lang)
        days = [case for case in cases if case.one_day]
        scores |= {f"exact {lang}": share(cases), f"exact {lang}, one day": share(days)}
    for lang in LANGUAGES:
        cases = read_cases(lang)
        told = peer_days([(case.words, case.published) for case in cases], lang, [case.begin for case in cases])
        if told is None:
            print("dateparser is not installed (extra `peers`): only our own figures")
            break
        right = [case for case, day in zip(cases, told, strict=True) if day == case.begin]
        one_day = sum(case.one_day for case in right) / sum(case.one_day for case in cases)
        scores |= {f"dateparser {lang}": len(right) / len(cases), f"dateparser {lang}, one day": one_day}
    return scores
