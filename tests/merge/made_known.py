"""Records that say something of people, or name them bare, so that these tests need no language model."""

from __future__ import annotations

from typing import Any, NamedTuple

from sumber.model import Actor, Block, Event, MadeBy, Mention, Place, Published, Role, Span
from sumber.model import Record as Coded
from sumber.model.record import to_contract

Contract = dict[str, Any]


class One(NamedTuple):
    """Somebody in an article: "<role> <word> <name>", ``word`` the country in words."""

    name: str
    country: str | None = None
    word: str = ""
    role: str = ""
    sectors: tuple[str, ...] = ()
    kind: str = "person"
    how: str = "modifier"


def article(
    ident: str, *people: One, day: str | None = "2024-05-06", outlet: str = "Kabar Uji", about: str = "", land: str = ""
) -> Contract:
    """An article that names some people, a line each, in an event of its own; ``land`` is where it plays, ``about``
    what else it tells, by which it may be a copy or of a story."""
    text, actors, blocks = "", [], []
    for number, one in enumerate(people, 1):
        begin = len(text)
        spans = {}
        for kind, words in (("role", one.role), ("word", one.word), ("name", one.name)):
            if words:
                text += " " if len(text) > begin else ""
                spans[kind] = (len(text), len(text) + len(words))
                text += words
        text += f" spoke of the {ident} matter number {number}."
        blocks.append(Block("paragraph", begin, len(text)))
        text += "\n"
        roles = (Role(*spans["role"], one.role),) if one.role else ()
        rule = f"en/who/{one.kind}.name.{one.how if one.country else 'nowhere'}"
        evidence = spans.get("word") if one.country else None
        actors.append(
            Actor(f"a{number}", one.name, one.kind, one.country, one.sectors, (Mention(*spans["name"]),), roles,
                  evidence, rule)  # type: ignore[arg-type]
        )  # fmt: skip
    if about:
        blocks.append(Block("paragraph", len(text), len(text) + len(about)))
        text += about
    first = blocks[0]
    at = text.index("spoke")
    event = Event(
        "e1", "CONSULT", (), (), "actual", False, False, Span(at, at + 5), Span(first.start, first.end),
        tuple(one.id for one in actors), (), None, None, None, "none", None, "none", None, (), "made/for.tests", "made",
    )  # fmt: skip
    places = (Place("p1", at, at + 5, "Town", None, land, None, None, "city"),) if land else ()
    record = Coded(
        id=ident, uri=f"{ident}.txt", outlet=outlet, lang="en", title=None, url=None, author=None, text=text,
        published=Published(day, day, "given") if day else None, credits=(), layout=tuple(blocks), times=(),
        places=places, actors=tuple(actors), quantities=(), attributions=(), events=(event,), relations=(),
        made_by=MadeBy("0.1.0", "sha256:0", {}),
    )  # fmt: skip
    return dict(to_contract(record))
