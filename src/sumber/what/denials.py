"""Denials of what was told before: the claim of one party that another party denies becomes `denied`.

``Kremlin membantah.``, ``menepis kabar itu``, ``denied any withdrawal``: a denying word with nothing to deny in its own
clause, or with a noun that points back, denies the nearest claim before it that the denier did not make himself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sumber.parse.syntax import base
from sumber.what.cast import Cast
from sumber.what.claims import source_actors
from sumber.what.clause import objects
from sumber.what.content import is_denial
from sumber.what.draft import Draft
from sumber.what.plover import closed_class, cues

REACH = 3  # sentences back
_CLAIMED = frozenset({"actual", "alleged", "planned"})


def apply_denials(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts with the status of what is denied later on changed to `denied`."""
    done, lang = list(drafts), cast.lang
    for number, draft in enumerate(done):
        if is_denial(draft.hit, lang) and draft.realis.status == "actual":
            target = _denied(done[:number], draft, _clause_actors(draft.hit.token, cast), lang)
            if target is not None:
                old = done[target]
                done[target] = replace(old, realis=replace(old.realis, status="denied", why=draft.hit.token.lower_))
                if not draft.roles.recipients:  # a denial is addressed to whoever made the claim
                    sources = tuple(one for one in source_actors(old.claim) if one not in draft.roles.actors)
                    done[number] = replace(draft, roles=replace(draft.roles, recipients=sources))
    return [_doubted(draft, lang) for draft in done]


def _doubted(draft: Draft, lang: str) -> Draft:
    """A claim of which its own sentence or the next one says that nobody could confirm it is alleged."""
    if draft.claim is None or draft.realis.status != "actual":
        return draft
    doc, sentence = draft.hit.token.doc, draft.hit.token.sent
    following = doc[sentence.end].sent if sentence.end < len(doc) else sentence
    text = " ".join(token.lower_ for token in doc[sentence.start : following.end])
    found = next((words for words in sorted(cues(lang, "unconfirmed")) if words in text), None)
    return draft if found is None else replace(draft, realis=replace(draft.realis, status="alleged", why=found))


def _points_back(verb: Token, lang: str) -> bool:
    """True where nothing is denied in the clause itself, or only `the report`, `that`, `any` of it."""
    things = objects(verb, lang)
    if not things:
        return True
    head = things[0]
    if {head.lower_, head.lemma_} & cues(lang, "opinions"):
        return False
    words = {child.lower_ for child in head.children} | {head.doc[min(head.i + 1, len(head.doc) - 1)].lower_}
    known = head.lower_ in cues(lang, "report") or head.lemma_ in cues(lang, "report") or head.pos_ == "PRON"
    return known or bool(words & (closed_class(lang, "definite") | closed_class(lang, "article")))


def _clause_actors(verb: Token, cast: Cast) -> tuple[str, ...] | None:
    """Whom the denied clause is about (denied that `he` was in custody); None where no clause is denied."""
    for clause in verb.children:
        if base(clause.dep_) in {"ccomp", "xcomp", "advcl"} and clause.i > verb.i:
            return tuple(one for token in clause.subtree for one in cast.at(token))
    return None


def _denied(before: Sequence[Draft], denial: Draft, about: tuple[str, ...] | None, lang: str) -> int | None:
    """The nearest claim before the denial with a source that is not the denier, about those the denial is about."""
    if about is None and not _points_back(denial.hit.token, lang):
        return None
    at = _sentence_number(denial)
    for number in range(len(before) - 1, -1, -1):
        draft = before[number]
        if at - _sentence_number(draft) > REACH:
            return None
        sources = source_actors(draft.claim)
        if (
            draft.claim is None
            or draft.realis.status not in _CLAIMED
            or (draft.background and draft.when.how == "none")
        ):
            continue
        parties = set(draft.roles.actors + draft.roles.recipients)
        if not set(sources) & set(denial.roles.actors) and (about is None or parties & set(about)):
            return number
    return None


def _sentence_number(draft: Draft) -> int:
    start = draft.hit.token.sent.start
    return sum(1 for sentence in draft.hit.token.doc.sents if sentence.start < start)
