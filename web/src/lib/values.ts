// The values of the fields, and how a reader of the interface's language sees them.
import type { Field } from './article';
import { interval, number, t, tOf } from './words';

export interface What { type: string; modes: string[]; contexts: string[] }
export interface Status { status: string; background: boolean; aggregate: boolean }
export interface Party { name: string; kind: string; country: string | null; sectors: string[] }
export interface When { from: string | null; to: string | null }
export interface Where {
  name: string; country: string | null; geonameid: number | null;
  lat: number | null; lon: number | null; precision: string | null;
}
export interface Amount { what: string; who: string | null; min: number | null; max: number | null; approx: boolean }
export interface SaidBy { speakers: string[]; stance: string | null; via: string[] }

export interface Values {
  what: What; status: Status; actors: Party[]; recipients: Party[];
  when: When; where: Where | null; how_many: Amount[]; said_by: SaidBy | null;
}

export function bounds(one: Amount): string {
  const [low, high] = [one.min, one.max];
  if (low === null && high === null) return '?';
  if (low === null) return `≤ ${number(high!)}`;
  if (high === null) return `≥ ${number(low)}`;
  const figure = low === high ? number(low) : `${number(low)}–${number(high)}`;
  return one.approx ? `~ ${figure}` : figure;
}

export function party(one: Party): string {
  const codes = [one.country, ...one.sectors].filter(Boolean).join(' ');
  return codes ? `${one.name} (${codes})` : one.name;
}

const SHOW: { [F in Field]: (value: Values[F]) => string } = {
  what: (v) => [tOf('type', v.type), ...v.modes.map((m) => tOf('mode', m)), ...v.contexts.map((c) => `#${tOf('context', c)}`)].join(' · '),
  status: (v) => [tOf('status', v.status), v.background && t('desk.background'), v.aggregate && t('desk.aggregate')].filter(Boolean).join(' · '),
  actors: (v) => v.map(party).join('; '),
  recipients: (v) => v.map(party).join('; '),
  when: (v) => (v.from || v.to ? interval(v.from, v.to) : ''),
  where: (v) => (v ? [v.name, v.country, v.precision && tOf('precision', v.precision)].filter(Boolean).join(', ') : ''),
  how_many: (v) => v.map((one) => [tOf('count', one.what), bounds(one), one.who && `(${one.who})`].filter(Boolean).join(' ')).join('; '),
  said_by: (v) => (v ? [v.speakers.join('; ') || t('desk.hearsay'), v.stance && tOf('stance', v.stance), v.via.length && t('desk.via', { names: v.via.join(' < ') })].filter(Boolean).join(' · ') : ''),
};

/** A value on one line; empty where there is none. */
export function show(field: Field, value: unknown): string {
  // What the server sends for a field has the shape of that field: it checks it on the way in.
  return (SHOW[field] as (value: unknown) => string)(value);
}

export function equal(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The value that a field would have if a candidate were taken: lists gain or lose it, single values become it. */
export function taken(field: Field, value: unknown, candidate: unknown): unknown {
  if (field !== 'actors' && field !== 'recipients' && field !== 'how_many') return candidate;
  const list = value as unknown[];
  const rest = list.filter((one) => !equal(one, candidate));
  return rest.length < list.length ? rest : [...list, candidate];
}

export function holds(field: Field, value: unknown, candidate: unknown): boolean {
  return Array.isArray(value) ? value.some((one) => equal(one, candidate)) : equal(value, candidate);
}
