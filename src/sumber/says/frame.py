"""Frames: a cue with the words that name its source and all that belongs to neither source nor content.

"…, kata Rahman kepada AFP di Medan, Rabu (3/5)" and "X, who leads the party, told reporters on Monday that …" are
frames. `shape` says where the content is: `pre` behind the frame, `post` before it, `prep` either side, `passive`
around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sumber.says.cues import Cue
from sumber.says.scene import Sentence, Stretch

Shape = Literal["pre", "post", "prep", "passive", "noun", "relay"]


@dataclass(slots=True)
class Frame:
    """Tokens: the cue [first, last), the source [source) or ``None``, the whole frame [begin, end)."""

    cue: Cue
    sentence: Sentence
    shape: Shape
    first: int
    last: int
    source: tuple[int, int] | None
    begin: int
    end: int
    negated: bool = False
    inherits: bool = False
    clitic: Stretch | None = None
