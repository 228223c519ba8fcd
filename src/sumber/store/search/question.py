"""What somebody typed into the search field, read as they will have meant it. Nothing typed is an error.

Words next to each other must all be there; OR joins two of them, a minus or NOT forbids the next; "phrases" are taken
as they stand, a star after a beginning (serang*) as any ending. What is left over, a lone quotation mark or an AND at
the end, is passed over and told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sumber.store.search.vocabulary import fold

PartKind = Literal["word", "phrase", "prefix"]
#: open_quote: a quotation mark without its fellow; dangling: AND, OR, NOT with nothing to join; brackets: they do not
#: group; only_not: nothing is left that must be there; too_long: the rest was passed over; empty: no word at all.
Note = Literal["open_quote", "dangling", "brackets", "only_not", "too_long", "empty"]

MOST = 24  # parts of one question
_TOKEN = re.compile(r'"(?P<phrase>[^"]*)"(?P<any>\*)?|(?P<bracket>[()])|(?P<word>[^\s"()]+)')
_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans("“”„«»", '"' * 5)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing sought: its words, folded as the index has them."""

    kind: PartKind
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Of each group one part must be there, of ``banned`` none."""

    groups: tuple[tuple[Part, ...], ...]
    banned: tuple[Part, ...]
    notes: tuple[Note, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The single words, whose families are sought too."""
        parts = [part for group in (*self.groups, self.banned) for part in group]
        return tuple(dict.fromkeys(part.terms[0] for part in parts if part.kind == "word"))


def read_question(typed: str) -> Question:
    """The question that was typed."""
    groups: list[list[Part]] = []
    banned: list[Part] = []
    notes: list[Note] = []
    joined = forbid = False  # by what stood before
    count = 0
    marked = typed.translate(_MARKS)
    if marked.count('"') % 2:
        notes.append("open_quote")
        before, _, after = marked.rpartition('"')
        marked = f"{before} {after}"
    for match in _TOKEN.finditer(marked):
        if match["bracket"]:
            notes.append("brackets")
            continue
        word = match["word"] or ""
        if word in ("AND", "OR", "NOT", "&", "|"):
            if joined or forbid or (not groups and word != "NOT"):
                notes.append("dangling")
            joined, forbid = word in ("OR", "|"), word == "NOT"
            continue
        part = _phrase(match["phrase"], bool(match["any"])) if match["phrase"] is not None else _part(word.lstrip("-+"))
        if part is None:
            continue
        count += 1
        if count > MOST:
            notes.append("too_long")
            break
        if forbid or word.startswith("-"):
            banned.append(part)
        elif joined and groups:
            groups[-1].append(part)
        else:
            groups.append([part])
        joined = forbid = False
    if joined or forbid or marked.split()[-1:] in (["AND"], ["&"]):
        notes.append("dangling")
    if not groups:
        notes.append("only_not" if banned else "empty")
    return Question(tuple(map(tuple, groups)), tuple(banned), tuple(dict.fromkeys(notes)))


def expression(question: Question, family: Callable[[str], Sequence[str]]) -> str:
    """The question in the syntax of FTS5. ``family`` gives the words that are sought for a word, itself among them."""
    wanted = " AND ".join(f"({_any(group, family)})" for group in question.groups)
    return f"({wanted}) NOT ({_any(question.banned, family)})" if question.banned else wanted


def _any(parts: Iterable[Part], family: Callable[[str], Sequence[str]]) -> str:
    return " OR ".join(dict.fromkeys(form for part in parts for form in _forms(part, family)))


def _forms(part: Part, family: Callable[[str], Sequence[str]]) -> list[str]:
    if part.kind == "word":
        return [f'"{form}"' for form in family(part.terms[0])]
    return ['"' + " ".join(part.terms) + '"' + ("*" if part.kind == "prefix" else "")]


def _part(word: str) -> Part | None:
    terms = tuple(_WORD.findall(fold(word)))
    if not terms:
        return None
    if word.endswith("*"):
        return Part("prefix", terms)
    return Part("word" if len(terms) == 1 else "phrase", terms)


def _phrase(words: str, is_open: bool) -> Part | None:
    terms = tuple(_WORD.findall(fold(words)))
    return Part("prefix" if is_open else "phrase", terms) if terms else None
