"""Quotations that no frame of their own explains: the second half of a broken quotation, and a speaker who goes on."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.says.draft import Draft, common
from sumber.says.quotes import Quote, is_speech
from sumber.says.scene import Scene


def follow_speakers(scene: Scene, drafts: list[Draft], quotes: Sequence[Quote]) -> None:
    """Give each quotation without a cue to the speaker who is speaking; changes ``drafts`` in place.

    In the paragraph of the speaker's last words it continues that attribution. A paragraph that opens with a quotation
    goes on with the speaker of the paragraph before, if that ended in his words. Otherwise nobody is named for it.
    """
    text = scene.body
    for number, quote in enumerate(quotes):
        span = [(quote.start, quote.end)]
        if not is_speech(text, quote) or any(common(draft.content, span) for draft in drafts):
            continue
        speaker = _same_paragraph(scene, drafts, quote)
        if speaker is not None:
            if speaker.kind == "direct":
                speaker.content.append((quote.start, quote.end))
            else:
                drafts.append(_go_on(scene, speaker, quote))
            continue
        earlier = quotes[number - 1] if number else None
        speaker = _paragraph_before(scene, drafts, quote, earlier)
        if speaker is not None:
            if earlier is not None and earlier.goes_on and common(speaker.content, [(earlier.start, earlier.end)]):
                speaker.content.append((quote.start, quote.end))
            else:
                drafts.append(_go_on(scene, speaker, quote))


def _same_paragraph(scene: Scene, drafts: Sequence[Draft], quote: Quote) -> Draft | None:
    """The last attribution before the quotation in its paragraph, when at most the end of its sentence lies between."""
    start = scene.paragraphs[quote.paragraph][0]
    before = [d for d in drafts if d.source and d.begin >= start and d.end <= quote.start]
    if not before:
        return None
    last = max(before, key=lambda draft: (draft.end, draft.begin))
    between = scene.body[max(last.end, last.sentence[1]) : quote.start]
    return last if not between.strip(" \n\t.,:;–—-\u00a0") else None


def _paragraph_before(scene: Scene, drafts: Sequence[Draft], quote: Quote, earlier: Quote | None) -> Draft | None:
    if quote.paragraph == 0 or scene.body[scene.paragraphs[quote.paragraph][0] : quote.start].strip():
        return None
    start, end = scene.paragraphs[quote.paragraph - 1]
    before = [d for d in drafts if d.source and d.begin >= start and d.end <= end and d.kind == "direct"]
    if not before:
        return None
    last = max(before, key=lambda draft: (draft.end, draft.begin))
    rest = scene.body[max(last.end, last.sentence[1]) : end]
    return last if not rest.strip(' \n\t.”"') or (earlier is not None and earlier.goes_on) else None


def _go_on(scene: Scene, speaker: Draft, quote: Quote) -> Draft:
    return Draft(
        source=speaker.source,
        cue=None,
        content=[(quote.start, quote.end)],
        kind="direct",
        stance="asserts",
        rule=f"{scene.lang}/says/goes_on",
        sentence=(quote.start, quote.end),
        actor=speaker.actor,
    )
