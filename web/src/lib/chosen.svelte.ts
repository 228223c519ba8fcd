// Which events the charts count: the filters, which stand in the address and hold for all four charts.
import { address } from './api';
import { place, to } from './router.svelte';
import type { paths } from './types';

type Asked = Pick<NonNullable<paths['/api/timeline']['get']['parameters']['query']>, FilterName>;

export const NAMES = ['type', 'status', 'actor', 'recipient', 'place', 'said_by', 'since', 'until'] as const;
export const FLAGS = ['background', 'reports', 'refused'] as const;
export type FilterName = (typeof NAMES)[number] | (typeof FLAGS)[number];

/** The filters as a question of the API; what is not set is left out. */
export function chosen(): Asked {
  const found: Record<string, string> = {};
  for (const name of [...NAMES, ...FLAGS]) {
    const value = place.query[name];
    if (value) found[name] = value;
  }
  return found as Asked; // an address holds all as text, as the API reads it
}

/** Changes when a filter does, or one of these other parts of the address. */
export function chosenKey(...others: string[]): string {
  return [...NAMES, ...FLAGS, ...others].map((name) => place.query[name] ?? '').join('|');
}

/** How many filters are set. */
export function chosenCount(): number {
  return Object.keys(chosen()).length;
}

/** The screens that count the same events. */
export const CHARTS = ['tolls', 'timeline', 'dyads', 'map'];

/** Another chart of the same events. */
export function toChart(screen: string): string {
  return to(screen, '', chosen() as Record<string, string>);
}

/** The address of a chart's data as CSV, with the filters that are set. */
export function csvOf(path: string, more: Record<string, string | number | boolean | undefined> = {}): string {
  return address(path, { query: { ...chosen(), ...more, format: 'csv' } });
}

const DAY = 86_400_000;

export function dayAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The time that is as long as this one and follows it (way 1) or comes before it (way -1). */
export function shifted(since: string, until: string, way: 1 | -1): { since: string; until: string } {
  const days = Math.round((Date.parse(until) - Date.parse(since)) / DAY) + 1;
  return { since: dayAfter(since, way * days), until: dayAfter(until, way * days) };
}
