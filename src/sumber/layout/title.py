"""Which line is the headline, and what it says without the outlet's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sumber.layout.lines import Line, folded, is_headline_like
from sumber.layout.media import bare_name, find_medium, has_name_word, is_domain

_SUFFIX = re.compile(r"(?P<title>\S.*\S)\s+(?P<mark>[|–—·»-])\s+(?P<outlet>\S.{1,40})")
_LEAST_WORDS = 4


def find_title(lines: Sequence[Line], free: Sequence[int], labelled: Sequence[int], stated: str | None) -> list[int]:
    """Numbers of the lines that are the headline, doublings included. `free`: lines above the body of no other use;
    `labelled`: those that could be links ("Explainer: ...").

    First the title that the metadata state, then a line that stands twice, then the first that looks like a headline.
    """
    if stated:
        found = [number for number in sorted((*free, *labelled)) if _same(lines[number].text, stated)]
        if found:
            return found
    candidates = [number for number in free if is_headline_like(lines[number])]
    for number in candidates:
        same = [other for other in candidates if _same(lines[number].text, lines[other].text)]
        if len(same) > 1:
            return same
    long = [number for number in candidates if lines[number].words >= _LEAST_WORDS]
    if not long and labelled:
        return [number for number in labelled if _same(lines[number].text, lines[labelled[0]].text)]
    return (long or candidates)[:1]


def title_text(lines: Sequence[Line], numbers: Sequence[int], outlet: str | None) -> str | None:
    """The headline's words: of its doublings the shortest, without an outlet's name that the page sets behind it."""
    if not numbers:
        return None
    words = min((lines[number].text for number in numbers), key=len)
    suffix = suffix_outlet(words, outlet, doubled=False)
    return words[: words.rindex(suffix)].rstrip(" |–—·»-") if suffix else words


def suffix_outlet(words: str, outlet: str | None, doubled: bool) -> str | None:
    """The outlet named behind a headline, "Headline | Pamir Dispatch": known, or shown by a doubling without it."""
    found = _SUFFIX.fullmatch(words)
    if found is None:
        return None
    name = found["outlet"]
    shown = bool(outlet) and bare_name(name) == bare_name(outlet or "")
    known = find_medium(name) is not None or is_domain(name) or has_name_word(name)
    return name if doubled or shown or known or (found["mark"] == "|" and name[0].isupper()) else None


def _same(one: str, other: str) -> bool:
    """Equal when folded, with or without what stands behind a bar or dash."""
    forms = {folded(form) for form in _forms(one)} & {folded(form) for form in _forms(other)}
    return bool(forms - {""})


def _forms(words: str) -> list[str]:
    found = _SUFFIX.fullmatch(words)
    return [words, found["title"]] if found and len(found["title"].split()) >= _LEAST_WORDS - 1 else [words]
