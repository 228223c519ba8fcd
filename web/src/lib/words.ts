// The words of the interface. Both files hold the same keys with the same {placeholders}; a test compares them.
import enBench from '../words/en/bench.json';
import enCharts from '../words/en/charts.json';
import enDesk from '../words/en/desk.json';
import enFind from '../words/en/find.json';
import enRelease from '../words/en/release.json';
import enShell from '../words/en/shell.json';
import idBench from '../words/id/bench.json';
import idCharts from '../words/id/charts.json';
import idDesk from '../words/id/desk.json';
import idFind from '../words/id/find.json';
import idRelease from '../words/id/release.json';
import idShell from '../words/id/shell.json';
import { preferences } from './preferences.svelte';

const en = { ...enShell, ...enDesk, ...enBench, ...enCharts, ...enFind, ...enRelease };
const id = { ...idShell, ...idDesk, ...idBench, ...idCharts, ...idFind, ...idRelease };

export type Word = keyof typeof en;
const tables: Record<'en' | 'id', Record<Word, string>> = { en, id };

/** The word in the language of the interface, its {placeholders} filled. */
export function t(word: Word, values: Record<string, string | number> = {}): string {
  const found = tables[preferences.language][word] ?? word;
  return found.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

/** A word that is put together at run time ("type.ASSAULT"); falls back to its last part. */
export function tOf(kind: string, name: string): string {
  const key = `${kind}.${name}` as Word;
  return key in tables[preferences.language] ? t(key) : name;
}

/** English as newsrooms outside America write it: 14 May 2024. */
export function locale(): string {
  return preferences.language === 'en' ? 'en-GB' : preferences.language;
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** An ISO day as a reader of the language writes it; what is no day is given back as it is. */
export function day(iso: string | null | undefined): string {
  if (!iso) return '–';
  const parsed = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return iso;
  const style = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(), style).format(parsed);
}

/** A moment (ISO, with its time) by the clock of the reader. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** An interval of ISO days, open ends drawn as such. */
export function interval(from: string | null, to: string | null): string {
  if (!from && !to) return '–';
  if (from === to) return day(from);
  return `${from ? day(from) : '…'} – ${to ? day(to) : '…'}`;
}

const regions = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  id: new Intl.DisplayNames('id', { type: 'region' }),
};

/** The name of an ISO 3166-1 alpha-2 region in the language of the interface. */
export function region(alpha2: string): string {
  return regions[preferences.language].of(alpha2) ?? alpha2;
}
