"""Evidence in a line's own words that it describes a picture. A picture's credit is strong where only pictures have
such a one, and weak where it could be the credit that closes an article: its place then decides."""

from __future__ import annotations

import re
from typing import Literal

from sumber.layout.byline import are_initials, are_names
from sumber.layout.lines import Line, ends_sentence
from sumber.layout.media import find_credited, find_medium, has_name_word
from sumber.layout.phrases import Phrases

Strength = Literal["strong", "weak"]

_LONGEST = 90  # words
_CREDIT_WORDS = 14
_BRACKETED = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,140})[)\]][.\s]*$")
_TRAILING = re.compile(r"[.!?][\"”’]?\s+(?P<credit>[^.!?]{2,80}?(?:/[^.!?]{2,60})?)\.?$")
_DASHED = re.compile(r"\s[–—-]\s(?P<credit>[^.!?–—]{4,80})\.?$")
_DATE = re.compile(r"\d{1,2}/\d{1,2}")
_SLASH = re.compile(r"\s*/\s*")


def caption_strength(line: Line, known: Phrases) -> Strength | None:
    """How sure the words are that this is a caption; ``None`` where they say nothing."""
    if line.words > _LONGEST:
        return None
    label = known.photo.fullmatch(line.text)
    if label:
        return "strong"
    found = _BRACKETED.search(line.text)
    if found and found.start() > 0:
        return _of_bracket(found["credit"].strip(), line, known)
    found = _DASHED.search(line.text)
    if (
        found
        and known.photo_start.match(found["credit"])
        and _is_picture_credit(found["credit"], known, bracketed=False)
    ):
        return "strong"
    found = _TRAILING.search(line.text)
    if found is None:
        return "strong" if "/" in line.text and _is_picture_credit(line.text, known, bracketed=False) else None
    credit = found["credit"].strip(" |–—-")
    medium = find_medium(credit)
    if medium is not None and medium.is_agency:
        return None if line.text.endswith(".") else "weak"
    return "strong" if _is_picture_credit(credit, known, bracketed=False) else None


def is_credit_alone(line: Line, known: Phrases) -> bool:
    """ "Foto: EPA", "Image Credit: AFP": names behind a label, and nothing of what is seen."""
    label = known.photo.fullmatch(line.text)
    return label is not None and line.words <= _CREDIT_WORDS and are_names(label["rest"], known, joined=True)


def has_picture_cue(line: Line, known: Phrases) -> bool:
    """Words that point into a picture: "kiri", "file photo". Said of a sentence above the article they are enough."""
    return bool(known.photo_cues.search(line.text))


def _of_bracket(credit: str, line: Line, known: Phrases) -> Strength | None:
    before = line.text[: line.text.rfind(credit) - 1].rstrip()
    inside = line.text.endswith(".") and before[-1:] not in '.!?…"”’'  # a bracket within a sentence, as "(AFP)."
    if inside or _DATE.search(credit):
        return None
    if _is_picture_credit(credit, known, bracketed=True):
        return "strong"
    media = find_medium(credit)
    if media is not None and media.is_agency and ends_sentence(before):
        return "weak"
    return "weak" if "/" in credit and are_initials(credit) and any(map(find_credited, _SLASH.split(credit))) else None


def _is_picture_credit(credit: str, known: Phrases, bracketed: bool) -> bool:
    """A medium and a person with a slash between ("AFP/Dian Lestari"), or words that only a picture's credit has."""
    words = credit.split()
    pictured = known.photo_words.search(credit)
    if not words or len(words) > _CREDIT_WORDS:
        return False
    if bracketed and pictured and pictured.start() == 0:
        return True
    if not all(_is_credit_word(word, known) for word in words):
        return False
    parts = [part for part in _SLASH.split(credit) if part]
    if pictured and (pictured.start() == 0 or len(parts) > 1 or bracketed):
        return True
    media = [part for part in parts if find_medium(part) or has_name_word(part)]
    people = [part for part in parts if part not in media and (not part.isupper() or len(part) > 5)]
    return bool(media) and bool(people)


def _is_credit_word(word: str, known: Phrases) -> bool:
    bare = word.strip(".,:;&-–/").lower()
    return (
        not bare or word[0].isupper() or bare in known.inside | known.joins or bool(known.photo_words.fullmatch(bare))
    )
