"""Noun phrases behind a cue: where the words that name a source end.

Order and nearness decide, the tree helps: machine trees of long Indonesian sentences are often wrong about which noun
is the subject, and seldom about where a noun phrase stops. A source is the noun phrase with its title and its
apposition up to the name; relative clauses are left out.
"""

from __future__ import annotations

from sumber.says.scene import NOMINAL, VERBAL, Scene

_LONGEST = 30  # tokens; a longer source is a misreading
_INSIDE_NAMES = frozenset("-/&'’.")


def right_phrase(scene: Scene, first: int, last: int) -> int:
    """The end of the noun phrase that begins at token ``first``, not past ``last``; ``first`` where none begins."""
    frames, named, place = scene.frames, False, False
    at = first
    if at < last and (not begins(scene, at) or at in scene.times):
        return first
    while at < min(last, first + _LONGEST):
        if at > first and at in scene.times:
            break
        word, pos = scene.low[at], scene.pos[at]
        if word == "," and not (named and place):
            end = _apposition(scene, at + 1, last, named, role_less=scene.pos[first] == "PROPN")
            if end > at + 1:
                return end
            break
        if word == "(" and named:
            end = _bracket(scene, at, last)
            if end == at:
                break
            at = end
            continue
        if pos in ("PUNCT", "SPACE") and word not in _INSIDE_NAMES:
            break
        if word in frames["np_stops"] and not (at == first or (scene.capital(at) and pos == "PROPN")):
            break
        if word in frames["np_place"]:
            if named or at == first:
                break
            place = True
        elif word not in frames["np_inner"] and _breaks(scene, at, first, last, named):
            break
        named = named or pos == "PROPN" or _name_like(scene, at, first)
        if pos == "PRON" and at == first and word in frames["pronouns"]:
            at += 1
            break
        at += 1
    while at > first and (
        scene.pos[at - 1] in ("PUNCT", "CCONJ", "ADP", "SPACE")
        and not scene.capital(at - 1)
        and scene.low[at - 1] != ")"
    ):
        at -= 1
    return at


def _breaks(scene: Scene, at: int, first: int, last: int, named: bool) -> bool:
    """The token's part of speech ends the phrase."""
    pos = scene.pos[at]
    if pos == "CCONJ":
        return not _goes_on(scene, at + 1, last, named)
    if _name_like(scene, at, first):
        return False
    if pos in VERBAL:
        return not is_noun_after_all(scene, at, first, last)
    return pos in ("ADP", "SCONJ", "ADV", "INTJ")


def begins(scene: Scene, at: int) -> bool:
    """A noun phrase can begin at the token."""
    word, pos = scene.low[at], scene.pos[at]
    if word in scene.frames["not_source"] and not scene.capital(at):
        return False
    if pos == "VERB" and scene.deps[at] in ("nsubj", "compound", "amod"):
        return True
    one = pos == "VERB" and word.startswith(tuple(scene.frames["one_prefixes"]))  # seorang, sejumlah
    return one or pos in NOMINAL or scene.capital(at)


def _name_like(scene: Scene, at: int, first: int) -> bool:
    """A capital inside the phrase outranks the tag: names are often tagged as something else."""
    return at > first and scene.capital(at) and scene.words[at].isalpha()


def is_noun_after_all(scene: Scene, at: int, first: int, last: int) -> bool:
    """Tagged a verb, yet part of the phrase: an English participle before its noun, an Indonesian noun before the cue.

    A plain Indonesian verb bears a prefix; a word without one between a noun and a cue is a noun the tagger missed.
    """
    if scene.deps[at] == "amod" or (at == first and scene.deps[at] in ("nsubj", "compound")):
        return True
    if scene.lang != "id" or at == first or scene.low[at].startswith(tuple(scene.frames["verb_prefixes"])):
        return False
    rest = range(at, last)
    return last - first <= 6 and all(scene.pos[i] in ("NOUN", "PROPN", "VERB", "ADJ", "DET", "PRON") for i in rest)


def _goes_on(scene: Scene, at: int, last: int, named: bool) -> bool:
    """After ``and``: another noun that belongs to the same phrase."""
    if at >= last or scene.pos[at] not in ("PROPN", "NOUN", "ADJ"):
        return False
    return scene.pos[at] == "PROPN" or not named


def _apposition(scene: Scene, at: int, last: int, named: bool, role_less: bool) -> int:
    """The end of a name between commas behind a role ("a spokesman, Col. Salunkhe,"); ``at`` where there is none.

    A phrase that holds a name already takes another only where it begins with a role ("juru bicara PBB, Ana Lima,").
    """
    end = at
    while end < last and scene.capital(end) and end not in scene.times and scene.pos[end] not in ("PRON", "SCONJ"):
        end += 1
        while end < last and scene.low[end] in scene.frames["name_particles"]:
            end += 1
    if end > at and end + 1 == last and scene.low[end] == ",":
        return end  # "Juru bicara PBB, Ana Lima, mengatakan": set off by commas right before the cue
    if end == at or (named and (end - at < 2 or role_less)):
        return at
    follows = scene.low[end] if end < last else ""
    if named and follows not in (",", ".", ""):
        return at
    closes = follows in (",", ".", "(", "") or scene.pos[end] in ("VERB", "AUX", "ADP", "ADV", "PUNCT")
    return end if closes else at


def _bracket(scene: Scene, at: int, last: int) -> int:
    """Behind a short form in brackets ("(AAPP)"), or ``at`` where the brackets hold something else."""
    for end in range(at + 1, min(last, at + 5)):
        if scene.low[end] == ")":
            return end + 1 if scene.words[at + 1].isupper() and at + 1 not in scene.times else at
    return at
