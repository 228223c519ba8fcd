"""What `layout/` hands over: the document cut into blocks by what each line is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sumber.model.document import Document

BlockKind = Literal["title", "dateline", "byline", "caption", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one use. Blocks do not overlap, stand in text order and cover all non-blank text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its layout.

    ``lang`` is the language it is coded in (``id`` or ``en``), ``title`` the headline as the text or the metadata
    gives it, ``outlet`` the publishing medium. As (start, end): ``dateline_place`` and ``dateline_agencies`` are what
    the dateline names, ``credits`` the agencies of a closing credit or byline line, nearest to the reader first.
    """

    document: Document
    lang: str
    blocks: tuple[Block, ...]
    title: str | None
    outlet: str | None
    dateline_place: tuple[int, int] | None = None
    dateline_agencies: tuple[tuple[int, int], ...] = ()
    credits: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The text that all offsets point into."""
        return self.document.text

    def block_at(self, position: int) -> Block | None:
        """The block that holds the character at ``position``, or ``None`` for blank space between blocks."""
        for block in self.blocks:
            if block.start <= position < block.end:
                return block
        return None
