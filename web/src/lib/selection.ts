// What is marked in the text with the mouse, the finger or Shift and arrows, as UTF-16 units of the article.
import type { Span } from './article';

export function selectedUnits(root: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  let [first, last] = [Infinity, -Infinity];
  for (const piece of root.querySelectorAll<HTMLElement>('[data-at]')) {
    if (!range.intersectsNode(piece)) continue;
    const at = Number(piece.dataset.at);
    const length = piece.textContent?.length ?? 0;
    const start = at + (piece.contains(range.startContainer) ? inside(piece, range.startContainer, range.startOffset) : 0);
    const end = at + (piece.contains(range.endContainer) ? inside(piece, range.endContainer, range.endOffset) : length);
    if (end > start) [first, last] = [Math.min(first, start), Math.max(last, end)];
  }
  return last > first ? [first, last] : null;
}

function inside(piece: HTMLElement, container: Node, offset: number): number {
  if (container.nodeType === Node.TEXT_NODE) return offset;
  return offset === 0 ? 0 : (piece.textContent?.length ?? 0);
}

/** Without the blanks and line ends around it. */
export function trimmed(text: string, [start, end]: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  return to > from ? [from, to] : null;
}
