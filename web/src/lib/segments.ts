// The text of an article cut at every border of a mark, so that marks may overlap and stand in each other.
import type { Article, ArticleEvent, Field, Span } from './article';
import { FIELDS } from './article';
import type { Offsets } from './offsets';

export interface Mark { start: number; end: number; field: Field | 'trigger' | 'own' | 'caret' | 'published'; event: number }
export interface Segment { start: number; end: number; text: string; marks: Mark[] }
export interface Block { kind: string; start: number; end: number }
/** Blocks that stand on one line: a dateline and the paragraph it opens. */
export interface Paragraph { kind: string; blocks: Block[] }
export interface Section { furniture: boolean; paragraphs: Paragraph[] }

export function units(spans: readonly (readonly number[])[], offsets: Offsets): Span[] {
  return spans.map(([start, end]) => [offsets.toUnits(start ?? 0), offsets.toUnits(end ?? 0)]);
}

/** The marks of the whole article: the trigger of each event, and every field of the one that is open. */
export function marksOf(article: Article, offsets: Offsets, selected: number): Mark[] {
  const found: Mark[] = article.events.map((event, at) => {
    const [[start, end]] = units([event.trigger], offsets) as [Span];
    return { start, end, field: 'trigger', event: at };
  });
  const event = article.events[selected];
  if (event) for (const field of FIELDS) found.push(...fieldMarks(event, field, offsets, selected));
  return found;
}

function fieldMarks(event: ArticleEvent, field: Field, offsets: Offsets, at: number): Mark[] {
  const machine = units(event.spans[field] ?? [], offsets).map(([start, end]): Mark => ({ start, end, field, event: at }));
  const own = units(event.now.fields[field]?.evidence ?? [], offsets).map(([start, end]): Mark => ({ start, end, field, event: at }));
  return [...machine, ...own];
}

export function sections(article: Article, offsets: Offsets): Section[] {
  const found: Section[] = [];
  let before = -1;
  for (const part of article.layout) {
    const [[start, end]] = units([[part.start, part.end]], offsets) as [Span];
    const block = { kind: part.kind, start, end };
    const furniture = part.kind === 'furniture';
    let section = found.at(-1);
    if (!section || section.furniture !== furniture) found.push((section = { furniture, paragraphs: [] }));
    const open = section.paragraphs.at(-1);
    const sameLine = open && before >= 0 && !article.text.slice(before, start).includes('\n') && !['title', 'caption'].includes(open.kind);
    if (sameLine) {
      open.blocks.push(block);
      if (open.kind !== 'paragraph') open.kind = part.kind;
    } else section.paragraphs.push({ kind: part.kind, blocks: [block] });
    before = end;
  }
  return found;
}

/** One block, cut. Marks are sorted by start. */
export function cut(text: string, block: Block, marks: readonly Mark[]): Segment[] {
  const near = marks.filter((one) => one.start < block.end && one.end > block.start);
  const borders = new Set([block.start, block.end]);
  for (const { start, end } of near) {
    if (start > block.start) borders.add(start);
    if (end < block.end) borders.add(end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1]!;
    return { start, end, text: text.slice(start, end), marks: near.filter((one) => one.start < end && one.end > start) };
  });
}

/** The words between two units, with their neighbours cut off, for marking by key. */
export function wordStarts(text: string, lang: string): Span[] {
  const found: Span[] = [];
  for (const { index, segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) {
    if (isWordLike) found.push([index, index + segment.length]);
  }
  return found;
}
