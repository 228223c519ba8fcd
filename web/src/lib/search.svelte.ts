// One search: the page asked for last, with the pages that were added to it.
import { get } from './api';
import type { components } from './types';

export type SearchPage = components['schemas']['SearchPage'];
export const FACETS = ['lang', 'outlet', 'type', 'country', 'year'] as const;
export type Facet = (typeof FACETS)[number];

export class Search {
  page: SearchPage | null = $state(null);
  trouble: unknown = $state(null);
  busy = $state(false);
  private asked = 0;

  /** Ask anew; the answer to an older question is not shown any more. */
  async ask(view: Record<string, string>): Promise<void> {
    const number = ++this.asked;
    if (!view.q?.trim()) {
      [this.page, this.trouble, this.busy] = [null, null, false];
      return;
    }
    this.busy = true;
    try {
      const found = await get('/api/search', { query: this.question(view) });
      if (number === this.asked) [this.page, this.trouble] = [found, null];
    } catch (error) {
      if (number === this.asked) this.trouble = error;
    } finally {
      if (number === this.asked) this.busy = false;
    }
  }

  async more(view: Record<string, string>): Promise<void> {
    const [number, before] = [this.asked, this.page];
    if (!before?.next || this.busy) return;
    this.busy = true;
    try {
      const found = await get('/api/search', { query: { ...this.question(view), after: before.next } });
      if (number === this.asked) this.page = { ...found, hits: [...before.hits, ...found.hits] };
    } catch (error) {
      if (number === this.asked) this.trouble = error;
    } finally {
      if (number === this.asked) this.busy = false;
    }
  }

  private question(view: Record<string, string>) {
    const order = view.order === 'newest' || view.order === 'oldest' ? view.order : 'best';
    return {
      q: view.q ?? '', stems: view.exact !== '1', order, limit: 20,
      lang: view.lang, outlet: view.outlet, type: view.type, country: view.country, year: view.year,
    } as const;
  }
}
