// Figures as a person writes and says them, and who says them: a colour and a shape for each voice.
import type { components } from './types';
import { day, interval, number, t, tOf } from './words';

export type Figure = components['schemas']['TollFigure'];
export type Toll = components['schemas']['TollEvent'];
export type Series = components['schemas']['TollSeries'];

/** A figure with what is known of it beside others. */
export interface Mark {
  figure: Figure;
  against: Figure[];
  superseded: boolean;
  running: boolean;
}

/** As it is written: 12, ≥870, ≤40, 11–19, ~300. */
export function amount(figure: Pick<Figure, 'min' | 'max' | 'approx'>): string {
  const [low, high] = [figure.min, figure.max];
  if (low === null && high === null) return '?';
  const plain =
    low === null ? `≤${number(high!)}` : high === null ? `≥${number(low)}` : low === high ? number(low) : `${number(low)}–${number(high)}`;
  return figure.approx ? `~${plain}` : plain;
}

/** As it is said: "at least 870". */
export function spoken(figure: Pick<Figure, 'min' | 'max' | 'approx'>): string {
  const [low, high] = [figure.min, figure.max];
  if (low === null && high === null) return '?';
  const plain =
    low === null
      ? t('tolls.up_to', { high: high! })
      : high === null
        ? t('tolls.at_least', { low })
        : low === high
          ? number(low)
          : t('tolls.between', { low, high });
  return figure.approx ? t('tolls.about', { amount: plain }) : plain;
}

/** Who says so, through whom. */
export function voice(figure: Figure): string {
  return figure.via.length ? t('tolls.via', { origin: figure.origin, via: figure.via.join(' < ') }) : figure.origin;
}

export function counted(figure: Figure): string {
  return figure.who ? `${tOf('tolls.what', figure.what)} (${figure.who})` : tOf('tolls.what', figure.what);
}

export function until(mark: Mark): string {
  return mark.running && mark.figure.since ? interval(mark.figure.since, mark.figure.as_of) : day(mark.figure.day);
}

export function told(mark: Mark): string {
  const { figure } = mark;
  const said = t('tolls.told', { when: until(mark), amount: spoken(figure), what: counted(figure), voice: voice(figure), outlet: figure.outlet ?? figure.document });
  return mark.against.length ? `${said} ${t('tolls.against', { others: against(mark) })}` : said;
}

export function against(mark: Mark): string {
  return mark.against.map((other) => `${amount(other)} ${other.origin}`).join('; ');
}

export function marksOf(tolls: Toll[]): Mark[][] {
  return tolls.map((toll) =>
    toll.figures.map((figure, index) => ({
      figure,
      running: false,
      superseded: toll.differences.some((one) => one.kind === 'superseded' && one.a === index),
      against: toll.differences
        .filter((one) => one.kind === 'contradiction' && (one.a === index || one.b === index))
        .map((one) => toll.figures[one.a === index ? one.b : one.a]!),
    })),
  );
}

export const runningMarks = (series: Series[]): Mark[] =>
  series.flatMap((one) => one.figures.map((figure) => ({ figure, running: true, superseded: false, against: [] })));

const VOICES = 24; // colours times shapes that no two voices share

/** The number of each voice, the most frequent first: it gives its colour and its shape. */
export function voices(marks: Mark[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { figure } of marks) counts.set(figure.origin, (counts.get(figure.origin) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return new Map(sorted.map(([origin], place) => [origin, Math.min(place, VOICES)]));
}

/** The class of a voice's colour: six colours, and none for those that have no colour of their own. */
export const colour = (place: number): string => (place >= VOICES ? 'voice-rest' : `voice-${(place % 6) + 1}`);
export const form = (place: number): number => (place >= VOICES ? 7 : place % 8);
