// Judgements on their way to the server. Each is kept in the browser until the server has it: a lost network, a dead
// server or a closed tab costs nothing, and since a batch has a name, sending it twice keeps it once.
import { announce } from './announce.svelte';
import { post, Refusal } from './api';
import type { EventNow, Said } from './article';
import { keepMended } from './drafts';
import { readKept } from './kept';
import { refreshMeta } from './meta.svelte';

export interface Parcel {
  batch: string;
  judgements: Said[];
}
export interface Listener {
  kept: (parcel: Parcel, events: Record<string, EventNow>) => void;
  refused: (parcel: Parcel, refusal: Refusal) => void;
}

const PREFIX = 'sumber.outbox.';
const WAITS = [1, 2, 3, 5]; // seconds between tries

export const outbox: { waiting: number; offline: boolean } = $state({ waiting: 0, offline: false });

let listener: Listener | null = null;
let running: Promise<void> | null = null;
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export function newBatch(): string {
  // randomUUID is there on loopback and https only
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16).padStart(2, '0')).join('');
}

export function listen(to: Listener): () => void {
  listener = to;
  return () => {
    if (listener === to) listener = null;
  };
}

function names(): string[] {
  return Object.keys(localStorage).filter((one) => one.startsWith(PREFIX)).sort();
}

function read(name: string): Parcel | null {
  return readKept<Parcel>(localStorage, name);
}

export function isWaiting(report: string): boolean {
  return names().some((name) => read(name)?.judgements.some((one) => one.report === report));
}

export function send(judgements: Said[]): void {
  const batch = newBatch();
  const parcel: Parcel = { batch, judgements };
  // in the order of sending; the last part tells two tabs apart
  localStorage.setItem(`${PREFIX}${Date.now().toString().padStart(15, '0')}.${batch}`, JSON.stringify(parcel));
  outbox.waiting = names().length;
  void flush();
}

/** Send all that waits; done when nothing does, or the server is out of reach. */
export function flush(): Promise<void> {
  running ??= empty().finally(() => {
    running = null;
    if (!outbox.offline && names().length) void flush(); // came in while the last answer was read
  });
  return running;
}

async function empty(): Promise<void> {
  clearTimeout(timer);
  for (let all = names(); ; all = names()) {
    outbox.waiting = all.length;
    const name = all[0];
    if (!name) break;
    const parcel = read(name);
    if (parcel && !(await deliver(name, parcel))) {
      outbox.offline = true;
      timer = setTimeout(() => void flush(), (WAITS[tries] ?? 5) * 1000);
      tries = Math.min(tries + 1, WAITS.length - 1);
      return;
    }
  }
  [outbox.offline, tries] = [false, 0];
}

async function deliver(name: string, parcel: Parcel): Promise<boolean> {
  try {
    const { events } = await post('/api/judgements', { body: parcel });
    localStorage.removeItem(name);
    for (const [report, now] of Object.entries(events)) raise(report, now.revision);
    listener?.kept(parcel, events);
    void refreshMeta().catch(() => undefined); // the count in the foot may be late; what was judged is kept
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) return false;
    localStorage.removeItem(name);
    if (listener) listener.refused(parcel, error);
    else refusedElsewhere(parcel, error);
  }
  return true;
}

/** Nobody is at a desk to be asked: what was written is found again as a draft, and what went wrong is told. */
function refusedElsewhere(parcel: Parcel, refusal: Refusal): void {
  for (const said of parcel.judgements) keepMended(said);
  announce(refusal.message, true);
}

/** What was sent from here has been seen here: later parcels of the event know it. */
function raise(report: string, revision: number): void {
  for (const name of names()) {
    const parcel = read(name);
    if (!parcel?.judgements.some((one) => one.report === report && one.seen < revision)) continue;
    for (const one of parcel.judgements) if (one.report === report) one.seen = Math.max(one.seen, revision);
    localStorage.setItem(name, JSON.stringify(parcel));
  }
}

addEventListener('online', () => void flush());
