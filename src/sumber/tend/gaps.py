"""Sentences that look like an event but hold no trigger: a verb or event noun with a known party, none that fires.

1. sentences   of the article's paragraphs, no questions, in which no trigger was met and no event was coded
2. verbs       not passed over (`words.py`), no cues of attribution, not ruled out by an entry's not_object
3. nouns       where no verb of the sentence will do
A verb that the lexicon knows only with other objects ("mengambil" sumpah) is told together with its object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span, Token

from sumber.model import Actor, Document
from sumber.model import Span as Characters
from sumber.pipeline import Findings, read_document
from sumber.tend.likeness import type_chances
from sumber.tend.words import GapWords, gap_words
from sumber.what import load_lexicon
from sumber.what.cast import Cast
from sumber.what.clause import is_english_passive, objects
from sumber.what.guards import OFFICIAL
from sumber.what.lexicon import Trigger
from sumber.what.page import Page, open_page
from sumber.what.roles import Roles, find_roles
from sumber.what.trace import Trace
from sumber.what.triggers import Hit, find_triggers

_LONGEST = 400  # characters of a sentence; beyond, it is a list or a broken page
_LIGHT = frozenset({"object", "particle", "subject"})  # misses after which another object may make an event of the verb


@dataclass(frozen=True, slots=True)
class Sighting:
    """One word that may report a deed. ``voice``: active, passive or noun; ``object``: that of a verb known otherwise.

    ``actors`` and ``recipients`` are head words of the sentence. ``chances``: of each type, by likeness. ``weight``:
    1, and 1 more for a state, an armed or a political party, and 1 more where both sides are known.
    """

    lang: str
    document: str
    lemma: str
    form: str
    voice: str
    object: str | None
    sentence: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    has_object: bool
    weight: int
    chances: dict[str, float]


def find_sightings(document: Document) -> list[Sighting]:
    """The sightings of one document, in text order."""
    doc = read_document(document)
    found: Findings = doc._.findings
    page = open_page(doc, *found.gathered)
    trace = Trace()
    hits = find_triggers(doc, load_lexicon(page.lang), trace)
    told = {hit.token.sent.start for hit in hits}
    taken = [cue for said in found.attributions for cue in said.cue]
    missed = _misses(trace)
    sightings: list[Sighting] = []
    for sentence in _open_sentences(doc, page, told, [event.sentence for event in found.events]):
        sightings += _in_sentence(sentence, page, missed, taken, document.uri or document.id)
    return sightings


def _open_sentences(doc: Doc, page: Page, told: set[int], events: list[Characters]) -> Iterator[Span]:
    """Sentences of the body without trigger, question mark or event."""
    for sentence in doc.sents:
        is_told = sentence.start in told or any(
            event.start < sentence.end_char and sentence.start_char < event.end for event in events
        )
        whole = len(sentence) > 3 and len(sentence.text) <= _LONGEST
        if whole and not is_told and "?" not in sentence.text and page.paragraph(sentence.root) is not None:
            yield sentence


def _misses(trace: Trace) -> dict[int, set[str]]:
    """The guards of the lexicon's entries that each word failed."""
    missed: dict[int, set[str]] = {}
    for note in trace.notes:
        if note.step == "form":
            missed.setdefault(note.first, set()).add(note.why)
    return missed


def _in_sentence(
    sentence: Span, page: Page, misses: dict[int, set[str]], taken: list[Characters], name: str
) -> list[Sighting]:
    words = gap_words(page.lang)
    free = [token for token in sentence if not any(span.start <= token.idx < span.end for span in taken)]
    verbs = [token for token in free if words.may_be_verb(token)]
    found = [_sighting(token, page, words, misses.get(token.i, set()), name) for token in verbs]
    if not any(found):
        nouns = [token for token in free if words.may_be_noun(token) and token.i not in misses]
        found = [_sighting(noun, page, words, set(), name) for noun in nouns if not page.cast.is_named(noun)]
    return [sighting for sighting in found if sighting is not None]


def _sighting(token: Token, page: Page, words: GapWords, missed: set[str], name: str) -> Sighting | None:
    """The word with its parties, if it has any."""
    goods = [o for o in objects(token, page.lang) if o.pos_ == "NOUN" and not page.cast.is_named(o)]
    if missed and (missed - _LIGHT or not goods):
        return None
    voice = _voice(token, words, page.lang)
    roles = find_roles(Hit(_directed(page.lang), token, voice, token.i, token.i), page.cast)
    if not roles.actors and not roles.recipients:
        return None
    return Sighting(
        lang=page.lang,
        document=name,
        lemma=token.lemma_.lower(),
        form=token.lower_,
        voice=voice,
        object=goods[0].lemma_.lower() if missed else None,
        sentence=" ".join(token.sent.text.split()),
        actors=_heads(roles, roles.actors, page.cast),
        recipients=_heads(roles, roles.recipients, page.cast),
        has_object=bool(roles.recipients or objects(token, page.lang)),
        weight=_weight(roles, page.cast),
        chances=type_chances(token),
    )


def _voice(token: Token, words: GapWords, lang: str) -> str:
    if token.pos_ != "VERB":
        return "noun"
    passive = is_english_passive(token) if lang == "en" else words.root_of(token.lower_) is not None
    return "passive" if passive else "active"


@cache
def _directed(lang: str) -> Trigger:
    """An entry that asks for nothing, so that the parties of any word can be read."""
    return replace(load_lexicon(lang).triggers[0], rule="gap", frame="directed", recipient=(), needs=None)


def _heads(roles: Roles, ids: tuple[str, ...], cast: Cast) -> tuple[str, ...]:
    """The words that an entry's `actors` or `recipients` would name: heads of the parties as the sentence has them."""
    return tuple(dict.fromkeys(head.text for head in roles.heads if set(cast.of(head)) & set(ids)))


def _weight(roles: Roles, cast: Cast) -> int:
    official = any(_is_official(cast.by_id[one]) for one in roles.actors + roles.recipients)
    return 1 + official + bool(roles.actors and roles.recipients)


def _is_official(actor: Actor) -> bool:
    return actor.kind == "state" or bool(OFFICIAL & set(actor.sectors))
