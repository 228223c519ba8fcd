// Points as a reader of the language writes them.
import { preferences } from './preferences.svelte';
import { t } from './words';

export function decimal(value: number): string {
  return new Intl.NumberFormat(preferences.language, { maximumFractionDigits: 1 }).format(value);
}

/** How far a pair is from the points that are enough. */
export function points(spare: number): string {
  if (spare < 0) return t('bench.lacks', { points: decimal(-spare) });
  return t('bench.spare', { points: decimal(spare) });
}

export function percent(share: number): string {
  return new Intl.NumberFormat(preferences.language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
