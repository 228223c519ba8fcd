// The article on the desk: what is selected, lit and being written; what the coder does to it.
import { announce } from './announce.svelte';
import { get, post, type Refusal } from './api';
import {
  FIELDS, TARGETS, WHOLE, waits,
  type Article, type ArticleEvent, type EventNow, type Field, type Said, type Span, type Target,
} from './article';
import { forgetAhead } from './articles';
import { dropDraft, hasDraft, keepDraft, keepMended, readDraft, type Draft } from './drafts';
import { desk, refreshMeta } from './meta.svelte';
import { Offsets } from './offsets';
import { flush, isWaiting, newBatch, send, type Parcel } from './outbox.svelte';
import { preferences } from './preferences.svelte';
import { foreseen } from './standing';
import { t } from './words';

export type Question = 'refuse' | 'ask' | 'unsure';
export interface Conflict { said: Said; before: EventNow }

export class Review {
  readonly article: Article;
  readonly offsets: Offsets;
  readonly blind: boolean;
  events: ArticleEvent[] = $state([]);
  selected = $state(0);
  target: Target = $state('what');
  /** What the pointer rests on, in the text or in the form. */
  hovered: Target | null = $state(null);
  editing: Field | null = $state(null);
  draft: Draft | null = $state(null);
  question: Question | null = $state(null);
  conflict: Conflict | null = $state(null);
  /** Words marked by key, in UTF-16 units. */
  caret: Span | null = $state(null);
  /** Drafts live in the browser's storage, which does not tell when it changes. */
  private written = $state(0);

  constructor(article: Article, report: string, blind: boolean) {
    this.article = article;
    this.blind = blind;
    this.offsets = new Offsets(article.text);
    this.events = article.events;
    const asked = this.events.findIndex((one) => one.report === report);
    const drafted = this.events.findIndex((one) => FIELDS.some((field) => hasDraft(one.report, field)));
    const waiting = this.events.findIndex((one) => waits(one.now.state));
    this.select([asked, drafted, waiting].find((one) => one >= 0) ?? 0);
    const field = FIELDS.find((one) => this.event && hasDraft(this.event.report, one));
    if (field) {
      this.target = field;
      this.edit();
      announce(t('desk.restored'));
    }
  }

  get event(): ArticleEvent | undefined {
    return this.events[this.selected];
  }
  get lit(): Target {
    return this.hovered ?? this.target;
  }
  get field(): Field | null {
    return this.target === WHOLE ? null : this.target;
  }

  select(at: number, target?: Target): void {
    this.leave();
    this.selected = Math.max(0, Math.min(at, this.events.length - 1));
    this.target = target ?? this.firstOpen() ?? WHOLE;
  }
  step(by: 1 | -1): void {
    this.select(this.selected + by);
  }
  stepTarget(by: 1 | -1): void {
    const at = TARGETS.indexOf(this.target) + by;
    this.point(TARGETS[Math.max(0, Math.min(at, TARGETS.length - 1))]!);
  }
  point(target: Target): void {
    if (target !== this.target) this.leave();
    this.target = target;
  }
  /** The next event that waits for a coder, after this one and then from the start; false where there is none. */
  nextWaiting(): boolean {
    const order = [...this.events.keys()].map((at) => (this.selected + 1 + at) % this.events.length);
    const found = order.find((at) => waits(this.events[at]!.now.state));
    if (found === undefined) return false;
    this.select(found);
    return true;
  }

  private firstOpen(): Field | undefined {
    const fields = this.event?.now.fields;
    return FIELDS.find((one) => fields?.[one]?.state === 'changed') ?? FIELDS.find((one) => fields?.[one]?.state === 'open');
  }

  // --- judging

  accept(): 'done' | 'more' {
    const event = this.event;
    if (!event) return 'done';
    if (this.field === null) return this.acceptAll();
    const state = event.now.fields[this.field]!.state;
    if (state !== 'mended' && state !== 'accepted') this.say({ field: this.field, action: 'accept' });
    const after = FIELDS.slice(FIELDS.indexOf(this.field) + 1);
    const open = (one: Field) => ['open', 'changed'].includes(event.now.fields[one]!.state);
    const next = after.find(open) ?? FIELDS.find(open);
    if (next) this.point(next);
    return next ? 'more' : 'done';
  }
  acceptAll(): 'done' {
    this.say({ field: WHOLE, action: 'accept' });
    announce(t('desk.said.accepted', { left: this.events.filter((one) => waits(one.now.state)).length }));
    return 'done';
  }
  answer(question: Question, reason: string): void {
    this.question = null;
    this.say({ field: question === 'refuse' ? WHOLE : this.target, action: question, reason });
    announce(t(`desk.said.${question}`));
  }
  mend(field: Field, value: unknown, evidence: Span[]): void {
    this.say({ field, action: 'mend', value, evidence });
    announce(t('desk.said.mended'));
  }

  private say(part: Pick<Said, 'field' | 'action'> & Partial<Said>): void {
    const event = this.event;
    if (!event) return;
    const said: Said = { report: event.report, seen: event.now.revision, value: null, evidence: [], reason: '', ...part };
    event.now = foreseen(event.now, said, preferences.coder || (desk.meta?.coder ?? ''));
    send([$state.snapshot(said) as Said]);
  }

  // --- writing

  edit(prefill?: Draft): void {
    const [event, field] = [this.event, this.field];
    if (!event || !field) return;
    const now = event.now.fields[field]!;
    const kept = readDraft(event.report, field);
    this.draft = prefill ?? kept ?? { value: $state.snapshot(now.value), evidence: $state.snapshot(now.evidence) as Span[] };
    this.editing = field;
    this.question = null;
    if (prefill) this.keep();
  }
  keep(): void {
    if (!this.event || !this.editing || !this.draft) return;
    keepDraft(this.event.report, this.editing, $state.snapshot(this.draft) as Draft);
    this.written += 1;
  }
  save(): void {
    const [event, field, draft] = [this.event, this.editing, this.draft];
    if (!event || !field || !draft) return;
    this.mend(field, $state.snapshot(draft.value), $state.snapshot(draft.evidence) as Span[]);
    this.discard();
  }
  discard(): void {
    if (this.event && this.editing) dropDraft(this.event.report, this.editing);
    this.written += 1;
    this.leave();
  }
  /** Close what is open; what was written stays as a draft. */
  leave(): void {
    [this.editing, this.draft, this.question, this.caret] = [null, null, null, null];
  }
  drafted(report: string, field: Field): boolean {
    return this.written >= 0 && hasDraft(report, field);
  }

  // --- what the server says

  kept(events: Record<string, EventNow>): void {
    for (const event of this.events) {
      const now = events[event.report];
      if (!now) continue;
      if (isWaiting(event.report) || this.blind) event.now = { ...event.now, revision: now.revision };
      else event.now = now;
    }
  }
  async refused(parcel: Parcel, refusal: Refusal): Promise<void> {
    const said = parcel.judgements[0]!;
    const mine = this.events.find((one) => one.report === said.report);
    keepMended(said);
    await this.reload();
    if (refusal.status !== 409 || !mine) return announce(refusal.message, true);
    if (this.blind) {
      const seen = this.events.find((one) => one.report === said.report)?.now.revision ?? said.seen;
      return send([{ ...said, seen }]); // who codes blind is not to know that somebody else was here
    }
    this.selected = this.events.findIndex((one) => one.report === said.report);
    if (said.field !== WHOLE) this.target = said.field as Field;
    this.conflict = { said, before: mine.now };
    announce(t('desk.conflict.said'), true);
  }
  settle(useMine: boolean): void {
    const conflict = this.conflict;
    const event = this.event;
    this.conflict = null;
    if (!conflict || !event) return;
    if (conflict.said.field !== WHOLE) dropDraft(event.report, conflict.said.field as Field);
    this.written += 1;
    if (useMine) this.say({ ...conflict.said, seen: event.now.revision });
  }
  async reload(): Promise<void> {
    const fresh = await get('/api/articles/{key}', { path: { key: this.article.key }, query: { blind: this.blind } });
    this.events = fresh.events;
  }
  /** Judge the copies of the article as it was judged. */
  async judgeCopies(): Promise<void> {
    await flush();
    const found = await post('/api/articles/{key}/copies', { path: { key: this.article.key }, body: { batch: newBatch() } });
    forgetAhead();
    announce(t('desk.said.copies', { ...found }));
    void refreshMeta();
  }
  /** Take back, or restore, the last act; gives the other article it was in, to go there. */
  async turnBack(way: 'undo' | 'redo'): Promise<string | null> {
    await flush();
    const { documents, count } = await post(`/api/${way}`);
    forgetAhead();
    if (count === 0) announce(t(`desk.said.no_${way}`));
    else announce(t(`desk.said.${way}`, { count }));
    void refreshMeta();
    if (count === 0 || documents.includes(this.article.key)) {
      const [at, target] = [this.selected, this.target];
      await this.reload();
      this.select(at, target);
      return null;
    }
    return count === 1 ? documents[0]! : null;
  }
}
