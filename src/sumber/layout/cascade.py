"""READ FIRST. What each line of a document is for, in numbered steps; a later one fills what an earlier left open.

    1. its own words   time stamp, related link, appeal, breadcrumb, byline, initials, picture caption
    2. the body        from the first to the last line that reads as running text, or begins with a dateline
    3. the title       stated by the metadata, doubled, or shaped like a headline; always above the body
    4. above the body  kickers, names of authors, decks, captions without a credit
    5. lists           headlines after "Baca juga", "Related"
    6. below the body  short lines that are no sentence
    7. between         crossheads; all that is left is paragraph
    8. within lines    dateline, closing credit, related link at a paragraph's end

A document marked `plain` has paragraphs only. Blocks cover every non-blank character, in order, without overlap.
"""

from __future__ import annotations

from sumber.layout import caption
from sumber.layout.above import sort_above
from sumber.layout.byline import find_closing_credit, is_agency_line, is_by_line, is_initials, is_label_line
from sumber.layout.credits import find_credits, own_agencies_left_out
from sumber.layout.dateline import Dateline, find_dateline
from sumber.layout.furniture import (
    is_breadcrumb,
    is_call,
    is_labelled_headline,
    is_related_header,
    is_related_link,
    is_separator,
    is_time_stamp,
    known_line,
)
from sumber.layout.lines import Line, cut_lines, ends_sentence, is_body_like
from sumber.layout.outlet import find_outlet
from sumber.layout.phrases import Phrases, phrases
from sumber.layout.split import split_lines
from sumber.layout.title import find_title, title_text
from sumber.model import Article, Block, BlockKind, Document

_TAIL_WORDS = 14  # a longer line below the body is text that lost its full stop
_CROSSHEAD_WORDS = 8
_CAPTIONED_LINES = 3  # a caption without a credit, and an article of two paragraphs or more below it
_CAPTION_WORDS = 40
_DATELINE_LINES = 4  # lines of running text that may stand above the dateline: standfirst, caption

Kinds = list[BlockKind | None]


def lay_out(document: Document, lang: str) -> Article:
    """Cut a document into blocks by what each line is for, and read off title, outlet, dateline and credits."""
    lines = cut_lines(document.text)
    if document.plain:
        return _plain(document, lang, lines)
    known = phrases(lang)
    captions = [caption.caption_strength(line, known) for line in lines]
    kinds: Kinds = [own_kind(line, strength, known) for line, strength in zip(lines, captions, strict=True)]  # 1
    cores = [core_of(line, known) for line in lines]  # what is judged as a sentence
    settle_lone_credits(lines, cores, kinds, document.text, known)
    weak = [strength == "weak" for strength in captions]
    body, dateline = find_body(lines, cores, kinds, weak, known, document.outlet)  # 2
    settle_weak_captions(kinds, body, weak)
    above = [number for number in range(body.start) if kinds[number] is None]
    labelled = [n for n in range(body.start) if kinds[n] == "furniture" and is_labelled_headline(lines[n], known)]
    titles = find_title(cores, above if body else _headed(kinds), labelled, document.title)  # 3
    for number in titles:
        kinds[number] = "title"
    sort_above(cores, kinds, body.start, titles, dateline, known, document)  # 4
    fill_lists(cores, kinds, known)  # 5
    fill_below(cores, kinds, body)  # 6
    fill_between(cores, kinds, body)  # 7
    whole = [kind or "paragraph" for kind in kinds]
    outlet = find_outlet(document, lines, whole, titles, dateline, known)
    blocks = split_lines(lines, whole, dateline, known)  # 8
    bylines = [Line(b.start, b.end, document.text[b.start : b.end]) for b in blocks if b.kind == "byline"]
    return Article(
        document=document,
        lang=lang,
        blocks=blocks,
        title=document.title or title_text(lines, titles, outlet),
        outlet=outlet,
        dateline_place=dateline.place if dateline else None,
        dateline_agencies=own_agencies_left_out(dateline.agencies if dateline else (), document.text, outlet),
        credits=find_credits(bylines, known, outlet),
    )


def _plain(document: Document, lang: str, lines: list[Line]) -> Article:
    blocks = tuple(Block("paragraph", line.start, line.end) for line in lines)
    return Article(document, lang, blocks, document.title, find_outlet(document, [], [], [], None, None))


def own_kind(line: Line, strength: caption.Strength | None, known: Phrases) -> BlockKind | None:
    """What a line's own words say it is for, wherever it stands. ``strength``: how sure they are of a caption."""
    if is_separator(line) or is_time_stamp(line, known):
        return "furniture"
    if is_label_line(line, known) or is_initials(line) or is_agency_line(line, known):
        return "byline"
    entry = known_line(line, known)
    if entry:
        return entry[0]
    if is_related_header(line, known) or is_related_link(line, known):
        return "furniture"
    if is_call(line, known) or is_breadcrumb(line, known):
        return "furniture"
    if is_by_line(line, known):
        return "byline"
    return "caption" if strength == "strong" else None


def core_of(line: Line, known: Phrases) -> Line:
    """The line without what may be glued to its end: "... katanya. (ant)" ends with a full stop."""
    link = known.inline_related.search(line.text)
    words = line.text[: link.start()].rstrip() if link else line.text
    credit = find_closing_credit(words, known)
    words = words[: credit[0]].rstrip() if credit else words
    return Line(line.start, line.start + len(words), words) if words else line


def find_body(
    lines: list[Line], cores: list[Line], kinds: Kinds, weak: list[bool], known: Phrases, outlet: str | None
) -> tuple[range, Dateline | None]:
    """The lines from the first to the last of running text, and the dateline it begins with."""
    running = [n for n, core in enumerate(cores) if kinds[n] is None and is_body_like(core)]
    if not running:
        return range(0), None
    firm = [n for n in running if not weak[n]] or running
    for number in [n for n in running if n <= firm[min(_DATELINE_LINES, len(firm)) - 1]]:
        dateline = find_dateline(lines[number], known, outlet)
        if dateline and (number == firm[0] or dateline.strong):
            return range(number, running[-1] + 1), dateline
    return range(firm[0], running[-1] + 1), None


def settle_lone_credits(lines: list[Line], cores: list[Line], kinds: Kinds, text: str, known: Phrases) -> None:
    """The first sentence is a caption where a picture's credit touches it from below and a blank line follows both."""
    running = [n for n, core in enumerate(cores) if kinds[n] is None and is_body_like(core)]
    if len(running) < _CAPTIONED_LINES or lines[running[0]].words > _CAPTION_WORDS:
        return
    sentence, credit, after = lines[running[0]], lines[running[0] + 1], lines[running[0] + 2]
    apart = [len(text[one.end : other.start].splitlines()) for one, other in ((sentence, credit), (credit, after))]
    if apart[0] == 1 < apart[1] and caption.is_credit_alone(credit, known) and not find_dateline(sentence, known, None):
        kinds[running[0]] = "caption"


def settle_weak_captions(kinds: Kinds, body: range, weak: list[bool]) -> None:
    """A sentence with an agency in brackets behind it is a caption, but the last one is a paragraph with its credit."""
    for number, closes in enumerate(weak):
        inside = number in body and number not in (body.start, body[-1])
        if closes and kinds[number] is None and (inside or number < body.start):
            kinds[number] = "caption"


def _headed(kinds: Kinds) -> list[int]:
    """Where nothing reads as running text: a first line can be a headline only if others follow."""
    free = [number for number, kind in enumerate(kinds) if kind is None]
    return free[:1] if len(free) > 1 else []


def fill_lists(lines: list[Line], kinds: Kinds, known: Phrases) -> None:
    """Headlines that follow a header such as "Baca juga" are links, up to the next sentence."""
    listing = False
    for number, line in enumerate(lines):
        if kinds[number] == "furniture" and is_related_header(line, known):
            listing = True
        elif kinds[number] is None and listing and not is_body_like(line) and not ends_sentence(line.text):
            kinds[number] = "furniture"
        elif kinds[number] is None:
            listing = False


def fill_below(lines: list[Line], kinds: Kinds, body: range) -> None:
    """Short lines below the last sentence are furniture, unless a colon announced them as the article's own list."""
    if not body:
        return
    announced = lines[body[-1]].text.endswith(":")
    for number in range(body.stop, len(lines)):
        line = lines[number]
        if kinds[number] is not None:
            announced = False
        elif ends_sentence(line.text) or line.text[-1] in ":;,":
            announced = announced or line.text.endswith(":")
        elif not announced and line.words <= _TAIL_WORDS:
            kinds[number] = "furniture"


def fill_between(lines: list[Line], kinds: Kinds, body: range) -> None:
    """A short line with a capital and no stop, between two paragraphs, is a crosshead: a title within the text.

    One between two lines of furniture is furniture too.
    """
    for number in body[1:-1]:
        line = lines[number]
        if kinds[number] is not None or line.words > _CROSSHEAD_WORDS or ends_sentence(line.text):
            continue
        around = (number - 1, number + 1)
        if all(kinds[n] == "furniture" for n in around):
            kinds[number] = "furniture"
        elif _is_crosshead(line.text) and all(kinds[n] is None and _reads_on(lines[n]) for n in around):
            kinds[number] = "title"


def _is_crosshead(words: str) -> bool:
    """Begins with a capital, quoted or not, and ends without a stop; in capitals throughout with a colon too."""
    if not words.lstrip("\"'“‘«")[:1].isupper():
        return False
    last = words[-1]
    return last.isalnum() or not last.isascii() or last in "?\"'" or (last == ":" and words.isupper())


def _reads_on(line: Line) -> bool:
    return is_body_like(line) or ends_sentence(line.text)
