"""Requests told by a modal verb: who says that another must do something asks him to do it.

``Rusia menegaskan bahwa Sudan harus mengembalikan helikopter itu``, ``the minister said the rebels must disarm``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from sumber.model import Article, Attribution
from sumber.what.cast import Cast
from sumber.what.claims import find_claim, reporter, source_actors
from sumber.what.clause import grammatical_subject, is_english_passive, passive_parts
from sumber.what.draft import Draft
from sumber.what.lexicon import Trigger
from sumber.what.plover import cues
from sumber.what.roles import Roles
from sumber.what.status import Realis
from sumber.what.triggers import Hit


@cache
def _trigger(lang: str) -> Trigger:
    return Trigger(
        "duty", "REQUEST", (), (), (), (), (), None, None, "directed", (), (), None, "", (), (), lang
    )  # fmt: skip


def find_duties(
    doc: Doc, article: Article, cast: Cast, attributions: Sequence[Attribution], paragraphs: Sequence[tuple[int, int]]
) -> list[Draft]:
    """Drafts of requests by modal verb. Somebody must say it, and of somebody else."""
    found: list[Draft] = []
    for token in doc:
        if token.lower_ not in cues(article.lang, "duty") or token.pos_ not in {"AUX", "ADV", "VERB"}:
            continue
        number = next((n for n, (start, end) in enumerate(paragraphs) if start <= token.idx < end), None)
        hit = Hit(_trigger(article.lang), token, "active", token.i, token.i)
        claim = find_claim(hit, attributions)
        askers = source_actors(claim)
        if number is None or claim is None or not askers:
            continue
        asked = cast.all(_asked(token, article.lang))
        if asked and not set(asked) & set(askers):
            found.append(
                Draft(
                    hit,
                    Realis("actual", ""),
                    Roles(askers, asked, "modal verb of duty"),
                    reporter(claim, attributions),
                    number,
                )
            )
    return found


def _asked(modal: Token, lang: str) -> list[Token]:
    """The subject of what must be done; in the passive, its agent."""
    verb = modal.head if modal.dep_ in {"aux", "advmod", "aux:pass"} else modal
    passive = is_english_passive(verb) if lang == "en" else verb.lower_.startswith("di")
    return passive_parts(verb, lang)[0] if passive else grammatical_subject(verb, lang)
