// The pairs on the merge bench: the one in hand, those before and after it, what was said of them, and undoing it.
import { announce, messageOf } from './announce.svelte';
import { get, post, Refusal } from './api';
import type { components } from './types';
import { t } from './words';

export type Doubt = components['schemas']['Doubt'];
export type DoubtKind = Doubt['kind'];
export type PairPage = components['schemas']['PairPage'];
export type Answer = 'same' | 'different' | 'unsure';

interface Said {
  key: string;
  row: number;
  answer: Answer;
}

const AHEAD = 3; // pairs before the end of the list at which its next page is fetched

export function keyOfPair(one: Doubt): string {
  return `${one.a.name} ${one.b.name}`;
}

export class Bench {
  pairs: Doubt[] = $state([]);
  total = $state(0);
  at = $state(0);
  view: PairPage | null = $state(null);
  trouble: unknown = $state(null);
  loading = $state(true);
  said: Record<string, Said> = $state({});
  note = $state('');
  private next: string | null = null;
  private busy = false;
  private asking = false;
  private done: Said[] = $state([]);
  private fetched = new Map<string, Promise<PairPage>>();

  constructor(private kind: DoubtKind | null, private changed: () => void = () => undefined) {}

  get current(): Doubt | undefined {
    return this.pairs[this.at];
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Begin with the first page of doubts of the kind. */
  async open(): Promise<void> {
    await this.more();
    await this.show(0);
  }

  /** Begin with pairs that are known already. */
  async take(pairs: Doubt[]): Promise<void> {
    this.pairs = pairs;
    this.total = pairs.length;
    this.loading = false;
    await this.show(0);
  }

  async more(): Promise<void> {
    if (!this.kind || this.asking) return;
    this.asking = true;
    try {
      const page = await get('/api/doubts', { query: { kind: this.kind, after: this.next ?? undefined, limit: 50 } });
      this.pairs.push(...page.doubts);
      this.total = page.total;
      this.next = page.next ?? null;
      this.trouble = null;
    } catch (error) {
      this.trouble = error;
    } finally {
      [this.loading, this.asking] = [false, false];
    }
  }

  async show(at: number): Promise<void> {
    const one = this.pairs[at];
    if (!one) return;
    this.at = at;
    this.view = null; // an answer is never given to a pair that is not on screen
    try {
      const view = await this.fetch(one);
      if (this.current !== one) return;
      this.view = view;
      this.trouble = null;
    } catch (error) {
      this.trouble = error;
    }
    const following = this.pairs[at + 1];
    if (following) this.fetch(following).catch(() => undefined); // told when it is shown
    if (this.next && at + AHEAD >= this.pairs.length) await this.more();
  }

  move(by: number): void {
    const at = this.at + by;
    if (at < 0 || at >= this.pairs.length) announce(t(by > 0 ? 'bench.last' : 'bench.first'));
    else void this.show(at);
  }

  async say(answer: Answer): Promise<void> {
    const one = this.current;
    if (!one || !this.view || this.busy) return;
    this.busy = true;
    const body = { a: one.a.name, b: one.b.name, answer, note: this.note.trim(), seen: this.view.row };
    try {
      const outcome = await post('/api/decisions', { body });
      const said = { key: keyOfPair(one), row: outcome.row, answer };
      this.said[said.key] = said;
      this.done.push(said);
      this.note = '';
      const word = outcome.event_a === outcome.event_b ? 'bench.told.one' : 'bench.told.two';
      this.settled(t(word, { answer: t(`answer.${answer}`) }), said.key);
      if (this.at + 1 < this.pairs.length) await this.show(this.at + 1);
      else await this.show(this.at);
    } catch (error) {
      await this.failed(error);
    } finally {
      this.busy = false;
    }
  }

  async undo(): Promise<void> {
    const last = this.done.at(-1);
    if (!last) {
      announce(t('bench.nothing'));
      return;
    }
    if (this.busy) return;
    this.busy = true;
    try {
      await post('/api/decisions/{row}/undo', { path: { row: last.row } });
      this.done.pop();
      delete this.said[last.key];
      this.settled(t('bench.undone'), last.key);
      const at = this.pairs.findIndex((one) => keyOfPair(one) === last.key);
      if (at >= 0) await this.show(at);
    } catch (error) {
      // Somebody decided on the two since, or a report is no more: it is not ours to take back any more.
      if (error instanceof Refusal && [404, 409].includes(error.status)) this.done.pop();
      await this.failed(error);
    } finally {
      this.busy = false;
    }
  }

  private fetch(one: Doubt): Promise<PairPage> {
    const key = keyOfPair(one);
    const known = this.fetched.get(key);
    if (known) return known;
    const asked = get('/api/pairs', { query: { a: one.a.name, b: one.b.name } });
    asked.catch(() => this.fetched.delete(key));
    this.fetched.set(key, asked);
    return asked;
  }

  /** What was fetched of pairs around the same events is out of date. */
  private settled(text: string, key: string): void {
    const one = this.pairs.find((pair) => keyOfPair(pair) === key);
    const events = new Set([one?.a.event, one?.b.event]);
    for (const pair of this.pairs) {
      if (events.has(pair.a.event) || events.has(pair.b.event)) this.fetched.delete(keyOfPair(pair));
    }
    announce(text);
    this.changed();
  }

  private async failed(error: unknown): Promise<void> {
    announce(messageOf(error), true);
    if (error instanceof Refusal && error.status === 409) {
      this.fetched.clear();
      await this.show(this.at);
    }
  }
}
