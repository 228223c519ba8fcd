// How what a report says is shown.
import type { components } from './types';
import { interval, t, tOf, type Word } from './words';

export type Report = components['schemas']['Report'];
export type BackedBy = components['schemas']['BackedBy'];
export type Line = components['schemas']['Line'];

/** In the order in which they stand on the bench. */
export const FIELDS = ['type', 'status', 'date', 'place', 'actors', 'recipients', 'killed', 'injured', 'arrested'] as const;
export type Field = (typeof FIELDS)[number];

export const fieldNames: Record<Field, Word> = {
  type: 'field.what',
  status: 'field.status',
  date: 'field.when',
  place: 'field.where',
  actors: 'field.actors',
  recipients: 'field.recipients',
  killed: 'bench.killed',
  injured: 'bench.injured',
  arrested: 'bench.arrested',
};

/** A value in the language of the interface, as far as it is not words of the text. */
export function shownValue(field: string, value: string): string {
  if (field === 'type') {
    const [type = '', ...modes] = value.split(' ');
    return [tOf('type', type), ...modes].join(' · ');
  }
  if (field === 'status') return tOf('status', value);
  if (field === 'date') {
    const [from = '', to = from] = value.split('/');
    return interval(from === '..' ? null : from, to === '..' ? null : to);
  }
  return value;
}

/** The letter and number of a voice among those behind an event; 0 where it is not among them. */
export function voiceNumber(voices: BackedBy[], report: string): number {
  return voices.findIndex((one) => one.reports.includes(report)) + 1;
}

/** One line of who did what to whom. */
export function deed(line: Line): string {
  const what = tOf('type', line.type);
  return [line.actors || '–', what, line.recipients].filter(Boolean).join(' · ');
}
