// The article as the server sends it, and the words for its parts.
import type { components } from './types';

type Schemas = components['schemas'];
export type Article = Schemas['Article'];
export type ArticleEvent = Schemas['ArticleEvent'];
export type Candidate = Schemas['Candidate'];
export type EventNow = Schemas['EventNow'];
export type FieldNow = Schemas['FieldNow'];
export type Link = Schemas['ChainLink'];
export type Said = Schemas['Said'];
export type Past = Schemas['Past'];
export type EventState = EventNow['state'];
export type Span = [number, number];

export const FIELDS = ['what', 'status', 'actors', 'recipients', 'when', 'where', 'how_many', 'said_by'] as const;
export type Field = (typeof FIELDS)[number];

/** The event as a whole, in the place of a field. */
export const WHOLE = '*';
export type Target = Field | typeof WHOLE;
export const TARGETS: readonly Target[] = [WHOLE, ...FIELDS];

/** What waits for a coder: nobody has judged it to its end, or the machine says something else since. */
export function waits(state: EventState): boolean {
  return state === 'open' || state === 'begun' || state === 'changed';
}

export const SIGNS: Record<string, string> = {
  open: '○', begun: '◐', accepted: '✓', mended: '✎', refused: '✗', unsure: '~', asked: '?', changed: '!',
};
