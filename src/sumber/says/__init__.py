"""Says: who says what in an article, and through which media it came.

1. quotes    where quotation marks open and close
2. frames    cues with the words that name the source, sentence by sentence
3. contents  what belongs to each frame
4. chain     media between the source and the page
5. speech    quotations without a cue of their own follow the speaker
6. tags      attributions that only the encoder sees
7. merge     one attribution for one stretch of content and source
8. link      sources → actors; attributions inside attributions; the article's own credit
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sumber.model import Actor, Article, Attribution, Moment
from sumber.says.chain import fold_tails, read_chains
from sumber.says.contents import read_contents
from sumber.says.draft import Draft
from sumber.says.finish import finish
from sumber.says.frames import find_frames
from sumber.says.link import link_sources
from sumber.says.merge import merge_drafts
from sumber.says.quotes import Quote, find_quotes, is_speech
from sumber.says.scene import Scene, set_scene
from sumber.says.speech import follow_speakers
from sumber.says.tags import read_tags

__all__ = ["find_attributions"]


def find_attributions(
    doc: Doc, article: Article, actors: Sequence[Actor], times: Sequence[Moment]
) -> tuple[Attribution, ...]:
    """The attributions of the paragraphs of an article in text order, ids s1, s2 …; titles and captions give none."""
    scene = set_scene(doc, article, times)
    quotes = find_quotes(article.text, scene.paragraphs)
    spoken = _spoken(scene, quotes)
    ruled: list[Draft] = []
    tagged: list[Draft] = []
    for sentence in scene.sentences:
        frames = find_frames(scene, sentence, spoken)
        found = read_contents(scene, frames, quotes)
        ruled += read_chains(scene, sentence, frames, found, quotes, actors)
        tagged += read_tags(scene, sentence, quotes)
    drafts = merge_drafts(fold_tails(scene, ruled, actors), [])
    follow_speakers(scene, drafts, quotes)
    drafts = merge_drafts(drafts, tagged, trim=article.lang == "en")
    link_sources(scene, drafts, actors)
    return finish(scene, drafts, actors)


def _spoken(scene: Scene, quotes: Sequence[Quote]) -> list[bool]:
    """For each token whether it lies in quoted speech: cues in there are the speaker's own."""
    inside = [False] * len(scene.words)
    for quote in quotes:
        if is_speech(scene.body, quote):
            first, last = scene.tokens_in(quote.start, quote.end)
            for i in range(first, min(last, len(inside))):
                inside[i] = True
    return inside
