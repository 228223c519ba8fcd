"""Standing relations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sumber.model import Record


@pytest.mark.parametrize(
    ("lang", "text", "kind", "subject", "object_"),
    [
        ("id", "Rusia, pemasok senjata India, mengecam Pakistan.", "supplies_arms_to", "RUS", "IND"),
        ("id", "Belarus adalah sekutu Rusia.", "ally_of", "BLR", "RUS"),
        ("en", "Russia, the main arms supplier of India, condemned Pakistan.", "supplies_arms_to", "RUS", "IND"),
        ("en", "Belarus is an ally of Russia.", "ally_of", "BLR", "RUS"),
    ],
)
def test_between_states(
    code: Callable[..., Record], lang: str, text: str, kind: str, subject: str, object_: str
) -> None:
    record = code(text, lang, "2024-05-03")
    countries = {actor.id: actor.country for actor in record.actors}
    found = [(r.type, countries[r.subject], countries[r.object]) for r in record.relations]
    assert (kind, subject, object_) in found


def test_evidence_lies_in_the_text(code: Callable[..., Record]) -> None:
    text = "Belarus is an ally of Russia."
    (relation,) = [r for r in code(text, "en", "2024-05-03").relations if r.type == "ally_of"]
    assert text[relation.start : relation.end] == "ally"
    assert relation.rule == "en/what/ally.relation"
