"""One line for a person: why this is an event of this type with these parties, this status and this date."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.what.cast import Cast
from sumber.what.draft import Draft

_TIME = {"stated": "date in the text", "inherited": "date of the event before it", "published": "date of publication"}


def why(draft: Draft, cast: Cast, text: str) -> str:
    """E.g. ``‘menangkap’ (COERCE arrest): polisi → demonstran, active voice; date in the text``."""
    hit = draft.hit
    start, end = hit.characters
    kind = " ".join((hit.trigger.type, *draft.modes))
    parties = f"{_names(draft.roles.actors, cast)} → {_names(draft.roles.recipients, cast)}, {draft.roles.how}"
    parts = [f"‘{' '.join(text[start:end].split())}’ ({kind}): {parties}"]
    if draft.realis.status != "actual":
        cause = f" by ‘{draft.realis.why}’" if draft.realis.why else ""
        parts.append(f"{draft.realis.status}{cause}")
    if draft.when.how in _TIME:
        parts.append(_TIME[draft.when.how])
    if draft.aggregate:
        parts.append("running total")
    if draft.background:
        parts.append("background")
    return "; ".join(parts)


def _names(ids: Sequence[str], cast: Cast) -> str:
    return ", ".join(cast.by_id[one].name for one in ids) or "nobody named"
