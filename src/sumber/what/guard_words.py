"""The words that an entry asks for beside its own: particle, object, subject, and what must not stand there."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sumber.parse.syntax import NOMINAL, base, case_of, children
from sumber.what.clause import antecedent, grammatical_subject, nearest_left, passive_parts
from sumber.what.lexicon import Trigger
from sumber.what.phrases import spelled, spells
from sumber.what.plover import closed_class, cues, day_names

PARTICLE_REACH = 5  # tokens between a verb and its particle: "turned the whole offer down"
PLACE = "<place>"  # among the objects of an entry: the name of a place, whichever
_PLACES, _UNDERGOES = frozenset({"LOC", "GPE"}), frozenset({"obj", "nsubj:pass"})
OBJECT_REACH = 4  # content words between a light verb and its object where the tree is of no help


def has_subject(verb: Token, voice: str, trigger: Trigger) -> bool:
    """True where one of the entry's words acts: as subject, or in the passive as agent."""
    acting = passive_parts(verb, trigger.lang)[0] if voice == "passive" else grammatical_subject(verb, trigger.lang)
    acting = acting or ([] if voice == "passive" else nearest_left(verb, trigger.lang))
    near = [token for head in acting for token in (head, *children(head, "compound", "nmod", "flat", "amod"))]
    return any(spells(token.doc, token.i, words.split()) for token in near for words in trigger.subject)


def stands_beside(noun: Token, phrases: tuple[str, ...], lang: str) -> bool:
    """True where one of the phrases describes the noun."""
    beside = [child for child in noun.children if base(child.dep_) in {"nmod", "amod", "compound", "obl", "flat"}]
    if noun.i + 1 < noun.sent.end and lang == "id":
        beside.append(noun.doc[noun.i + 1])
    return any(spells(noun.doc, child.i, words.split()) for child in beside for words in phrases)


def find_particle(row: Sequence[Token], place: int, trigger: Trigger) -> int | None:
    """The index of the last token of the particle: right behind the verb, or a little further under the same verb."""
    verb = row[place]
    for words in (particle.split() for particle in trigger.particle):
        if spells(row, place + 1, words) and not _opens_day(row, place + len(words), trigger.lang):
            return row[place + len(words)].i
        if len(words) > 1:
            continue
        for steps, token in enumerate(row[place + 2 : place + 2 + PARTICLE_REACH]):
            if token.pos_ in {"VERB", "PUNCT"} and token.lower_ != words[0]:
                break
            above = [token.head, token.head.head]
            if trigger.object:  # "led a delegation to Iran": the tree may hang it on the delegation
                above.append(token.head.head.head)
            under = any(one.i == verb.i for one in above)
            if spelled(token, words[0]) and under and not _opens_day(row, place + 2 + steps, trigger.lang):
                return token.i
    return None


def _opens_day(row: Sequence[Token], place: int, lang: str) -> bool:
    """True for the preposition of a day or month: "agreed on Monday" is not "agreed on"."""
    dated = row[place].lower_ in closed_class(lang, "dated")
    return dated and place + 1 < len(row) and row[place + 1].lower_ in day_names(lang)


class Row:
    """The tokens of a sentence without its blanks. What may be a verb's object is gathered once for all entries."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._where = {token.i: at for at, token in enumerate(tokens)}
        self._objects: dict[tuple[int, int], dict[str, list[int]]] = {}

    def objects(self, place: int, verb: Token, lang: str) -> dict[str, list[int]]:
        """Places of the verb's objects, complements and subjects by their form and by their lemma."""
        key = (place, verb.i)
        if key not in self._objects:
            forms: dict[str, list[int]] = {}
            for token in _candidates(self.tokens, place, verb, lang):
                at = self._where.get(token.i)
                if at is not None:
                    for form in dict.fromkeys((token.lower_, token.lemma_)):
                        forms.setdefault(form, []).append(at)
                    if token.ent_type_ in _PLACES and token.dep_ in _UNDERGOES:
                        forms.setdefault(PLACE, []).append(at)
            self._objects[key] = forms
        return self._objects[key]


def find_object(row: Row, place: int, verb: Token, wanted: tuple[str, ...], lang: str) -> Token | None:
    """The verb's object, complement or subject that is one of the wanted words or the head of a wanted phrase."""
    forms = row.objects(place, verb, lang)
    for phrase in wanted:
        words = phrase.split()
        if phrase == PLACE and PLACE in forms:
            return row.tokens[forms[PLACE][0]]
        for at in forms.get(words[0], ()):
            if spells(row.tokens, at, words):
                return row.tokens[at]
        if len(words) == 1:
            continue
        for at in forms.get(words[-1], ()):
            if at - len(words) + 1 >= 0 and spells(row.tokens, at - len(words) + 1, words):
                return row.tokens[at]
    return None


def _candidates(row: Sequence[Token], place: int, verb: Token, lang: str) -> list[Token]:
    found = [child for child in verb.children if base(child.dep_) in _OBJECTS and not _is_aside(child, lang)]
    found = [child for child in found if base(child.dep_) != "ccomp" or child.i > verb.i]  # "it was signed, he told us"
    if children(verb, "obj"):  # "soldiers released a statement": who acts is not what it is done to
        found = [child for child in found if child.dep_ != "nsubj"]
    found += [deep for child in found for deep in children(child, "conj", "aux", "mark", "case", "advmod", "acl")]
    wholes = [child for child in found if child.pos_ == "NUM" or in_class(child, lang, "parts")]
    found += [deep for child in wholes for deep in children(child, "nmod")]  # "48 of its fighter jets"
    noun = antecedent(verb, lang)
    if noun is not None:
        found.append(noun)
    return found + _following(row, place)


_OBJECTS = frozenset(
    {"obj", "iobj", "obl", "xcomp", "ccomp", "nsubj", "csubj", "compound", "advmod", "advcl", "nmod", "flat", "dep"}
)


def _following(row: Sequence[Token], place: int) -> list[Token]:
    """Content words right behind the verb up to the first noun phrase's end: a guess where the tree says nothing."""
    found: list[Token] = []
    for token in row[place + 1 :]:
        if token.pos_ == "VERB" and not found:  # "bersumpah akan membalas": the complement, whatever the tree says
            found.append(token)
        if token.pos_ in {"PUNCT", "VERB", "CCONJ", "SCONJ"} or len(found) >= OBJECT_REACH:
            break
        if token.pos_ in NOMINAL | {"ADJ"} and not (token.dep_ in {"compound", "amod"} and token.head.i > token.i):
            found.append(token)
            if token.pos_ in {"NOUN", "PROPN"} and case_of(token):
                break
    return found


def _is_aside(token: Token, lang: str) -> bool:
    """True for punctuation, and for adjuncts that bring in another matter (before, after, since)."""
    return token.pos_ == "PUNCT" or any(
        case.lower_ in cues(lang, "aftermath") for case in children(token, "case", "mark")
    )


def in_class(token: Token, lang: str, name: str) -> bool:
    """True where the token's form or lemma belongs to a closed class."""
    words = closed_class(lang, name)
    return token.lower_ in words or token.lemma_ in words
