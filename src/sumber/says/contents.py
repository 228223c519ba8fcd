"""What was said: the content that belongs to each frame, bounded by sentence, clause, quotation and the next frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.model import AttributionKind, Stance
from sumber.says.clauses import around, clause, has_verb, right_of, trimmed
from sumber.says.draft import Draft, covered
from sumber.says.frame import Frame
from sumber.says.quotes import Quote, is_speech
from sumber.says.scene import VERBAL, Scene, Stretch
from sumber.says.skips import previous


def read_contents(scene: Scene, frames: Sequence[Frame], quotes: Sequence[Quote]) -> list[tuple[Frame, Draft]]:
    """A draft for every frame of one sentence that has content, with its frame; relays give none here."""
    drafts: list[tuple[Frame, Draft]] = []
    for number, frame in enumerate(frames):
        if frame.shape == "relay" or (frame.negated and frame.cue.stance not in ("doubts", "asks")):
            continue
        limit = _limit(scene, frame, frames[number + 1 :])
        content = _content(scene, frame, limit, frames[:number], quotes)
        source = _source(scene, frame, frames[:number])
        if not content or (source is None and frame.shape in ("post", "prep")):
            continue
        if source is None and frame.shape == "pre":
            continue
        if is_bare_deed(scene, frame.cue.stance, content, quotes):
            continue
        cue = scene.characters(frame.first, frame.last)
        draft = Draft(
            source=source,
            cue=cue,
            content=content,
            kind=kind_of(frame, content, quotes),
            stance=frame.cue.stance,
            rule=f"{scene.lang}/says/{frame.cue.name.replace(' ', '_')}",
            sentence=scene.characters(frame.sentence.first, frame.sentence.last),
            bounded=frame.shape == "noun",
        )
        drafts += [(frame, part) for part in _coordinated(scene, frame, draft, quotes)]
    return drafts


def _coordinated(scene: Scene, frame: Frame, draft: Draft, quotes: Sequence[Quote]) -> list[Draft]:
    """``said A, and that B``: two contents of one cue, each with a clause of its own."""
    if frame.shape != "pre" or draft.kind == "direct" or len(draft.content) != 1:
        return [draft]
    first, last = scene.tokens_in(*draft.content[0])
    opens = scene.frames["noun_openers"]
    at = next(
        (
            i
            for i in range(first + 3, last - 3)
            if scene.low[i] in opens and scene.low[i - 1] in scene.frames["joiners"]
        ),
        None,
    )
    if at is None:
        return [draft]
    parts = [trimmed(scene, first, at - 1, quotes), trimmed(scene, at, last, quotes)]
    return [replace(draft, content=part, via=[], bounded=True) for part in parts if part]


def is_bare_deed(scene: Scene, stance: Stance, content: Sequence[Stretch], quotes: Sequence[Quote]) -> bool:
    """``mengancam akan menyerang``, ``threatened to walk out``: a deed threatened, told in no words of the speaker's.

    Promises and requests of that form are kept: measured, they are right more often than not.
    """
    if stance != "threatens":
        return False
    first, _ = scene.tokens_in(*content[0])
    begins = scene.low[first] in scene.frames["deed_marks"] or (scene.lang == "id" and scene.pos[first] in VERBAL)
    return begins and covered([(quote.start, quote.end) for quote in quotes], content) == 0


def kind_of(frame: Frame | None, content: Sequence[Stretch], quotes: Sequence[Quote]) -> AttributionKind:
    """Direct where most of the content lies in quotation marks."""
    if covered(content, [(quote.start, quote.end) for quote in quotes]) > 0.6:
        return "direct"
    return "according_to" if frame is not None and frame.shape == "prep" else "indirect"


def _source(scene: Scene, frame: Frame, before: Sequence[Frame]) -> Stretch | None:
    if frame.clitic:
        return frame.clitic
    if frame.source:
        start, end = scene.characters(*frame.source)
        ends = frame.source[1] == frame.sentence.last and scene.body[start:end].count(".") == 1
        return start, end - (ends and scene.body[end - 1] == "." and end - start > 3)
    if frame.inherits:
        for other in reversed(before):
            if other.clitic:
                return other.clitic
            if other.source:
                return scene.characters(*other.source)
    return None


def _limit(scene: Scene, frame: Frame, later: Sequence[Frame]) -> int:
    """The token before which the content on the right of the frame ends."""
    end = frame.sentence.last
    if frame.shape == "noun":
        end = _predicate(scene, frame, end)
    if _subordinate(scene, frame):
        end = next((i for i in range(frame.end, end) if scene.low[i] == ","), end)
    for other in later:
        stop = _stop_at(scene, frame, other) if other.begin >= frame.end else None
        if stop is not None:
            return min(stop, end)
    for i in range(frame.end, end):
        if scene.low[i] in scene.frames["alone"] or scene.low[i] == ";":
            return i
        joined = scene.deps[i] == "conj" and scene.heads[i] == frame.first and scene.pos[i] in VERBAL
        if joined and frame.shape == "pre":
            return _before_conjunct(scene, i, frame.end)
    return end


def _predicate(scene: Scene, frame: Frame, last: int) -> int:
    """``Reports that the prince had died | spread quickly``: where the verb begins whose subject the noun is."""
    verb = scene.heads[frame.first]
    if not scene.deps[frame.first].startswith("nsubj") or verb <= frame.end or verb >= last:
        return last
    while verb - 1 > frame.end and scene.heads[verb - 1] == verb and scene.pos[verb - 1] in ("AUX", "ADV", "PART"):
        verb -= 1
    return verb


def _subordinate(scene: Scene, frame: Frame) -> bool:
    """``Although the palace said …, …``: what is said ends with the clause that opens the sentence."""
    first = frame.sentence.first
    between = range(first + 1, frame.begin)
    return (
        frame.shape == "pre"
        and frame.begin > first
        and scene.low[first] in scene.frames["subordinators"]
        and not any(scene.low[i] == "," for i in between)
    )


def _stop_at(scene: Scene, frame: Frame, other: Frame) -> int | None:
    """Where a later frame ends the content of this one; ``None`` where it stands inside that content."""
    begin = other.begin
    prior = previous(scene, begin, frame.sentence.first)
    if other.shape == "post" or (other.shape == "prep" and prior == ","):
        return begin
    if other.shape == "relay":
        while scene.low[begin - 1] in scene.frames["relay_heads"] and begin - 1 > frame.end:
            begin -= 1
        compared = begin < other.begin and scene.low[begin] in scene.frames["comparers"]
        return begin if compared or scene.low[begin - 1] == "," else None
    if other.shape == "pre" and prior in scene.frames["coordinators"] | scene.frames["breakers"]:
        return begin - 1
    encloses = other.source is not None and other.source[1] <= frame.first  # this frame lies in a relative clause
    return begin if other.shape == "pre" and (encloses or (other.inherits and prior == ",")) else None


def _before_conjunct(scene: Scene, verb: int, bound: int) -> int:
    for i in range(verb - 1, max(bound, verb - 6), -1):
        if scene.low[i] in scene.frames["coordinators"]:
            return i
    return verb


def _content(scene: Scene, frame: Frame, limit: int, before: Sequence[Frame], quotes: Sequence[Quote]) -> list[Stretch]:
    if frame.shape == "pre":
        return right_of(scene, frame, limit, quotes)
    if frame.shape == "noun":
        return trimmed(scene, frame.end, limit, quotes)
    if frame.shape == "passive":
        return around(scene, frame, limit, before, quotes)
    left = _left(scene, frame, before, quotes)
    if frame.shape == "prep":
        right = clause(scene, frame.end, limit, quotes)
        if left and any(has_verb(scene, *scene.tokens_in(*stretch)) for stretch in left):
            return left + (right if _goes_on(scene, frame, limit) else [])
        return right or left
    if left:
        broken = kind_of(None, left, quotes) != "direct" and _goes_on(scene, frame, limit)
        return left + (clause(scene, frame.end, limit, quotes) if broken else [])
    return clause(scene, frame.end, limit, quotes)


def _goes_on(scene: Scene, frame: Frame, limit: int) -> bool:
    """Behind a frame set between commas the same clause goes on."""
    at = frame.end
    if at >= limit or scene.low[at] != "," or at + 1 >= limit:
        return False
    stops = scene.frames["relatives"] | scene.frames["coordinators"] | scene.frames["breakers"] | scene.frames["asides"]
    return has_verb(scene, at + 1, limit) and scene.low[at + 1] not in stops


def _left(scene: Scene, frame: Frame, before: Sequence[Frame], quotes: Sequence[Quote]) -> list[Stretch]:
    """Content before the frame: the quotation that ends there, else the clause to the left of it."""
    start = scene.starts[frame.begin]
    quote = quote_before(scene, start, quotes)
    sentence = frame.sentence
    bound = max([f.end for f in before if f.shape in ("post", "prep") and f.end <= frame.begin], default=sentence.first)
    bound = max([i + 1 for i in range(bound, frame.begin) if scene.low[i] == ";"], default=bound)
    if quote is not None:
        lead = scene.tokens_in(scene.starts[bound], quote.start)
        if lead[1] - lead[0] >= 2 and not is_speech(scene.body, quote) and quote.start > scene.starts[bound]:
            return trimmed(scene, lead[0], frame.begin, quotes)
        opening = scene.body[scene.starts[bound] : quote.start].rstrip()
        if lead[1] > lead[0] and opening[-1:] not in (",", ":", ".", "!", "?") and not opening.endswith(("”", '"')):
            return trimmed(scene, lead[0], frame.begin, quotes)
        return [(quote.start, quote.end)]
    if frame.begin <= bound:
        return _sentence_before(scene, frame)
    return trimmed(scene, bound, frame.begin, quotes)


def _sentence_before(scene: Scene, frame: Frame) -> list[Stretch]:
    """``Demikian dilaporkan X.`` closes what was told in the sentence before."""
    if frame.cue.kind != "tail":
        return []
    number = scene.sentences.index(frame.sentence)
    if number == 0:
        return []
    earlier = scene.sentences[number - 1]
    return trimmed(scene, earlier.first, earlier.last, ())


def quote_before(scene: Scene, start: int, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that ends right before the character, with at most a comma or a dash between."""
    near = (quote for quote in quotes if quote.end <= start <= quote.end + 4)
    return next((quote for quote in near if not scene.body[quote.end : start].strip(" \u00a0,–—-\t.")), None)
