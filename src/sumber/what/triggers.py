"""Words that report a deed, found in the sentences of an article.

A word form of the lexicon becomes a hit where it stands as a predicate (a verb, or an event noun with parties, time or
place of its own), with the particle or object its entry asks for. Of several entries for one word the narrowest wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from sumber.parse.syntax import base, children
from sumber.what.clause import grammatical_subject, is_english_passive
from sumber.what.guard_words import OBJECT_REACH, Row, find_object, find_particle, has_subject, stands_beside
from sumber.what.lexicon import Form, Lexicon, Trigger
from sumber.what.phrases import visible
from sumber.what.plover import closed_class, cues, type_cards
from sumber.what.trace import Miss, Trace, tell

_PREFIXES = ("me", "ber", "di", "ter", "pe")


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in its place. ``token`` is the verb or event noun, ``object`` the object of a light verb.

    ``voice``: active, passive or noun. ``first`` and ``last`` are the token indices of the trigger's words, inclusive.
    ``size`` is the number of words of its form; ``others`` are wider entries for the same word, to be tried where this
    one's guards fail.
    """

    trigger: Trigger
    token: Token
    voice: str
    first: int
    last: int
    object: Token | None = None
    size: int = 1
    others: tuple[Hit, ...] = ()

    @property
    def characters(self) -> tuple[int, int]:
        """Start and end of the trigger in the text."""
        doc = self.token.doc
        end = doc[self.last]
        return doc[self.first].idx, end.idx + len(end)

    @property
    def is_noun(self) -> bool:
        """True for a noun that names the event rather than a verb that tells it."""
        return self.voice == "noun"


def find_triggers(doc: Doc, lexicon: Lexicon, trace: Trace | None = None) -> list[Hit]:
    """All hits in text order. Questions outside quotation hold none."""
    hits: list[Hit] = []
    for sentence in doc.sents:
        if sentence[0].pos_ == "X" and all(token.pos_ in {"X", "SPACE"} for token in sentence):
            continue
        question = _is_question(sentence)
        if question and trace is None:
            continue
        found = _sentence_hits(sentence, lexicon, trace)
        for hit in found if question else ():
            tell(trace, hit, "question")
        hits += [] if question else found
    return hits


def _is_question(sentence: Span) -> bool:
    words = visible(sentence)
    return bool(words) and words[-1].text == "?"


def _sentence_hits(sentence: Span, lexicon: Lexicon, trace: Trace | None) -> list[Hit]:
    row = Row(visible(sentence))
    found: list[Hit] = []
    for place in range(len(row.tokens)):
        known = lexicon.forms.at(row.tokens, place)
        tried = [(size, form, _match(row, place, size, form)) for size, form in known]
        if trace is not None:
            trace.tried(row.tokens[place], tried)
        options = [hit for _, _, hit in tried if isinstance(hit, Hit)]
        if options:
            best, *others = sorted(options, key=_narrowness, reverse=True)  # stable: equals stay in codebook order
            found.append(replace(best, others=tuple(others)))
    covers = [next((other for other in found if _covers(other, hit)), None) for hit in found]
    for hit, cover in zip(found, covers, strict=True):
        if cover is not None:
            tell(trace, hit, "longer", other=cover)
    return [hit for hit, cover in zip(found, covers, strict=True) if cover is None]


def _narrowness(hit: Hit) -> tuple[int, bool, bool]:
    trigger = hit.trigger
    guards = 2 * bool(trigger.object) + 2 * bool(trigger.particle) + bool(trigger.subject)
    return guards + 3 * (hit.size > 1), bool(trigger.needs), bool(trigger.needs_actor)


def _covers(one: Hit, other: Hit) -> bool:
    """True where the other's word is part of this longer trigger."""
    if one is other or (one.first == other.first and one.last == other.last):
        return False
    if one.object is not None and one.object.i == other.token.i:
        return not _is_deed_of_word(one, other)
    if one.size > 1 and not one.is_noun and not other.is_noun and one.first < other.first <= one.last:
        return one.trigger.type != "THREATEN"  # "would not accept" over "accept refugees"; a threat leaves the deed
    return one.first <= other.first and other.last <= one.last and one.last - one.first > other.last - other.first


def _is_deed_of_word(word: Hit, deed: Hit) -> bool:
    """True where the object of a word of praise, blame or threat tells a deed of its own.

    ``welcomed the exchange of prisoners between A and B``, ``vowed to walk out unless``: two records.
    """
    if word.trigger.type == "THREATEN":
        return not deed.is_noun and type_cards()[deed.trigger.type].is_conflict
    return (
        word.trigger.type in {"SUPPORT", "ACCUSE"} and deed.is_noun and type_cards()[deed.trigger.type].quad in (2, 4)
    )


def _match(row: Row, place: int, size: int, form: Form) -> Hit | Miss:
    """The hit of one form at one place of the sentence, or which of its guards does not hold."""
    trigger, own = form.trigger, row.tokens[place : place + size]
    token = _head_of(own) if size > 1 else own[0]
    first, last = own[0].i, own[-1].i
    if form.kind == "noun":
        miss = _noun_miss(token, trigger)
        return miss if miss is not None else Hit(trigger, token, "noun", first, last, size=size)
    if form.kind == "bare":
        token = own[0]
        if not _in_object_voice(row, place, token, trigger.lang):
            return Miss("pronoun")
    elif (
        token.dep_ == "cop" and trigger.particle and trigger.lang == "en"
    ):  # "is ready to": the adjective is the predicate
        token = token.head
    elif not _is_verb(own[0], trigger.lang, size):
        return Miss("verb", own[0])
    if trigger.particle:
        end = find_particle(row.tokens, place + size - 1, trigger)
        if end is None:
            return Miss("particle")
        last = max(last, end)
    target = None
    if trigger.object:
        target = find_object(row, place + size - 1, token, trigger.object, trigger.lang)
        if target is None:
            return Miss("object", token)
        if last < target.i <= last + 2 * OBJECT_REACH:
            last = target.i
    if trigger.not_object:
        barred = find_object(row, place + size - 1, token, trigger.not_object, trigger.lang)
        if barred is not None:
            return Miss("not_object", barred)
    voice = _voice(form, token)
    if trigger.subject and not has_subject(token, voice, trigger):
        return Miss("subject")
    return Hit(trigger, token, voice, first, last, target, size)


def _noun_miss(noun: Token, trigger: Trigger) -> Miss | None:
    """Why a noun of the lexicon names no event where it stands; None where it may."""
    if trigger.object and not stands_beside(noun, trigger.object, trigger.lang):
        return Miss("beside")
    if not _is_event_noun(noun, trigger.lang):
        return Miss("noun", noun)
    if trigger.lang == "en" and base(noun.dep_) in {"compound", "amod"}:  # "peace talks team"
        return Miss("modifier", noun.head)
    return Miss("not_object") if stands_beside(noun, trigger.not_object, trigger.lang) else None


def _head_of(words: Sequence[Token]) -> Token:
    """The syntactic head of the words of a phrase: the one whose head lies outside."""
    inside = {word.i for word in words}
    outer = [word for word in words if word.head.i not in inside or word.head.i == word.i] or words[:1]
    verbs = [word for word in outer if word.pos_ == "VERB"]
    if len(verbs) > 1:  # "balas menyerang", and the tree hangs one of them elsewhere: the one nearer to its root
        return min(verbs, key=lambda verb: len(list(verb.ancestors)))
    return next((word for word in outer if word.pos_ != "PRON"), outer[0])  # "demikian peringatan": the noun


def _in_object_voice(row: Row, place: int, verb: Token, lang: str) -> bool:
    """True for a bare verb behind the pronoun of who acts, with what it is done to before both (X akan kami sita)."""
    if place == 0 or row.tokens[place - 1].lower_ not in closed_class(lang, "object_voice"):
        return False
    pronoun = row.tokens[place - 1]
    return any(subject.i < pronoun.i for subject in grammatical_subject(verb, lang))


def _voice(form: Form, token: Token) -> str:
    if form.kind == "verb":
        if token.lower_.endswith("ing") and children(token, "case", "det", "amod", "nmod:poss"):
            return "noun"  # "after a weekend of shelling"
        return "passive" if is_english_passive(token) else "active"
    return "passive" if form.kind == "bare" else form.kind


def _is_verb(token: Token, lang: str, size: int) -> bool:
    """Part of speech and place allow the token to be the predicate of a clause."""
    if lang == "en":
        if base(token.dep_) == "amod" and token.lower_ in cues(lang, "hearsay"):
            return False  # "the alleged bombers": a distance kept
        return token.pos_ == "VERB" or (token.pos_ == "AUX" and size > 1)
    if base(token.dep_) in {"amod", "case"} and token.pos_ != "VERB":
        return False
    if token.pos_ in {"VERB", "ADJ", "ADV", "AUX"} or size > 1:
        return True
    if token.pos_ in {"NOUN", "PROPN", "X"}:
        if token.lower_.startswith(_PREFIXES[:4]) and len(token) > 5 and token.pos_ != "PROPN":
            return True
        clausal = token.dep_ in {"ROOT", "ccomp", "xcomp", "advcl", "acl:relcl", "conj"} and bool(
            children(token, "nsubj")
        )
        return clausal or (base(token.dep_) == "advmod" and token.head.pos_ == "VERB")
    return False


def _is_event_noun(token: Token, lang: str) -> bool:
    if token.pos_ == "PROPN":  # a capital at the head of a sentence says nothing
        return token.is_lower or token.i == token.sent.start
    return token.pos_ == "NOUN" or (lang == "id" and token.pos_ == "VERB")
