"""Subject, objects, agents and obliques of a predicate, read from a tree that may be wrong.

Where the verb has no subject of its own it is looked for where grammar puts it: before a relative clause, at the verb
it is coordinated with, at the verb that governs it; at last, the nearest noun to the left in the same stretch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from sumber.parse.syntax import NOMINAL, base, case_of, children, conjuncts, subjects
from sumber.what.plover import closed_class

_VERBAL = frozenset({"VERB", "AUX"})
_ARGUMENT = NOMINAL | {"ADJ"}  # what the tree calls subject or object stands for a thing, whatever its tag
_STOPS = frozenset(';:—–()"“”«»')
_CONTROLLED = frozenset(
    {"xcomp", "advcl", "ccomp", "parataxis", "obj", "obl", "dep", "compound", "fixed", "flat", "advmod", "aux"}
)


def is_relative(token: Token, lang: str) -> bool:
    """True for a word that stands for the noun before its clause (yang, who, which)."""
    return token.lower_ in closed_class(lang, "relative")


def own_subjects(verb: Token, lang: str) -> list[Token]:
    """The verb's own subjects, relative words left out; one behind the verb only where none stands before it."""
    agent = closed_class(lang, "agent")  # "recognising victories by the opposition": a tree may call it the subject
    found = [
        token
        for token in subjects(verb)
        if not is_relative(token, lang) and _may_act(token) and case_of(token) not in agent
    ]
    before = [token for token in found if token.i < verb.i]
    return before or found


def _may_act(token: Token) -> bool:
    """True for a noun, and for a gerund in its place ("army shelling killed two")."""
    return token.pos_ in _ARGUMENT or (token.pos_ == "VERB" and base(token.dep_) == "nsubj")


def antecedent(verb: Token, lang: str) -> Token | None:
    """The noun that the verb's clause hangs on, as a relative clause or participle."""
    if base(verb.dep_) == "acl" and verb.head.pos_ in NOMINAL:
        return verb.head
    return _before_relative(verb, lang)


def _before_relative(verb: Token, lang: str) -> Token | None:
    """The noun before the verb's own relative word, where the tree hangs the clause elsewhere."""
    words = [child for child in verb.children if child.i < verb.i and child.lower_ in closed_class(lang, "pronouns")]
    if not words or words[0].i == verb.sent.start:
        return None
    i = words[0].i - 1
    if verb.doc[i].text == "," and i > verb.sent.start:
        i -= 1
    noun = phrase_top(verb.doc[i])
    return noun if noun.pos_ in NOMINAL and noun.i < words[0].i else None


def grammatical_subject(verb: Token, lang: str, depth: int = 6) -> list[Token]:
    """The subjects of the verb, its own or those grammar lends it; empty where none is found."""
    own = own_subjects(verb, lang)
    if own or depth == 0:
        return own
    noun = antecedent(verb, lang)
    if noun is not None:
        return [noun]
    if verb.dep_ == "conj":
        if verb.head.pos_ in {"NOUN", "PROPN"}:  # a tree that took the verb for a second noun
            return [verb.head]
        return grammatical_subject(verb.head, lang, depth - 1)
    if base(verb.dep_) in _CONTROLLED and verb.head.i != verb.i:
        if base(verb.dep_) == "advcl" and any(verb.i < s.i < verb.head.i for s in children(verb.head, "nsubj")):
            before = _verb_before(verb)  # "A struck B, killing C, officials said": the head reports the whole
            return grammatical_subject(before, lang, depth - 1) if before is not None else []
        between = [o for o in children(verb.head, "obj", "iobj") if verb.head.i < o.i < verb.i and o.pos_ in NOMINAL]
        control = verb.head.lemma_ in closed_class(lang, "object_control")
        if between and (control or base(verb.dep_) in {"xcomp", "ccomp"}):
            return conjuncts(between[0])
        return grammatical_subject(verb.head, lang, depth - 1)
    return []


def _verb_before(verb: Token) -> Token | None:
    """The nearest verb to the left in the sentence that is not in a relative clause."""
    left = verb.doc[verb.sent.start : verb.i]
    return next((t for t in reversed(list(left)) if t.pos_ == "VERB" and base(t.dep_) != "acl"), None)


def nearest_left(verb: Token, lang: str) -> list[Token]:
    """The nearest free noun to the left of the verb before another verb or a break: the last resort for a subject."""
    for token in reversed(list(verb.doc[verb.sent.start : verb.i])):
        if token.text in _STOPS or (token.pos_ == "VERB" and base(token.dep_) != "acl"):
            return []
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and not is_relative(token, lang):
            top = phrase_top(token)
            if top.i > verb.i:  # a tree that ties the subject to what stands behind the verb
                top = token
            if not case_of(top) and base(top.dep_) not in {"obl", "nmod"} and top.i < verb.i:
                return conjuncts(top) if top.dep_ != "conj" else [top]
    return []


def phrase_top(token: Token) -> Token:
    """The head noun of the phrase that the token stands in."""
    seen = set()
    while token.i not in seen and base(token.dep_) in {"flat", "compound", "nmod", "amod", "nummod", "det", "appos"}:
        seen.add(token.i)
        if token.head.pos_ not in NOMINAL:
            break
        token = token.head
    return token


def objects(verb: Token, lang: str) -> list[Token]:
    """Direct and indirect objects with their conjuncts; the antecedent where the clause leaves that place empty."""
    found = [member for o in children(verb, "obj", "iobj") if o.pos_ in _ARGUMENT for member in conjuncts(o)]
    if found:
        return found
    noun = antecedent(verb, lang)
    if noun is not None and own_subjects(verb, lang):
        return [noun]
    for other in children(verb, "conj"):
        if other.pos_ in _VERBAL and not own_subjects(other, lang) and other.i - verb.i <= 3:
            found = [o for o in children(other, "obj") if o.pos_ in NOMINAL]
            if found:
                return conjuncts(found[0])
    beside = bare_noun_after(verb, lang)
    return [beside] if beside is not None and lang == "id" else []


def bare_noun_after(verb: Token, lang: str) -> Token | None:
    """The noun phrase without preposition that begins right behind the verb, whatever the tree calls it."""
    i = verb.i + 1
    if i >= verb.sent.end:
        return None
    token = verb.doc[i]
    if token.pos_ not in NOMINAL | {"ADJ"} or is_relative(token, lang) or case_of(token):
        return None
    top = token if token.head.i == verb.i else phrase_top(token)
    if top.pos_ not in NOMINAL or (top.i < verb.i):
        return None
    if any(child.i <= verb.i for child in children(top, "case")):
        return None
    return top


def passive_parts(verb: Token, lang: str) -> tuple[list[Token], list[Token]]:
    """(agents, patients) of a passive verb. Agents stand after oleh or by, in Indonesian also right behind the verb."""
    heads = [
        verb,
        *(child for child in children(verb, "xcomp", "advmod", "obl") if child.i > verb.i),
    ]  # "shot dead by X"
    agents = list(obliques(heads, closed_class(lang, "agent")))
    own = own_subjects(verb, lang)
    if verb.i > verb.sent.start and verb.nbor(-1).lower_ in closed_class(lang, "object_voice"):
        agents = agents or [verb.nbor(-1)]
    if not agents and lang == "id":
        beside = bare_noun_after(verb, lang)
        if beside is not None and beside.pos_ != "NUM" and base(beside.dep_) in {"obj", "obl", "nsubj", "nmod", "iobj"}:
            agents = conjuncts(beside)
    taken = {token.i for token in agents}
    patients = [token for token in own if token.i not in taken]
    if not patients:
        lent = [] if own and not taken else grammatical_subject(verb, lang) if not own else _without_own(verb, lang)
        patients = [token for token in lent if token.i not in taken]
    return agents, patients or [token for token in nearest_left(verb, lang) if token.i not in taken]


def _without_own(verb: Token, lang: str) -> list[Token]:
    """Whom the clause is about, where its only own subject turned out to be the agent."""
    noun = antecedent(verb, lang)
    if noun is not None:
        return [noun]
    if verb.dep_ == "conj" or base(verb.dep_) in _CONTROLLED:
        return grammatical_subject(verb.head, lang)
    return []


def obliques(heads: list[Token], prepositions: Collection[str]) -> Iterator[Token]:
    """Dependents of the heads under one of the prepositions, with their conjuncts, in the order of the heads."""
    for head in heads:
        for child in head.children:
            if base(child.dep_) in {"obl", "nmod", "advmod", "advcl", "obj", "dep", "nsubj"}:
                case = case_of(child) or _particle_before(child)
                if case and (case in prepositions or case.split()[0] in prepositions):
                    yield from conjuncts(child)


def _particle_before(child: Token) -> str:
    """The verb's particle right before the phrase, which a tree may take from it ("called on him to go")."""
    particles = children(child.head, "compound:prt")
    return next((part.lower_ for part in particles if part.i + 1 == child.left_edge.i), "")


def is_english_passive(verb: Token) -> bool:
    """True where an English verb form stands in the passive: by its auxiliary, subject, or as a bare participle."""
    if any(child.dep_ in {"aux:pass", "csubj:pass"} for child in verb.children):
        return True
    if any(child.dep_ == "nsubj:pass" for child in verb.children) and not children(verb, "obj"):
        return True
    if any(child.dep_ == "obl:agent" and case_of(child) in closed_class("en", "agent") for child in verb.children):
        return True
    participle = not verb.lower_.endswith("ing") and verb.lower_ != verb.lemma_
    if base(verb.dep_) == "acl" and verb.dep_ != "acl:relcl":
        return participle
    if base(verb.dep_) == "advcl":
        return participle and not any(child.dep_ in {"aux", "mark", "obj"} or base(child.dep_) == "nsubj"
                                      for child in verb.children)  # fmt: skip
    if verb.dep_ == "conj" and participle:
        lone = not any(base(child.dep_) in {"nsubj", "aux"} for child in verb.children)
        return lone and not children(verb, "obj") and verb.head.pos_ in _VERBAL and is_english_passive(verb.head)
    return False
