"""Evidence in a line's own words that it is page furniture."""

from __future__ import annotations

import re

from sumber.layout.byline import are_names
from sumber.layout.lines import Line, ends_sentence
from sumber.layout.media import find_medium, has_name_word, is_domain
from sumber.layout.phrases import Phrases
from sumber.model import BlockKind

_LONGEST = 400  # characters of a line of furniture; longer lines are not looked at
_CALL_WORDS = 22
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LEAD = "—–-•*· "
_CRUMB = re.compile(r"\s*[/>»›|→]\s*")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\b")
_DAY = re.compile(r"\b(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:T[\d:.+Z-]+)?")
_NOON = re.compile(r"\b[ap]\.m\.$", re.I)
_PART = re.compile(r"[^\W\d_][\w'.]*|\d+")
_BREAKS = re.compile(r"\s*[|•·/]\s*|\s+[-–—]+\s+|,\s+")


def is_separator(line: Line) -> bool:
    """A line without a letter or digit: stars, dashes, a byte order mark."""
    return not any(sign.isalnum() for sign in line.text)


def is_related_header(line: Line, known: Phrases) -> bool:
    """ "Baca juga" or "Most read" alone: it opens a list of links."""
    words = line.text.strip(" :-–—*•>»[]()").lower()
    return " ".join(words.split()) in known.related_alone


def is_related_link(line: Line, known: Phrases) -> bool:
    """ "Baca juga: headline". Without a colon only where the header has two words and no sentence follows."""
    found = known.related.fullmatch(line.text)
    if found is None or len(line.text) > _LONGEST:
        return False
    if found["mark"]:
        return " " in found["header"] or not ends_sentence(line.text)
    rest = found["rest"]
    return " " in found["header"] and (rest[:1].isupper() or rest[:1] in "\"“‘'") and not ends_sentence(line.text)


def known_line(line: Line, known: Phrases) -> tuple[BlockKind, re.Match[str]] | None:
    """The use of a line whose wording the codebook knows, and the match, which may name the outlet."""
    if len(line.text) > _LONGEST:
        return None
    words = line.text.lstrip(_LEAD)
    if not known.any_line.fullmatch(words):
        return None
    matches = ((entry.kind, entry.pattern.fullmatch(words)) for entry in known.lines)
    return next(((kind, found) for kind, found in matches if found and _is_no_sentence(found, known)), None)


def _is_no_sentence(found: re.Match[str], known: Phrases) -> bool:
    """A pattern's group `names` holds names: "Compiled by the army, the list names 40 officers." is a sentence."""
    if "names" not in found.re.groupindex or not ends_sentence(found.string):
        return True
    return are_names(found["names"] or "", known, joined=True)


def is_labelled_headline(line: Line, known: Phrases) -> bool:
    """ "Explainer: Why the river floods": a link to another article, or this one's own headline."""
    entry = known_line(line, known)
    return entry is not None and bool(entry[1].groupdict().get("headline"))


def is_call(line: Line, known: Phrases) -> bool:
    """An appeal to the reader: it begins with such a verb and names a channel, an app or a letter to subscribe to."""
    if line.words > _CALL_WORDS:
        return False
    asked = any(known.call_verbs.match(sentence) for sentence in _SENTENCE.split(line.text))
    return asked and bool(known.call_objects.search(line.text))


def is_breadcrumb(line: Line, known: Phrases) -> bool:
    """ "Beranda / Internasional", "Kabarsore.com › Dunia": short steps, home or a site first, or sections all."""
    first, *rest = [step for step in _CRUMB.split(line.text.strip(" /<>»›|→")) if step] or [""]
    if not rest or any(len(step.split()) > 4 for step in (first, *rest)):
        return False
    sections = [step.lower() in known.sections for step in rest]
    site = is_domain(first) or find_medium(first) is not None or has_name_word(first)
    return (
        first.lower() in known.home or (first.lower() in known.sections and all(sections)) or (site and any(sections))
    )


def is_section(line: Line, known: Phrases) -> bool:
    """The name of a section alone."""
    return line.text.strip(" /<>»›|#").lower() in known.sections


def is_time_stamp(line: Line, known: Phrases) -> bool:
    """Date and time, with no more about them than the name of an outlet, a place or a person."""
    return stamp_rest(line, known) is not None


def stamp_rest(line: Line, known: Phrases) -> str | None:
    """What a time stamp names besides the time: the outlet, or "". ``None`` where the line is no time stamp."""
    if len(line.text) > 160 or (ends_sentence(line.text) and not _NOON.search(line.text)):
        return None
    dated = bool(_DAY.search(line.text))
    timed = bool(_CLOCK.search(line.text))
    bare = _CLOCK.sub(" ", _DAY.sub(" ", line.text))
    named = any(word.lower().strip(".") in known.dates for word in _PART.findall(bare))
    numbered = any(word.isdigit() for word in _PART.findall(bare))
    aged = numbered and any(word.lower() in known.stamp_words for word in _PART.findall(bare))
    if not (dated or timed or (named and numbered) or aged):
        return None
    rests = [rest for part in _BREAKS.split(bare) if (rest := _unknown(part, known))]
    if not rests:
        return ""
    if len(rests) == 1 and len(rests[0].split()) <= 4 and rests[0][0].isupper() and (dated or named):
        whole = rests[0]
        return whole if all(word[0].isupper() or word.lower() in known.inside for word in whole.split()) else None
    if len(rests) == 2 and named and all(len(rest.split()) <= 3 and rest.istitle() for rest in rests):
        return rests[-1]
    return None


def _unknown(part: str, known: Phrases) -> str:
    """The words of a part of a stamp that are neither numbers nor words of time."""
    part = part.strip(" ():;")
    if is_domain(part):
        return part
    words = [
        word
        for word in part.split()
        if (bare := word.lower().strip(".,:;()|[]"))
        and not bare.isdigit()
        and bare not in known.dates
        and bare not in known.stamp_words
        and not re.fullmatch(r"\d+(?:st|nd|rd|th)?|utc[+-]\d+|[+-]\d{4}", bare)
    ]
    return " ".join(words)


def outlet_of_stamp(line: Line, known: Phrases) -> str | None:
    """The outlet that a time stamp names: an address, one of the table, or a name that says it is a medium's."""
    rest = stamp_rest(line, known)
    if not rest:
        return None
    medium = find_medium(rest)
    if medium is not None:
        return None if medium.is_agency else rest
    return rest if is_domain(rest) or has_name_word(rest) else None
