"""Relays: the places in a sentence that name a medium the words went through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sumber.model import Actor, Hop
from sumber.says.clauses import trimmed
from sumber.says.contents import quote_before
from sumber.says.cues import lexicon
from sumber.says.draft import Draft, common, covered
from sumber.says.frame import Frame
from sumber.says.media import find_medium, has_press_name
from sumber.says.phrases import right_phrase
from sumber.says.quotes import Quote
from sumber.says.scene import NOMINAL, Scene, Sentence
from sumber.says.skips import skip_frame
from sumber.says.subjects import left_phrase

Found = list[tuple[Frame, Draft]]


@dataclass(frozen=True, slots=True)
class Relay:
    """Media named at one place, from the speaker outwards; `at` is the token they are named at."""

    hops: tuple[Hop, ...]
    at: int

    def ordered(self) -> list[tuple[int, Hop]]:
        """The hops with their order: in a turned chain the inner medium goes just before the one that took from it."""
        last = self.hops[-1].start
        return [(min(hop.start, last - len(self.hops) + number + 1), hop) for number, hop in enumerate(self.hops)]


@dataclass(frozen=True, slots=True)
class RelayReader:
    """Reads the relays of one sentence."""

    scene: Scene
    sentence: Sentence
    quotes: Sequence[Quote]
    actors: Sequence[Actor]

    def medium_at(self, at: int, loose: bool) -> tuple[Hop | None, int]:
        """The medium whose noun phrase begins at the token, and the token behind it; describing words are passed."""
        scene, last = self.scene, self.sentence.last
        while at < last and scene.low[at] in scene.frames["from_words"]:
            at += 1
        end = right_phrase(scene, at, last)
        if end == at:
            return None, at
        return find_medium(scene, scene.characters(at, end), self.actors, loose), end

    def quoted_by(self, frame: Frame) -> list[Relay]:
        """``dikutip B``, ``dilansir B dari A``, ``aired by A``: the media behind a passive relay."""
        scene = self.scene
        hop, end = self.medium_at(frame.last, loose=True)
        if hop is None or not self._may_be_press(hop):
            return []
        if self._side_by_side(end):
            return []
        if end < self.sentence.last and scene.low[end] in scene.frames["flip"]:
            inner, _ = self.medium_at(end + 1, loose=True)
            if inner is not None and self._may_be_press(inner):
                return [Relay((inner, hop), frame.first)]
        return [Relay((hop,), frame.first)]

    def _may_be_press(self, hop: Hop) -> bool:
        """A name behind a relay is no medium when it is known as somebody else's."""
        actor = next((actor for actor in self.actors if actor.id == hop.actor), None)
        if actor is None or has_press_name(hop.name):
            return True
        return actor.kind == "organization" and (not actor.sectors or actor.sectors[0] in ("JRN", "UNK", "BUS"))

    def _side_by_side(self, end: int) -> bool:
        """``AFP, BBC, dan CNN``: several media at once are no chain."""
        scene = self.scene
        if end + 1 >= self.sentence.last or (scene.low[end] != "," and scene.low[end] not in scene.frames["joiners"]):
            return False
        after = end + 1
        while after < self.sentence.last and scene.low[after] in scene.frames["joiners"]:
            after += 1
        stop = right_phrase(scene, after, self.sentence.last)
        return stop > after and find_medium(scene, scene.characters(after, stop), self.actors) is not None

    def quoting(self, frame: Frame, found: Found) -> list[Relay]:
        """``TASS mengutip X``, ``Kyodo reported, citing X``: X is the source, the medium a hop."""
        scene, sentence = self.scene, self.sentence
        at = frame.last
        while at < sentence.last and scene.low[at] in scene.frames["quoted_words"]:
            at += 1
        start = at
        while at < sentence.last and scene.low[at] in scene.frames["from_words"]:
            at += 1
        end = right_phrase(scene, at, sentence.last)
        if end == at:
            return []
        cited = find_medium(scene, scene.characters(at, end), self.actors, loose=False)
        carrier = self._carrier(frame, found)
        if carrier is None:
            if cited is None and start == frame.last:
                cited = find_medium(scene, scene.characters(at, end), self.actors, loose=True)
                cited = cited if cited and self._may_be_press(cited) and not found else None
            return [Relay((cited,), frame.first)] if cited else []
        hop, draft = carrier
        span = scene.characters(at, end)
        if draft is not None:
            draft.source, draft.cue = span, scene.characters(frame.first, frame.last)
            draft.add_hop(hop)
            return []
        content = self._content_of_quoting(frame, hop, end)
        if content and not any(common(content, other.content) for _, other in found):
            found.append((frame, self._draft(frame, span, content, start)))
        return [Relay((hop,), scene.token_at(hop.start))]

    def _carrier(self, frame: Frame, found: Found) -> tuple[Hop, Draft | None] | None:
        """The medium that quotes: the source of an attribution of this sentence, or the subject of the quoting verb."""
        scene = self.scene
        for _, draft in found:
            medium = find_medium(scene, draft.source, self.actors) if draft.source else None
            if medium is not None and draft.source and abs(medium.start - scene.starts[frame.first]) < 200:
                return medium, draft
        subject = self._antecedent(frame.first) or left_phrase(scene, self.sentence.first, frame.first)
        medium = find_medium(scene, scene.characters(*subject), self.actors) if subject else None
        return (medium, None) if medium else None

    def _antecedent(self, verb: int) -> tuple[int, int] | None:
        """``Anadolu yang mengutip …``: the words before the relative pronoun, back to the preposition or comma."""
        scene, end = self.scene, verb - 1
        if end <= self.sentence.first or scene.low[end] not in scene.frames["relatives"]:
            return None
        end -= scene.low[end - 1] == ","
        begin = end
        while begin > self.sentence.first and end - begin < 6 and scene.pos[begin - 1] in NOMINAL:
            begin -= 1
        return (begin, end) if begin < end else None

    def _content_of_quoting(self, frame: Frame, hop: Hop, end: int) -> list[tuple[int, int]]:
        scene, sentence = self.scene, self.sentence
        first = scene.token_at(hop.start)
        subject = left_phrase(scene, sentence.first, frame.first)
        begin = min(first, subject[0]) if subject else first
        quote = quote_before(scene, scene.starts[begin], self.quotes)
        if quote is not None:
            return [(quote.start, quote.end)]
        behind = trimmed(scene, skip_frame(scene, end, sentence.last, to_content=True), sentence.last, self.quotes)
        if behind:
            return behind
        while begin > sentence.first and self._is_relay_word(begin - 1):
            begin -= 1
        return trimmed(scene, sentence.first, begin, self.quotes)

    def _is_relay_word(self, at: int) -> bool:
        scene = self.scene
        if scene.low[at] in scene.frames["from_words"] or scene.low[at] in scene.frames["relay_heads"]:
            return True
        return any(cue.kind == "relay" for _, cues in lexicon(scene.lang).get(scene.low[at], ()) for cue in cues)

    def _draft(self, frame: Frame, source: tuple[int, int], content: list[tuple[int, int]], cue_last: int) -> Draft:
        scene = self.scene
        direct = covered(content, [(quote.start, quote.end) for quote in self.quotes]) > 0.6
        return Draft(
            source=source,
            cue=scene.characters(frame.first, max(frame.last, cue_last)),
            content=content,
            kind="direct" if direct else "indirect",
            stance="asserts",
            rule=f"{scene.lang}/says/{frame.cue.name.replace(' ', '_')}",
            sentence=scene.characters(self.sentence.first, self.sentence.last),
        )

    def tag_behind(self, frame: Frame, before: Sequence[Frame], found: Found) -> list[Relay]:
        """``…, kata X, lapor Reuters``: a second tag right behind the first; its medium is a hop."""
        if frame.shape != "post" or frame.source is None or any(other is frame for other, _ in found):
            return []
        if not any(other.shape == "post" and other.end <= frame.begin for other in before):
            return []
        hop = find_medium(self.scene, self.scene.characters(*frame.source), self.actors)
        return [Relay((hop,), frame.first)] if hop else []

    def told(self, frame: Frame, all_frames: Sequence[Frame]) -> list[Relay]:
        """``kepada AFP``, ``told Reuters``, ``in an interview with Geo News``: the medium the words were said to."""
        scene, frames = self.scene, self.scene.frames
        if frame.shape == "relay":
            return []
        relays: list[Relay] = []
        others = [other for other in all_frames if other is not frame]
        begin = max([other.end for other in others if other.end <= frame.begin], default=self.sentence.first)
        stop = max(frame.end, frame.last)
        if frame.shape == "post":
            stop = min([other.begin for other in others if other.begin >= frame.last], default=self.sentence.last)
        for i in range(begin, min(stop, self.sentence.last)):
            if i == frame.last and "person" in frame.cue.takes and scene.lang == "en":
                hop, _ = self.medium_at(i, loose=False)
            elif scene.low[i] in frames["addressee"] and i >= frame.last:
                hop, _ = self.medium_at(i + 1, loose=False)
            else:
                hop = self._interviewer(i)
            if hop is not None and self._may_be_press(hop) and all(hop.start != r.hops[0].start for r in relays):
                relays.append(Relay((hop,), i))
        return relays

    def _interviewer(self, at: int) -> Hop | None:
        """The medium behind ``dalam wawancara dengan``, ``in comments to``, ``dihubungi`` at the token."""
        scene = self.scene
        if scene.low[at] not in scene.frames.heads["interview"]:
            return None
        for words in scene.frames.phrases["interview"]:
            if scene.has(at, words, self.sentence.last):
                start = at + len(words)
                barred = start < self.sentence.last and scene.low[start] in scene.frames["flip"]
                return None if barred else self.medium_at(start, loose=len(words) > 1)[0]
        return None

    def own_words(self, frames: Sequence[Frame], relays: Sequence[Relay]) -> Draft | None:
        """A relay in a sentence without another source: what the sentence tells is laid on the medium."""
        scene, sentence = self.scene, self.sentence
        frame = next(frame for frame in frames if frame.shape == "relay" and frame.first >= relays[0].at)
        hops = relays[0].hops
        if frame.cue.weak:
            return None
        source = (hops[0].start, hops[0].end)
        end = scene.token_at(max(hop.end for hop in hops))
        begin = frame.first
        while begin > sentence.first and scene.low[begin - 1] in scene.frames["relay_heads"]:
            begin -= 1
        if begin <= sentence.first + 1:
            content = trimmed(scene, skip_frame(scene, end, sentence.last, to_content=True), sentence.last, self.quotes)
        else:
            content = trimmed(scene, sentence.first, begin, self.quotes)
        if not content or content[0][1] - content[0][0] < 15 or scene.low[sentence.first] in scene.frames["lead_ins"]:
            return None
        draft = self._draft(frame, source, content, frame.last)
        draft.via = [item for relay in relays for item in relay.ordered() if item[1].start != source[0]]
        return draft
