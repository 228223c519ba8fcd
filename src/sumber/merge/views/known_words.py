"""What is known from other articles, in words: for lists, explanations and the cells of exports."""

from __future__ import annotations

from collections.abc import Iterable

from sumber.merge.views.known import Evidence, Found, Known

#: Stands behind a name of which something is known from other articles only.
SIGN = "‡"


def value_words(found: Found) -> str:
    """The answer: ``country IDN``."""
    return f"{found.field} {found.value}"


def evidence_words(found: Found) -> str:
    """How many say so, and the nearest of them: its document, characters, day and words."""
    return f"{_how_many(found)}{spot_words(found.evidence[0])}"


def spot_words(one: Evidence) -> str:
    """The characters that say so: ``1a2b3c4d5e6f:10-40 (2024-10-21) “Menteri Luar Negeri RI Sugiono”``."""
    return f"{one.document}:{one.start}-{one.end} ({one.published or 'undated'}) “{one.words}”"


def known_words(known: Known) -> str:
    """All that is known of one actor, in a line; fields that rest on the same evidence share it."""
    return f"{known.called}: " + "; ".join(f"{values} [{words}]" for values, words in answers(known))


def answers(known: Known) -> list[tuple[str, str]]:
    """Values with the evidence that they share."""
    grouped: dict[str, list[str]] = {}
    for found in known.found:
        grouped.setdefault(evidence_words(found), []).append(value_words(found))
    return [(", ".join(values), words) for words, values in grouped.items()]


def side_words(known: Iterable[Known | None]) -> str:
    """The cell of an export: what is known of some parties."""
    return " | ".join(known_words(one) for one in known if one is not None and one.found)


def _how_many(found: Found) -> str:
    if found.reports is None:
        return ""
    return f"{found.reports} report{'s' * (found.reports != 1)}, nearest "
