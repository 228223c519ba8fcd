// What is to be released: the choice as the page's address has it, and work on the server that is watched to its end.
import { get, post } from './api';
import { place } from './router.svelte';
import type { components } from './types';
import type { Word } from './words';

export type Work = components['schemas']['Work'];
export type Choice = components['schemas']['ChoiceOf'];
export type Outlook = components['schemas']['Outlook'];
export type Form = components['schemas']['NewRelease']['forms'][number];

export const asked = ['type', 'actor', 'recipient', 'since', 'until', 'place', 'status', 'said_by', 'document'] as const;
const all: Choice['states'] = ['accepted', 'changed', 'begun', 'asked', 'unsure', 'open'];

/** The choice that the address of the page makes; other screens link here with their own filters. */
export function chosen(): Choice {
  const named = asked.map((name) => [name, place.query[name] || null]);
  const states = place.query.states === 'all' ? all : (['accepted'] as Choice['states']);
  return { ...(Object.fromEntries(named) as Partial<Choice>), news: place.query.news === '1', states };
}

/** The same for a link to an export. */
export function exportQuery(): Record<string, string | boolean | undefined> {
  const named = asked.map((name) => [name, place.query[name]]);
  return {
    ...(Object.fromEntries(named) as Record<string, string | undefined>),
    news: place.query.news === '1' || undefined,
    reviewed: place.query.states === 'all' ? undefined : true,
  };
}

export const look = (choice: Choice): Promise<Work> => post('/api/releases/look', { body: choice });
export const release = (body: components['schemas']['NewRelease']): Promise<Work> => post('/api/releases', { body });

/** Ask for work until it is done; `told` hears of each step. Stops where `stop` is aborted. */
export async function watch(begun: Work, told: (work: Work) => void, stop: AbortSignal): Promise<Work> {
  let work = begun;
  let wait = 50;
  told(work);
  while ((work.state === 'waiting' || work.state === 'running') && !stop.aborted) {
    await new Promise((go) => setTimeout(go, wait));
    wait = Math.min(wait * 1.5, 1000);
    work = await get('/api/releases/jobs/{ident}', { path: { ident: work.id } });
    if (!stop.aborted) told(work);
  }
  if (work.state === 'failed') throw new Error(work.trouble ?? '');
  return work;
}

/** The columns of a release by the field of the desk, or the part of the record, that they show. */
const groups: [RegExp, Word][] = [
  [/^(type|modes|contexts)$/, 'field.what'],
  [/^(status|background|aggregate)$/, 'field.status'],
  [/^actor/, 'field.actors'],
  [/^recipient/, 'field.recipients'],
  [/^(from|to|time_how)$/, 'field.when'],
  [/^(place.*|geonameid|lat|lon)$/, 'field.where'],
  [/^(how_many|killed_.*)$/, 'field.how_many'],
  [/^(said_by|stance|via)$/, 'field.said_by'],
  [/^(n_reports|n_voices|voices|outlets|reports|event|report)$/, 'release.group.reports'],
  [/^(review|coder|reviewed_at|reason|mended|machine_.*)$/, 'release.group.review'],
];

/** What changed of an event, in the words of the desk. */
export function changedFields(columns: string[]): Word[] {
  const found = columns.map((name) => groups.find(([pattern]) => pattern.test(name))?.[1] ?? 'release.group.text');
  return [...new Set(found)];
}

/** A name for the next release: today, or with a number behind it where today has one already. */
export function nextName(taken: string[]): string {
  const today = new Date().toLocaleDateString('sv');
  let name = today;
  for (let number = 2; taken.includes(name); number += 1) name = `${today}.${number}`;
  return name;
}
