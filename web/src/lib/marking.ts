// Marking words without a mouse: a caret that goes from word to word, and takes words in.
import type { Span } from './article';
import type { Action } from './keys.svelte';
import { wordStarts } from './segments';

export class Marking {
  private readonly words: Span[];
  private from = 0;
  private to = 0;

  constructor(text: string, lang: string, at: number) {
    this.words = wordStarts(text, lang);
    const found = this.words.findIndex(([, end]) => end > at);
    this.from = this.to = Math.max(0, found);
  }

  get span(): Span {
    return [this.words[this.from]?.[0] ?? 0, this.words[this.to]?.[1] ?? 0];
  }
  move(by: number): Span {
    const at = (by < 0 ? this.from : this.to) + by;
    this.from = this.to = Math.max(0, Math.min(at, this.words.length - 1));
    return this.span;
  }
  /** Take words in at the end, or let them go again. */
  extend(by: number): Span {
    this.to = Math.max(this.from, Math.min(this.to + by, this.words.length - 1));
    return this.span;
  }
}

type Step = (marking: Marking) => Span;
const STEPS: readonly (readonly [key: string, step: Step])[] = [
  ['ArrowRight', (marking) => marking.move(1)],
  ['ArrowLeft', (marking) => marking.move(-1)],
  ['ArrowDown', (marking) => marking.move(10)],
  ['ArrowUp', (marking) => marking.move(-10)],
  ['Shift+ArrowRight', (marking) => marking.extend(1)],
  ['Shift+ArrowLeft', (marking) => marking.extend(-1)],
];

/** The keys that move the caret and take words in. */
export function markingKeys(go: (step: Step) => void): Action[] {
  return STEPS.map(([key, step]) => ({ name: `desk.mark.${key}`, key, label: 'desk.mark', run: () => go(step) }));
}
