"""Realis: whether a deed is told as done, planned, threatened, denied, or only said to have been done.

Read from the words before the verb, the verbs above it, and the triggers that speak of it. The content of a promise or
a request has no record of its own (`told`), nor has a deed under a condition; the content of a threat is `threatened`,
of an accusation `alleged`, of a denial `denied`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sumber.model import Status
from sumber.parse.syntax import base, case_of, children
from sumber.what.clause import own_subjects
from sumber.what.content import governing_hit, is_denial, is_purpose
from sumber.what.plover import closed_class, cues, type_cards
from sumber.what.triggers import Hit

_UNSAID = frozenset({"REJECT", "THREATEN", "REQUEST", "ACCUSE"})  # words that were not said are no event
_WINDOW = 6  # tokens before a verb that may be its auxiliaries


@dataclass(frozen=True, slots=True)
class Realis:
    """``status`` with the word that decided it; ``told``: the deed has no record besides the one that speaks of it.

    ``conditional``: a condition hangs on the deed. ``negated``: its own clause says no; ``open``: only not yet;
    ``refused``: it will not be done.
    ``governed_by`` is the trigger it is the content of.
    """

    status: Status
    why: str
    told: bool = False
    conditional: bool = False
    negated: bool = False
    open: bool = False
    refused: bool = False
    governed_by: Hit | None = None


def find_realis(hit: Hit, hits: Sequence[Hit], lang: str) -> Realis:
    """The status of a hit, from its own clause and those above it."""
    above = governing_hit(hit, hits, lang)
    if above is not None:
        content = "denied" if is_denial(above, lang) else type_cards()[above.trigger.type].content
        if content == "told":
            return Realis("actual", above.token.lower_, told=True, governed_by=above)
        if content in {"threatened", "denied", "alleged"} and not (content == "alleged" and hit.is_noun):
            status: Status = "threatened" if content == "threatened" else "denied" if content == "denied" else "alleged"
            return Realis(status, above.token.lower_, governed_by=above)
        if content == "alleged":
            return Realis("actual", above.token.lower_, told=True, governed_by=above)
    return _own_status(hit, hits, lang)


def _own_status(hit: Hit, hits: Sequence[Hit], lang: str) -> Realis:
    verbs = [hit.token] if not hit.is_noun else [head for head in (_verb_above(hit.token),) if head is not None]
    if hit.is_noun and _has_word(list(hit.token.children), cues(lang, "negation")):
        return Realis("denied", "no", negated=True)
    chain = [verb for first in verbs for verb in _raising_chain(first, lang)]
    if any(_under_condition(verb, lang) for verb in chain):
        return Realis("hypothetical", "condition", told=True)
    conditional = any(_has_condition(verb, lang) for verb in chain)
    words = [word for verb in chain for word in _before(verb, lang) if not hit.first <= word.i <= hit.last]
    negation = _first_of(words, cues(lang, "negation")) or _none_acts(verbs, lang)
    above = [verb for verb in chain if not hit.is_noun and verb.i != hit.token.i]
    failed = _first_of(above, cues(lang, "not_yet_done")) if above else None
    if negation or failed:
        no = (negation or failed or hit.token).lower_
        if hit.trigger.type in _UNSAID:
            return Realis("denied", no, told=True, negated=True)
        ahead = _first_of(words, cues(lang, "future")) is not None
        still_open, refused = no in cues(lang, "not_yet"), ahead and not failed
        return Realis("denied", no, conditional=conditional, negated=True, open=still_open, refused=refused)
    if _first_of(words, cues(lang, "duty")):
        return Realis("hypothetical", "duty", told=True)
    future = _first_of(words, cues(lang, "future"))
    plan = _first_of([*words, *above], cues(lang, "plan"))
    if future or plan:
        word = (future or plan or hit.token).lower_
        if conditional and type_cards()[hit.trigger.type].is_conflict:
            return Realis("threatened", word, conditional=True)
        return Realis("planned", word, conditional=conditional)
    possible = _first_of(words, cues(lang, "possible"))
    if possible and not hit.is_noun:
        return Realis("hypothetical", possible.lower_, conditional=conditional)
    hearsay = _first_of([*words, *_beside(hit.token)], cues(lang, "hearsay"))
    if hearsay:
        return Realis("alleged", hearsay.lower_)
    if hit.is_noun and not verbs:
        coming = _in_planned(hit, lang)
        if coming is not None:
            return Realis("planned", coming.lower_)
    if not hit.is_noun and is_purpose(hit.token, lang):
        return _purpose_status(hit, hits, lang)
    return Realis("actual", "")


def _verb_above(noun: Token) -> Token | None:
    """The verb that an event noun is subject or object of."""
    token, seen = noun, set()
    while token.i not in seen and token.head.i != token.i:
        seen.add(token.i)
        if base(token.dep_) not in {"obj", "nsubj", "conj", "obl", "compound", "nmod", "xcomp"}:
            return None
        if base(token.dep_) in {"obl", "nmod"} and token.i == noun.i:
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def _in_planned(hit: Hit, lang: str) -> Token | None:
    """The word that puts ahead the deed within or for which a meeting takes place (will fly to Rome for talks)."""
    noun = hit.token
    if hit.trigger.type not in {"CONSULT", "COOPERATE"} or base(noun.dep_) != "obl" or noun.head.pos_ != "VERB":
        return None
    if case_of(noun) not in cues(lang, "purpose") | closed_class(lang, "inside") | closed_class(lang, "frame"):
        return None
    return _first_of(_before(noun.head, lang), cues(lang, "future"))


def _raising_chain(verb: Token, lang: str) -> Iterator[Token]:
    """The verb, the one it shares its auxiliaries with, and those that govern it (plans to, gagal)."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        yield verb
        relation = base(verb.dep_)
        bare = not own_subjects(verb, lang)
        if (
            (relation == "conj" and bare and not children(verb, "aux") and verb.head.pos_ in {"VERB", "AUX"})
            or relation == "xcomp"
            or (relation in {"ccomp", "advcl"} and bare and _hands_on(verb, lang))
        ):
            verb = verb.head
        else:
            return


def _hands_on(verb: Token, lang: str) -> bool:
    """True where the verb above says only how its complement stands (plans to, fails to, takes part in)."""
    head = verb.head
    words = cues(lang, "plan") | cues(lang, "not_yet_done") | cues(lang, "possible") | cues(lang, "raising")
    return head.lower_ in words or head.lemma_ in words


def _before(verb: Token, lang: str) -> list[Token]:
    """Auxiliaries and adverbs of the verb: its children before it, and the unbroken run of such words to its left."""
    found = {child.i: child for child in verb.children
             if child.i < verb.i and (base(child.dep_) in {"aux", "advmod", "mark", "cop", "det"})}  # fmt: skip
    known = cues(lang, "negation") | cues(lang, "future") | cues(lang, "plan") | cues(lang, "possible")
    for token in reversed(list(verb.doc[max(verb.sent.start, verb.i - _WINDOW) : verb.i])):
        if token.pos_ in {"AUX", "ADV", "PART", "SCONJ"} or token.lower_ in known or token.lemma_ in known:
            found[token.i] = token
        elif token.i != verb.i - 1 or token.lower_ not in closed_class(lang, "object_voice"):  # "akan kami sita"
            break
    after = [
        child
        for child in verb.children
        if child.i > verb.i and child.lower_ in cues(lang, "negation") and child.pos_ == "PART"
    ]
    return [found[i] for i in sorted(found)] + after


def _first_of(tokens: Sequence[Token], words: frozenset[str]) -> Token | None:
    return next((token for token in tokens if token.lower_ in words or token.lemma_ in words), None)


def _has_word(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return any(token.lower_ in words and base(token.dep_) in {"det", "advmod", "case"} for token in tokens)


def _none_acts(verbs: Sequence[Token], lang: str) -> Token | None:
    """The negation inside a subject: no one, tak seorang pun."""
    for verb in verbs:
        for subject in own_subjects(verb, lang):
            found = _first_of([subject, *children(subject, "det", "advmod", "nummod")], cues(lang, "negation"))
            if found is not None:
                return found
    return None


def _is_inverted(verb: Token, lang: str) -> bool:
    """True for a condition told by word order: had they not been freed, should it fail."""
    first = [
        child for child in verb.children if child.dep_ in {"aux", "aux:pass"} and child.lower_ in cues(lang, "inverted")
    ]
    before = any(first[0].i < s.i < verb.i for s in children(verb, "nsubj")) if first else False
    return before and base(verb.dep_) in {"advcl", "ccomp", "parataxis"}


def _marks(verb: Token) -> list[Token]:
    return children(verb, "mark", "case", "cc", "advmod")


def _under_condition(verb: Token, lang: str) -> bool:
    """True where the verb's clause, or one it stands in, is opened by a word of condition."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        if any(
            mark.lower_ in cues(lang, "condition") and mark.i < verb.i and mark.dep_ != "aux" for mark in _marks(verb)
        ):
            return True
        if _is_inverted(verb, lang):
            return True
        if base(verb.dep_) not in {"conj", "xcomp", "acl", "nsubj", "obj", "obl"} or verb.head.i == verb.i:
            return False
        verb = verb.head
    return False


def _has_condition(verb: Token, lang: str) -> bool:
    """True where a clause of condition hangs on the verb."""
    return any(
        any(mark.lower_ in cues(lang, "condition") for mark in _marks(child))
        for child in children(verb, "advcl", "parataxis")
    )


def _beside(token: Token) -> list[Token]:
    return [child for child in token.children if base(child.dep_) in {"advmod", "amod", "aux", "mark"}]


def _purpose_status(hit: Hit, hits: Sequence[Hit], lang: str) -> Realis:
    """A purpose is a plan, unless one is there already to do it: who arrives to meet somebody meets.

    It has no record of its own where it is words, or where the deed done for it has one.
    """
    head = hit.token.head
    spoken = type_cards()[hit.trigger.type].is_speech
    done = cues(lang, "raising") | (cues(lang, "channel") | cues(lang, "deciding") if spoken else frozenset())
    if _first_of([head], done):  # "called him to congratulate him", "decided to lift the curfew": no mere purpose
        return Realis("planned" if _first_of(_before(head, lang), cues(lang, "future")) else "actual", "purpose")
    if spoken or any(other.token.i == head.i for other in hits):
        return Realis("planned", "purpose", told=True)
    if hit.trigger.type == "CONSULT" and base(hit.token.dep_) in {"advcl", "xcomp"}:
        ahead = _first_of(_before(head, lang), cues(lang, "future")) or _first_of([head], cues(lang, "plan"))
        return Realis("planned" if ahead else "actual", "purpose")
    return Realis("planned", "purpose")
