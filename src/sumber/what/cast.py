"""Which actors a noun stands for: tokens of the tree linked to the actors' mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sumber.model import Actor, Mention, Place
from sumber.parse.syntax import base, case_of, children, conjuncts
from sumber.what.plover import closed_class

_KIND_ORDER = {"person": 0, "organization": 1, "group": 2, "state": 3}
_POWERS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "IGO"})
_MODIFIERS = ("nmod:poss", "amod", "compound", "flat", "flat:name", "nmod", "appos", "det")


@dataclass(frozen=True, slots=True)
class _Sighting:
    actor: Actor
    mention: Mention
    first: int
    last: int
    root: int

    @property
    def size(self) -> int:
        return self.last - self.first


class Cast:
    """The actors of one article by the tokens of their mentions, and the states of its places."""

    def __init__(self, doc: Doc, actors: Sequence[Actor], places: Sequence[Place], lang: str) -> None:
        self.lang = lang
        self.by_id = {actor.id: actor for actor in actors}
        self._states = {actor.country: actor.id for actor in reversed(actors) if actor.kind == "state"}
        self.hosts: list[Actor] = []
        self._text = doc.text
        self._places = {
            token.i: place
            for place in places
            for token in doc.char_span(place.start, place.end, alignment_mode="expand") or ()
        }
        self._at: dict[int, list[_Sighting]] = {}
        self._inside: dict[int, list[_Sighting]] = {}
        for actor in actors:
            for mention in actor.mentions:
                self._place(doc, actor, mention)

    def _place(self, doc: Doc, actor: Actor, mention: Mention) -> None:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not len(span):
            return
        seen = _Sighting(actor, mention, span.start, span.end, span.root.i)
        if len(span) == 1 and mention.start > span[0].idx:  # a clitic such as -nya
            self._inside.setdefault(span.start, []).append(seen)
            return
        for i in range(span.start, span.end):
            self._at.setdefault(i, []).append(seen)

    def at(self, token: Token) -> tuple[str, ...]:
        """Actors one of whose mentions holds the token, the mention headed by it first; several where they share it."""
        seen = self._at.get(token.i)
        if not seen:
            return ()
        best = min(seen, key=lambda s: self._rank(s, token))
        return _unique(s.actor.id for s in seen if (s.first, s.last) == (best.first, best.last))

    @staticmethod
    def _rank(seen: _Sighting, token: Token) -> tuple[bool, int, int, int]:
        """Headed by the token; then named before adjectival; persons before groups before states; the longer one."""
        adjective = seen.mention.how == "adjective" and seen.size == 1
        return seen.root != token.i, int(adjective), _KIND_ORDER[seen.actor.kind], -seen.size

    def clitic(self, token: Token) -> tuple[str, ...]:
        """Actors that a clitic of the token stands for."""
        return _unique(seen.actor.id for seen in self._inside.get(token.i, ()))

    def of(self, token: Token) -> tuple[str, ...]:
        """Actors that the noun phrase headed by the token stands for: its head, who is counted, whose it is."""
        found = self.at(token)
        counts = token.lower_ in closed_class(self.lang, "parts") or token.pos_ == "NUM"
        counted = [child for child in children(token, "nmod", "flat", "obl") if child.i > token.i] if counts else []
        if found:
            return found + self._sharing(token, found)
        found = self._first(counted)
        if found:
            return found
        for child in children(token, "appos", "flat"):
            found = self.at(child)
            if found:
                return found
        if token.lemma_ in closed_class(self.lang, "no_agent") or token.lower_ in closed_class(self.lang, "no_agent"):
            return ()
        return self._owner(token) or self.clitic(token)

    def _sharing(self, token: Token, found: tuple[str, ...]) -> tuple[str, ...]:
        """The other states of a shared noun (Hungarian and Romanian officials, the armies of Chad and Niger)."""
        owners = closed_class(self.lang, "owner") | {""}
        names = [
            member
            for child in token.children
            if base(child.dep_) in _MODIFIERS and case_of(child) in owners and child.dep_ != "nmod:poss"
            for member in conjuncts(child)
        ]
        states = [one for name in names for one in self.at(name) if self.by_id[one].kind == "state"]
        known = {self.by_id[one].country for one in found}
        if len(set(states)) < 2 or not known & {self.by_id[one].country for one in states}:
            return ()
        return _unique(one for one in states if self.by_id[one].country not in known)

    def _owner(self, token: Token) -> tuple[str, ...]:
        """Whose the thing is: a name, adjective or owner beside the head (Russian missiles, kapal RRC)."""
        owners = closed_class(self.lang, "owner") | closed_class(self.lang, "agent")
        for child in token.children:
            if child.dep_ in _MODIFIERS or base(child.dep_) in _MODIFIERS:
                case = case_of(child)
                if not case or case in owners or child.dep_ == "nmod:poss":
                    found = (
                        self._named(child)
                        if child.dep_ in {"compound", "amod"} and child.i < token.i
                        else self.at(child)
                    )
                    # "tindakan brutal junta": the tree may hang the owner on the adjective between
                    behind = base(child.dep_) == "amod" and child.i > token.i
                    found = found or (self._owner(child) if behind or base(child.dep_) == "nmod" else ())
                    if found:
                        return found
        return ()

    def _named(self, token: Token) -> tuple[str, ...]:
        """Actors that the token names: a noun that only describes another one (prisoner exchange) names nobody."""
        seen = self._at.get(token.i, ())
        return self.at(token) if any(s.mention.how in {"name", "adjective", "metonym"} for s in seen) else ()

    def _first(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        for token in tokens:
            found = self.at(token)
            found = found + self._sharing(token, found) if found else self._owner(token)
            if found:
                return found
        return ()

    def host_at(self, token: Token, guests: Sequence[str]) -> tuple[str, ...]:
        """The state that the place named by the token belongs to; none at home, or where nobody knows the guests.

        A state of which the article has no other word becomes an actor by the name of the place (one of ``hosts``).
        """
        place = self._places.get(token.i)
        if place is None or place.country is None:
            return ()
        homes = {self.by_id[guest].country for guest in guests}
        if place.country in homes:
            return ()
        if place.country not in self._states:
            if not self.are_known(guests):
                return ()
            self._add_host(place, place.country)
        return (self._states[place.country],)

    def _add_host(self, place: Place, country: str) -> None:
        host = Actor(
            id=f"a{len(self.by_id) + 1}",
            name=self._text[place.start : place.end],
            kind="state",
            country=country,
            sectors=("GOV",),
            mentions=(Mention(place.start, place.end, "metonym"),),
            rule="what/state.place",
        )
        self.by_id[host.id] = host
        self._states[country] = host.id
        self.hosts.append(host)

    def all(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """Actors of several nouns with all that is coordinated with them, in text order, each once."""
        members = {member.i: member for token in tokens for member in conjuncts(token)}
        return _unique(actor for i in sorted(members) for actor in self.of(members[i]))

    def others(self, ids: Iterable[str], than: Sequence[str]) -> tuple[str, ...]:
        """The ids, each once, without the actors ``than`` and those known only as theirs (its embassy, ajudannya)."""
        names = [word for one in than for word in self.by_id[one].mentions if word.how not in {"pronoun", "clitic"}]
        homes = {None} | {self.by_id[one].country for one in than}

        def is_theirs(one: str) -> bool:
            actor = self.by_id[one]
            if actor.country not in homes or not any(role.of in than for role in actor.roles):
                return False
            return all(word.how == "role" for word in actor.mentions) and not any(
                word.start <= name.start and name.end <= word.end for word in actor.mentions for name in names
            )

        return _unique(one for one in ids if one not in than and not is_theirs(one))

    def are_known(self, ids: Iterable[str]) -> bool:
        """True where one of the actors has a country or acts for an international body."""
        return any(self.by_id[one].country is not None or "IGO" in self.by_id[one].sectors for one in ids)

    def rulers(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the actors of whom something is demanded: states, and who holds power in one."""
        return _unique(
            one for one in ids if self.by_id[one].kind == "state" or _POWERS & set(self.by_id[one].sectors[:1])
        )

    def is_named(self, token: Token) -> bool:
        """True where the token stands in a mention of some actor."""
        return token.i in self._at

    def within(self, first: int, last: int) -> tuple[str, ...]:
        """Actors with a mention wholly between two tokens (indices, end exclusive), in text order."""
        seen = {id(s): s for i in range(first, last) for s in self._at.get(i, ())}
        inside = [s for s in seen.values() if first <= s.first and s.last <= last]
        return _unique(s.actor.id for s in sorted(inside, key=lambda s: (s.first, -s.size)))


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
