"""Figures in a text: numbers with the words that bound or blur them, read from the characters alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sumber.codebook import entries
from sumber.when.numerals import number_words, read_number

Number = int | float
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written: ``start`` and ``end`` cover its bounding words, ``core`` is where the number itself begins.

    ``shape`` is figure, vague, range or one (an article or "seorang", counted for victims only).
    ``currency`` are the words that make it money.
    """

    start: int
    end: int
    core: int
    low: Number | None
    high: Number | None
    approx: bool
    shape: str
    spelled: bool
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class _Patterns:
    number: re.Pattern[str]
    vague: re.Pattern[str]
    one: re.Pattern[str]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    bounds_after: tuple[tuple[str, re.Pattern[str]], ...]
    ranges: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    about: str
    partitive: re.Pattern[str]
    not_bound_after: re.Pattern[str]
    strong: re.Pattern[str]


def _choice(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or r"(?!)"


def _left(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})\s+\Z", re.IGNORECASE)


def _named_money(table: dict[str, Any]) -> str:
    """A pattern of the currency named after a sum, with the word that says whose it is on either side."""
    before, after = (_choice(table[key]) for key in ("whose_before", "whose_after"))
    return rf"\s+(?:(?:{before})\s+)?(?:{_choice(table['currencies_after'])})(?:\s+(?:{after}))?\b"


@cache
def _patterns(lang: str) -> _Patterns:
    table: dict[str, Any] = entries(lang, "numerals.yaml")
    money: dict[str, Any] = entries(lang, "counted.yaml")
    scale = rf"(?:\s+(?:{_choice(table['scale'])})\b)?"
    free = r"(?<![\w.,/:'’%‑-])"
    return _Patterns(
        number=re.compile(rf"(?<![\d_.,/:'’%])(?:{number_words(lang).pattern})(?![\w%’'])", re.IGNORECASE),
        vague=re.compile(rf"{free}(?P<word>{_choice(table['vague'])}){scale}(?![\w-])", re.IGNORECASE),
        one=re.compile(rf"{free}(?:{_choice(table['one'])})(?=\s+[^\W\d_])", re.IGNORECASE),
        bounds=tuple((kind, _left(_choice(words))) for kind, words in table["bounds"].items()),
        bounds_after=tuple(
            (kind, re.compile(rf"\s+(?:{_choice(words)})(?![\w-])(?!\s+(?:dari|banyak|than)\b)", re.IGNORECASE))
            for kind, words in table["bounds_after"].items()
            if words
        ),
        ranges=tuple(
            (
                re.compile(rf"(?<!\w)(?:{_choice([opener])})\s+\Z" if opener else r"\Z", re.IGNORECASE),
                re.compile(rf"\s*{re.escape(joiner)}\s*" if joiner in "-–" else rf"\s+{joiner}\s+", re.IGNORECASE),
            )
            for opener, joiner in table["range"]
        ),
        before=re.compile(rf"(?<![^\W_])(?:{_choice(money['currencies_before'])})\.?\s?\Z"),
        after=re.compile(_named_money(money), re.IGNORECASE),
        about=table["suffix_about"],
        partitive=re.compile(rf"\s+(?:{_choice(table['partitive'])})\s+", re.IGNORECASE),
        not_bound_after=re.compile(rf"(?<!\w)(?:{_choice(table['not_bound_after'])})\s+\Z", re.IGNORECASE),
        strong=re.compile(rf"(?:{_choice(money['strong'])})\b", re.IGNORECASE),
    )


def find_figures(text: str, start: int, end: int, lang: str) -> list[Figure]:
    """The figures between two offsets, in order. Ranges, bounds and currencies are joined to their number."""
    patterns = _patterns(lang)
    found = sorted(_plain(text, start, end, lang, patterns), key=lambda figure: (figure.core, -figure.end))
    kept: list[Figure] = []
    for figure in found:
        if kept and figure.core < kept[-1].end:
            continue
        joined = _range(text, kept[-1], figure, start, patterns) if kept else None
        if joined:
            kept[-1] = joined
        else:
            kept.append(figure)
    whole = [figure for figure in kept if not _is_torn(text, figure)]
    return [_bounded(text, _money(text, figure, start, end, patterns), start, end, patterns) for figure in whole]


def _is_torn(text: str, figure: Figure) -> bool:
    """True for one half of a pair that is no range: a score."""
    left = re.search(r"\d[-–]\Z", text[max(0, figure.core - 2) : figure.core])
    return bool(left or re.match(r"[-–]\d", text[figure.end : figure.end + 2]))


def _plain(text: str, start: int, end: int, lang: str, patterns: _Patterns) -> Iterator[Figure]:
    table = entries(lang, "numerals.yaml")
    for match in patterns.vague.finditer(text, start, end):
        word = " ".join(match["word"].lower().split())
        factor = read_number("1 " + match.group()[len(match["word"]) :], lang) or 1
        low, high = table["vague"][word]
        high = high if high is None else high * factor
        yield Figure(match.start(), match.end(), match.start(), low * factor, high, False, "vague", True)
    for match in patterns.one.finditer(text, start, end):
        yield Figure(match.start(), match.end(), match.start(), 1, 1, False, "one", True)
    for match in patterns.number.finditer(text, start, end):
        value = read_number(match.group(), lang)
        glued = re.match(r"[.,:/]\d|[-‑]\w", text[match.end() : match.end() + 2])
        if value is None or (glued and not _is_joined(text, match.end(), patterns)):
            continue
        if not _is_free(text, start, match.start(), patterns):
            continue
        stop, approx = match.end(), False
        if text.startswith(patterns.about, stop):
            stop, approx = stop + len(patterns.about), True
        spelled = not _DIGIT.search(match.group())
        yield Figure(match.start(), stop, match.start(), value, value, approx, "figure", spelled)


def _is_free(text: str, start: int, at: int, patterns: _Patterns) -> bool:
    """True where a number may begin: not inside a word (U-19, ke-12) unless that is a currency's or a range's."""
    before = text[max(start, at - 2) : at]
    if before[-1:] in ("-", "–", "‑"):
        return before[:1].isdigit() or before[:1].isspace()
    return not before[-1:].isalpha() or patterns.before.search(text, start, at) is not None


def _is_joined(text: str, end: int, patterns: _Patterns) -> bool:
    """True where a dash after a number is a range's, or its ending only blurs it or makes it a headcount."""
    if re.match(r"[-–]\d", text[end : end + 2]) or text.startswith(patterns.about, end):
        return True
    return patterns.strong.match(text, end) is not None


def _range(text: str, first: Figure, second: Figure, start: int, patterns: _Patterns) -> Figure | None:
    if second.shape != "figure" or first.low is None or second.high is None:
        return None
    again = patterns.before.search(text, first.end, second.start)  # "Rp50 juta hingga Rp70 juta"
    between = text[first.end : again.start() if again else second.start]
    if first.shape in ("figure", "vague") and patterns.partitive.fullmatch(between) and first.low < second.high:
        return replace(first, end=second.end)
    if first.shape != "figure":
        return None
    for opener, joiner in patterns.ranges:
        head = opener.search(text, max(start, first.start - 12), first.start)
        if head and joiner.fullmatch(between) and first.low < second.high:
            low = first.low
            if second.high >= 1000 and second.high % 1000 == 0 and low * 1000 < second.high and not first.spelled:
                low *= 1000  # 20-30 ribu
            return replace(first, start=head.start(), end=second.end, low=low, high=second.high, shape="range")
    return None


def _money(text: str, figure: Figure, start: int, end: int, patterns: _Patterns) -> Figure:
    before = patterns.before.search(text, max(start, figure.start - 6), figure.start)
    if before:
        return replace(figure, start=before.start(), currency=before.group().strip())
    after = patterns.after.match(text, figure.end, end)
    if after and figure.shape != "one":
        return replace(figure, end=after.end(), currency=after.group().strip())
    return figure


def _bounded(text: str, figure: Figure, start: int, end: int, patterns: _Patterns) -> Figure:
    if figure.shape in ("range", "one"):
        return figure
    for kind, after in patterns.bounds_after:
        match = after.match(text, figure.end, end)
        if match:
            return _bound(replace(figure, end=match.end()), kind)
    for _ in range(2):
        reach = text[max(start, figure.start - 40) : figure.start]
        for kind, left in patterns.bounds:
            match = left.search(reach)
            if match and not patterns.not_bound_after.search(reach[: match.start()]):
                figure = _bound(replace(figure, start=figure.start - len(reach) + match.start()), kind)
                break
    return figure


def _bound(figure: Figure, kind: str) -> Figure:
    """The figure with its bounds opened or closed: "more than 300 people" begins at 301, a sum of money at itself."""
    step = 1 if isinstance(figure.low, int) and not figure.currency else 0
    low, high = figure.low, figure.high
    if kind == "about":
        return replace(figure, approx=True)
    if kind == "at_least":
        return replace(figure, high=None)
    if kind == "more_than":
        return replace(figure, low=low + step if low is not None and figure.shape == "figure" else low, high=None)
    if kind == "at_most":
        return replace(figure, low=None, high=high)
    return replace(figure, low=None, high=high - step if high is not None else None)
