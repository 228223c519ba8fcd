"""Who receives what a verb tells: looked for where the entry and its frame say, then deeper, then in what is said.

A word of speech may have a nearer noun that is no party but a means or a thing ("offered to send troops to help the
Chadian army", "rejected a call for its forces to go"): there somebody of a known country, found deeper, comes first.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sumber.parse.syntax import children
from sumber.what.cast import Cast
from sumber.what.clause import objects, obliques, own_subjects
from sumber.what.content_roles import spoken_to
from sumber.what.plover import closed_class, frames, in_frame_list, type_cards
from sumber.what.triggers import Hit


def find_recipients(
    hit: Hit, cast: Cast, wanted: Sequence[str], taken: set[int], actors: tuple[str, ...]
) -> tuple[tuple[str, ...], list[Token]]:
    """Actors in the first of the wanted places (`obj` or prepositions) that holds one, and the nouns that stand there.

    ``taken`` are the tokens that act; ``actors`` the ids of those who do.
    """
    speech = type_cards()[hit.trigger.type].is_speech
    direct = [token for token in objects(hit.token, cast.lang) if token.i not in taken]
    found, seen, sure = _in_places(hit, cast, wanted, direct, taken, actors)
    if found and (sure or not speech):
        return found, seen
    if not found and "obj" in wanted and not direct and not frames()[hit.trigger.frame].both:
        found, deeper = _deeper(hit, cast, wanted, taken)
        if speech:
            found = cast.others(found, actors)
        if cast.are_known(found) or (found and not speech):
            return found, [*seen, *deeper]
    if not found and hit.object is not None and "obj" in wanted:  # "rejected Moscow's offer": whose the object is
        seen = [*seen, hit.object]
        found = cast.all([hit.object])
        if found:
            return found, seen
    said = spoken_to(hit, direct, cast, wanted, actors)
    return (said if cast.are_known(said) or not found else found), seen


def _in_places(
    hit: Hit, cast: Cast, wanted: Sequence[str], direct: Sequence[Token], taken: set[int], actors: tuple[str, ...]
) -> tuple[tuple[str, ...], list[Token], bool]:
    """(Actors, nouns in the places looked at, whether the actors are meant themselves and not as whose a thing is)."""
    verb, lang = hit.token, cast.lang
    bases = [verb, *([hit.object] if hit.object is not None else []), *direct, *_complements(verb, lang)]
    # "serangan bunuh diri terhadap X": the tree hangs X on the second word of the object
    bases += [part for head in bases[1:] for part in children(head, "acl") if part.i == head.i + 1]
    bases += [noun for head in bases[1:] for noun in children(head, "nmod")]
    bases += obliques(
        [verb, *_complements(verb, lang)], closed_class(lang, "together")
    )  # "struck back with rockets at"
    if hit.trigger.frame == "received":  # "drones that were ordered from Turkey"
        bases += [clause for head in bases[1:] for clause in children(head, "acl")]
    seen: list[Token] = []
    for place in wanted:
        if place == "obj":
            tokens = [token for token in direct if hit.object is None or token.i != hit.object.i]
            found = cast.all(tokens) or cast.clitic(verb)
            if not found and hit.object is not None:
                found = cast.clitic(hit.object)
        else:
            tokens = [token for token in obliques(bases, {place}) if token.i not in taken]
            found = cast.all(tokens)
        meant = any(cast.at(token) for token in tokens)
        named = place == "obj" and meant and not in_frame_list("averted", hit.trigger.type)
        if type_cards()[hit.trigger.type].is_speech and not named:
            found = cast.others(found, actors)  # who closes "its embassy" threatens somebody else
        seen += tokens
        if found:
            return found, seen, place != "obj" or meant or cast.are_known(found)
    return (), seen, False


def _deeper(hit: Hit, cast: Cast, wanted: Sequence[str], taken: set[int]) -> tuple[tuple[str, ...], list[Token]]:
    """The object of what completes the verb ("refused to meet the envoy"), else whom it is for."""
    below = _complements(hit.token, cast.lang)
    tokens = [token for verb in below for token in objects(verb, cast.lang) if token.i not in taken]
    return cast.all(tokens) or cast.all(obliques([*tokens, *below], set(wanted))), tokens


def _complements(verb: Token, lang: str) -> list[Token]:
    """Verbs that complete this one without a subject of their own, where its obliques may have ended up in the tree."""
    return [child for child in children(verb, "xcomp", "ccomp", "advcl") if not own_subjects(child, lang)]
