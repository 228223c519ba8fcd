"""Evidence in a line's own words that it names those who made the article: authors, editors, initials, sources."""

from __future__ import annotations

import re

from sumber.layout.lines import Line, ends_sentence
from sumber.layout.media import find_credited, find_medium
from sumber.layout.phrases import Phrases

_BRACKETED = re.compile(r"[-–—*\s]*[(\[](?P<inside>[^()\[\]]{1,48})[)\]][.*\s]*")
_PARTS = re.compile(r"\s*[/,;&|+]\s*|\s+-\s+")
_INITIALS = re.compile(r"\*?(?:[A-Za-z]\.)?[A-Za-z]{1,5}\d{0,3}(?:-[A-Za-z\d]{1,4})?\*?")
_UNBRACKETED = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){1,3}(?:\s*\([^()]{2,60}\))?")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_LABEL_WORDS = 12
_CLOSING = re.compile(r"(?<=[.!?\"”’'…])\s*[-–—]*\s*(?P<credit>[(\[](?P<inside>[^()\[\]]{2,48})[)\]])\s*\.?$")
_DASHED = re.compile(r"(?<=[.!?\"”’'…])\s*(?P<credit>[-–—]{1,2}\s*(?P<inside>[A-Z][\w /-]{1,30}))$")


def is_label_line(line: Line, known: Phrases) -> bool:
    """ "Editor: X", "Penulis : X", "Sumber: X", "Editor X"."""
    found = known.label.fullmatch(line.text) or known.credit.fullmatch(line.text)
    if found:
        rest = found["rest"] or ""
        return len(rest.split()) <= _LABEL_WORDS and not _is_sentence(rest)
    bare = known.label_bare.fullmatch(line.text)
    return bool(bare) and line.words <= 6 and are_names(bare["rest"], known) if bare else False


def is_by_line(line: Line, known: Phrases) -> bool:
    """ "By X in Y", "Oleh X": capitals all the way."""
    found = known.by.fullmatch(line.text)
    return bool(found) and line.words <= 14 and are_names(found["rest"], known, joined=True) if found else False


def is_initials(line: Line) -> bool:
    """ "(CSP)", "(abc/def)", "(AFP/DWI)", "(AFP, Desa Merdeka)", "abc/def (AFP, Reuters)" alone on a line."""
    found = _BRACKETED.fullmatch(line.text)
    if found:
        return are_initials(found["inside"]) or _are_media(found["inside"])
    return bool(_UNBRACKETED.fullmatch(line.text))


def are_initials(inside: str) -> bool:
    """True where each part is a person's initials or a medium."""
    parts = [part for part in _PARTS.split(inside.strip()) if part]
    return bool(parts) and all(_INITIALS.fullmatch(part) or find_credited(part) or find_medium(part) for part in parts)


def _are_media(inside: str) -> bool:
    """True where a known medium stands beside names and initials: the other names are media too."""
    parts = [part for part in _PARTS.split(inside.strip()) if part]
    known = [part for part in parts if find_credited(part)]
    named = (
        len(words := part.split()) <= 3 and all(_NAME_WORD.match(word) and word[0].isupper() for word in words)
        for part in parts
    )
    return bool(known) and all(one or bool(_INITIALS.fullmatch(part)) for one, part in zip(named, parts, strict=True))


def is_agency_line(line: Line, known: Phrases) -> bool:
    """ "AFP", "Reuters/AFP", "— AFP" alone on a line."""
    words = known.join.sub("/", line.text.strip(" -–—*()[]."))
    parts = [part for part in _PARTS.split(words) if part]
    return 0 < len(parts) <= 4 and all((medium := find_medium(part)) and medium.is_agency for part in parts)


def is_name(line: Line, known: Phrases) -> bool:
    """Two to four words with capitals and nothing else: a name, where a name is to be expected."""
    words = line.text.replace(",", " ").split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() and _NAME_WORD.fullmatch(word) for word in words)


def find_closing_credit(words: str, known: Phrases) -> tuple[int, int] | None:
    """The credit at the very end of a paragraph, "... katanya. (AFP/DWI)", "... he said. — Reuters", as offsets."""
    found = _CLOSING.search(words)
    if found and are_initials(found["inside"]):
        return found.span("credit")
    found = _DASHED.search(words)
    if found and (medium := find_medium(found["inside"].strip())) and medium.is_agency:
        return found.span("credit")
    start = words.rfind("(")
    if start > 0 and words.endswith((")", ").")) and words[start - 1 :].startswith(" "):
        tail = words[start:].rstrip(".")
        if any(entry.kind == "byline" and entry.pattern.fullmatch(tail) for entry in known.lines):
            return start, len(words)
    return None


def _is_sentence(words: str) -> bool:
    return ends_sentence(words) and len(words.split()) > 5


def are_names(words: str, known: Phrases, joined: bool = False) -> bool:
    """True where every word has a capital; with `joined`, small words may join names to places, papers and tasks."""
    small = known.inside | known.joins | known.label_words if joined else known.inside
    parts = re.findall(r"[^\W_][\w.'’-]*", words)
    return bool(parts) and parts[0][0].isupper() and all(not part.islower() or part in small for part in parts)
