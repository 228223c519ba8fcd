"""Finds the expressions of time in a stretch of text: which words, by which rules, within which frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sumber.when.reading import Values
from sumber.when.rulebook import Frame, Rule, Rulebook

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n+")
_REACH = 60
#: Operations whose expressions are no days: no range begins or ends with them ("for eight years until May"), and a
#: frame reaches over them to the day it is about ("since the start of the three-day truce on Monday").
_NO_DAYS = frozenset({"length", "recurring", "reference"})


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression of time: a rule's match, the frames around it, innermost first, and the end of a range if any.

    ``start`` and ``end`` cover the frames too, ``core_start`` does not. ``sentence`` is the sentence's characters.
    """

    rule: Rule
    values: Values
    start: int
    end: int
    core_start: int
    sentence: tuple[int, int]
    frames: tuple[tuple[Frame, str | None], ...] = ()
    last: Expression | None = None


def find_expressions(text: str, start: int, end: int, book: Rulebook) -> list[Expression]:
    """The expressions between two offsets of the text, in order; where rules compete the longest match wins."""
    sentences = list(_sentences(text, start, end, book))
    rules = _promising(text[start:end].lower(), book)
    found = [match for rule in rules for match in _matches(text, start, end, rule, book, sentences)]
    order = {rule.name: index for index, rule in enumerate(book.rules)}
    found.sort(key=lambda item: (item.core_start - item.end, order[item.rule.name], item.start))
    taken: list[Expression] = []
    for item in found:
        if all(item.end <= other.core_start or other.end <= item.core_start for other in taken):
            taken.append(item)
    taken.sort(key=lambda item: item.core_start)
    days = [item for item in taken if item.rule.operation not in _NO_DAYS]
    framed = [_framed(item, text, book, days[index - 1].end if index else start) for index, item in enumerate(days)]
    days = _joined(framed, text, book, start)
    rest = [item for item in taken if item.rule.operation in _NO_DAYS]
    free = [item for item in rest if all(item.end <= day.start or day.end <= item.start for day in days)]
    return sorted(days + free, key=lambda item: item.start)


def _promising(lowered: str, book: Rulebook) -> list[Rule]:
    """The rules whose words the text holds: searching it for a plain word is far cheaper than for a pattern."""
    lacking = {number for number, signal in enumerate(book.signals) if not any(map(lowered.__contains__, signal))}
    return [rule for rule in book.rules if lacking.isdisjoint(rule.signals)]


def _sentences(text: str, start: int, end: int, book: Rulebook) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if book.abbreviation.search(text, max(start, match.start() - 12), match.start()):
            continue
        yield begin, match.end()
        begin = match.end()
    yield begin, end


def _matches(
    text: str, start: int, end: int, rule: Rule, book: Rulebook, sentences: list[tuple[int, int]]
) -> Iterator[Expression]:
    for match in rule.pattern.finditer(text, start, end):
        if match.start() == match.end() or not _admitted(match, text, start, end, rule):
            continue
        sentence = next((s for s in sentences if s[0] <= match.start() < s[1]), (start, end))
        initial = not re.search(r"\w", text[sentence[0] : match.start()])
        if initial and any(match.group(group) == word for group, word in rule.initial.items()):
            continue
        if not initial and any(match.group(group) == word for group, word in rule.only_initial.items()):
            continue
        groups = {group: words for group, words in match.groupdict().items() if words}
        values: Values = {group.partition("__")[0]: book.value(group, words) for group, words in groups.items()}
        yield Expression(rule, {**rule.arguments, **values}, match.start(), match.end(), match.start(), sentence)


def _admitted(match: re.Match[str], text: str, start: int, end: int, rule: Rule) -> bool:
    before = text[max(start, match.start() - _REACH) : match.start()]
    if rule.after and not rule.after.search(before):
        return False
    if rule.unless_after and rule.unless_after.search(before):
        return False
    return not (rule.unless and rule.unless.match(text, match.end(), end))


def _framed(item: Expression, text: str, book: Rulebook, floor: int) -> Expression:
    """The expression with the frame words that stand left of it, not reaching back over ``floor``."""
    while True:
        before = text[max(floor, item.start - _REACH) : item.start]
        for frame in book.frames:
            match = frame.left.search(before)
            if match and not any(frame.name == known.name for known, _ in item.frames):
                part = match.groupdict().get("part")
                start = item.start - len(before) + match.start()
                item = replace(item, start=start, frames=(*item.frames, (frame, part)))
                break
        else:
            return item


def _joined(items: list[Expression], text: str, book: Rulebook, floor: int) -> list[Expression]:
    """The list with each two expressions that a range joins made one."""
    out: list[Expression] = []
    for item in items:
        if out and out[-1].last is None:
            joined = _join(out[-1], item, text, book, floor)
            if joined:
                out[-1] = joined
                continue
        out.append(item)
    return out


def _join(first: Expression, second: Expression, text: str, book: Rulebook, floor: int) -> Expression | None:
    between = text[first.end : _inner_start(second)]
    for opener, joiner in book.ranges:
        if joiner.fullmatch(between):
            start = _inner_start(first)
            before = opener.search(text, max(floor, start - _REACH), start)
            if before:
                kept = tuple(frame for frame in first.frames if frame[0].name == "part")
                return replace(first, start=min(before.start(), start), end=second.end, frames=kept, last=second)
    return None


def _inner_start(item: Expression) -> int:
    """Where the expression starts if only its `part` frame counts: the others' words may be the range's own."""
    return item.start if not item.frames or item.frames[-1][0].name == "part" else item.core_start
