// Where the timeline puts bins, events and ticks.
import { scaleUtc } from 'd3-scale';
import type { components } from './types';
import { dayAfter } from './chosen.svelte';

export type Bin = components['schemas']['TimeBin'];
export type Shown = components['schemas']['ChartEvent'];
export type Unit = components['schemas']['Timeline']['unit'];

export const time = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** The last day of the unit that begins on a day. */
export function endOf(start: string, unit: Unit): string {
  if (unit === 'day') return start;
  if (unit === 'week') return dayAfter(start, 6);
  const [year = 0, month = 1] = start.split('-').map(Number);
  const next = unit === 'month' ? new Date(Date.UTC(year, month, 1)) : new Date(Date.UTC(year + 1, 0, 1));
  return dayAfter(next.toISOString().slice(0, 10), -1);
}

export const scale = (from: string, until: string, left: number, right: number) =>
  scaleUtc().domain([time(from), time(dayAfter(until, 1))]).range([left, right]);

/** How ticks are named: the more time is shown, the less of the date is said. */
export function tickName(at: Date, days: number, language: string): string {
  const style: Intl.DateTimeFormatOptions =
    days > 1500 ? { year: 'numeric' } : days > 120 ? { month: 'short', year: '2-digit' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(at);
}

export interface Placed {
  event: Shown;
  lane: string;
  row: number;
  x: number;
  end: number | null;
  openStart: boolean;
  openEnd: boolean;
}

/** Events in lanes by type, those that would cover each other in rows one above the other. */
export function laid(events: Shown[], lanes: string[], at: (day: string) => number, edge: number, gap: number): { placed: Placed[]; rows: Map<string, number> } {
  const ends = new Map<string, number[]>(lanes.map((lane) => [lane, []]));
  const placed = events.filter((event) => event.begin ?? event.until).map((event): Placed => {
    const openStart = !event.begin;
    const openEnd = !event.until;
    const x = at(event.begin ?? event.until!);
    const end = openEnd ? Math.min(x + 26, edge) : event.until !== event.begin ? at(dayAfter(event.until!, 1)) : null;
    const taken = ends.get(event.type)!;
    const free = taken.findIndex((last) => last + gap <= x);
    const row = free < 0 ? taken.length : free;
    taken[row] = Math.max(end ?? x, x) + gap / 2;
    return { event, lane: event.type, row, x, end, openStart, openEnd };
  });
  return { placed, rows: new Map(lanes.map((lane) => [lane, Math.max(1, ends.get(lane)!.length)])) };
}
