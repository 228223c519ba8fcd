"""The rules of `time.yaml` as compiled patterns, one rulebook a language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.when.numerals import number_words, read_number

_NUMBERS = {
    "day": r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "mon": r"(?<!\d)(?:0?[1-9]|1[0-2])(?!\d)",
    "year": r"(?<!\d)(?:1\d|20)\d\d(?!\d)",
    "old": r"(?<!\d)1[5-8]\d\d(?!\d)",
    "bc": r"(?<!\d)\d{1,4}(?!\d)",
    "recent": r"(?<!\d)(?:19|20)\d\d(?!\d)",
    "yy": r"(?<!\d)(?:(?:19|20)\d\d|\d\d)(?!\d)",
    "decade": r"(?:1\d|20)\d0",
    "century": r"[12]?\d",
    "quarter": r"[1-4]",
    "hour": r"(?:[01]?\d|2[0-4])",
    "minute": r"[0-5]\d",
    "times": r"[1-9]",
}
_PLACEHOLDER = re.compile(r"\{([a-z_]+)(\d?)\}")
#: Strings in lower case: a text must hold one of them for a pattern to match.
Signal = tuple[str, ...]
_DIGITS: Signal = tuple("0123456789")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the codebook. ``signals`` (by number in the rulebook) spare the search of texts that lack one."""

    name: str
    pattern: re.Pattern[str]
    operation: str
    arguments: dict[str, Any]
    signals: frozenset[int]
    after: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    initial: dict[str, str]
    only_initial: dict[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words left of an expression that change what it means."""

    name: str
    left: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that a language's `time.yaml` says, compiled."""

    lang: str
    rules: tuple[Rule, ...]
    signals: tuple[Signal, ...]
    frames: tuple[Frame, ...]
    ranges: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    abbreviation: re.Pattern[str]
    forward: re.Pattern[str]
    backward: re.Pattern[str]
    barrier: re.Pattern[str]
    words: dict[str, dict[str, Any]] = field(repr=False)

    def value(self, group: str, surface: str) -> Any:
        """What a group's words stand for: a vocabulary's value, or a number.

        Two-digit years are of this century up to 49. A count that is no number is ``None``.
        """
        name = group.partition("__")[0].rstrip("0123456789")
        if name == "count":
            return read_number(surface, self.lang)
        if name in _NUMBERS or name == "tail":
            number = int(surface)
            return number + (2000 if number < 50 else 1900) if name == "yy" and number < 100 else number
        key = " ".join(surface.split()).lower()
        return self.words[name][key]


def _literal(words: str) -> str:
    return re.escape(words).replace(r"\ ", " ")


def _blanks(pattern: str) -> str:
    """The pattern with each blank standing for any blanks within a line; an optional one (`` ?``) for any or none."""
    out: list[str] = []
    in_class = escaped = False
    for index, sign in enumerate(pattern):
        if escaped or sign == "\\":
            escaped = not escaped
            out.append(sign)
        elif in_class:
            in_class = sign != "]"
            out.append(" \\u00a0" if sign == " " else sign)
        elif sign == " ":
            out.append("[ \\u00a0]" + ("" if pattern[index + 1 : index + 2] == "?" else "+"))
        elif sign == "?" and index and pattern[index - 1] == " ":
            out.append("*")
        else:
            in_class = sign == "["
            out.append(sign)
    return "".join(out)


class _Compiler:
    """Turns the patterns of one `time.yaml` into regular expressions."""

    def __init__(self, lang: str, table: dict[str, Any]) -> None:
        self.words: dict[str, dict[str, Any]] = table["words"]
        self.pieces: dict[str, str] = table["pieces"]
        self.cased = frozenset(table["cased"])
        self.count = number_words(lang).pattern
        self.known: dict[Signal, int] = {}

    def expand(self, pattern: str) -> str:
        """The pattern with its placeholders replaced; a group's second and later uses are numbered (``day__1``)."""
        used: Counter[str] = Counter()
        while _PLACEHOLDER.search(pattern):
            pattern = _PLACEHOLDER.sub(lambda match: self._replace(match, used), pattern)
        return pattern

    def _replace(self, match: re.Match[str], used: Counter[str]) -> str:
        name = match[1]
        if name in self.pieces:
            return self.pieces[name]
        group = name + match[2]
        used[group] += 1
        if used[group] > 1:
            group += f"__{used[group] - 1}"
        if name == "count":
            return f"(?P<{group}>{self.count})"
        if name in _NUMBERS:
            return f"(?P<{group}>{_NUMBERS[name]})"
        if name not in self.words:
            raise CodebookError(f"time.yaml: no vocabulary or piece is called {name}")
        surfaces = sorted(map(str, self.words[name]), key=lambda word: (-len(word), word))
        if name in self.cased:
            both = dict.fromkeys(form for word in surfaces for form in (word, word.upper()))
            return f"(?P<{group}>(?-i:{'|'.join(map(_literal, both))}))"
        return f"(?P<{group}>{'|'.join(map(_literal, surfaces))})"

    def signals(self, pattern: str, needs: str | None) -> frozenset[int]:
        """What a text must hold for the pattern to match: what the rule says it ``needs``, and of each vocabulary that
        stands in the pattern outside all brackets one word (the longest part of it, for blanks may differ)."""
        if needs is not None and needs != r"\d" and re.search(r"[^\w |’'-]|[A-Z]", needs):
            raise CodebookError(f"time.yaml: needs: {needs}: only words in lower case with | between them, or \\d")
        found: list[Signal] = [] if needs is None else [_DIGITS if needs == r"\d" else tuple(needs.split("|"))]
        bare = _outside_brackets(pattern)
        for match in re.finditer(r"\{([a-z_]+)\d?\}(?!\?)", bare if "|" not in bare else ""):
            if match[1] in self.words:
                parts = (max(str(word).lower().split(), key=len) for word in self.words[match[1]])
                found.append(tuple(dict.fromkeys(parts)))
            elif match[1] in _NUMBERS and _DIGITS not in found:
                found.append(_DIGITS)
        return frozenset(self.known.setdefault(signal, len(self.known)) for signal in found)

    def whole(self, pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """A pattern that starts and ends where a word does."""
        try:
            return re.compile(rf"(?<![\w]){_blanks('(?:' + self.expand(pattern) + ')')}(?!\w)", flags)
        except re.error as error:
            raise CodebookError(f"time.yaml: {pattern}: {error}") from error


def _outside_brackets(pattern: str) -> str:
    """What of a pattern stands outside all its brackets."""
    out, depth = "", 0
    for match in re.finditer(r"\\.|.", pattern):
        sign = match[0]
        depth -= sign == ")"
        if depth == 0 and sign != ")":
            out += sign if sign != "(" else " "
        depth += sign == "("
    return out


def _before(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{pattern})\Z") if pattern else None


def _words(words: list[str]) -> re.Pattern[str]:
    choice = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


def _abbreviation(lang: str, table: dict[str, Any]) -> re.Pattern[str]:
    """An abbreviation, a short month or an initial at the end of a stretch of text: no sentence ends there."""
    known = [str(word) for words in entries(lang, "abbreviations.yaml").values() for word in words]
    known += [word for word in table["words"]["monthx"] if word.endswith(".")]
    choice = "|".join(re.escape(word) for word in sorted(known, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{choice}|[A-Z]\.)\Z")


@cache
def rulebook(lang: str) -> Rulebook:
    """The rulebook of a language. Raises CodebookError where `time.yaml` does not keep to its schema."""
    table = entries(lang, "time.yaml")
    compiler = _Compiler(lang, table)
    rules = tuple(
        Rule(
            name=entry["rule"],
            pattern=compiler.whole(entry["match"]),
            operation=entry["op"],
            arguments=dict(entry.get("with") or {}),
            signals=compiler.signals(entry["match"], entry.get("needs")),
            after=_before(entry.get("after")),
            unless_after=_before(entry.get("unless_after")),
            unless=re.compile(entry["unless"]) if "unless" in entry else None,
            initial=dict(entry.get("initial") or {}),
            only_initial=dict(entry.get("only_initial") or {}),
        )
        for entry in table["rules"]
    )
    frames = tuple(
        Frame(entry["frame"], re.compile(rf"(?<!\w)(?:{_blanks(entry['left'])})(?:\s+|-)\Z", re.IGNORECASE))
        for entry in table["frames"]
    )
    ranges = tuple(
        (
            re.compile(rf"(?<!\w)(?:{_blanks(entry['opener'])})\Z", re.IGNORECASE),
            re.compile(rf"\s*(?:{_blanks(entry['joiner'])})\s*", re.IGNORECASE),
        )
        for entry in table["ranges"]
    )
    words = {
        name: {str(word).lower(): value for word, value in values.items()} for name, values in table["words"].items()
    }
    return Rulebook(
        lang=lang,
        rules=rules,
        signals=tuple(compiler.known),
        frames=frames,
        ranges=ranges,
        abbreviation=_abbreviation(lang, table),
        forward=_words(table["forward"]),
        backward=_words(table["backward"]),
        barrier=_words(table["barrier"]),
        words=words,
    )
