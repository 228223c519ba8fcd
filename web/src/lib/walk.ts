// The way through the queue: which article comes after this one. The order is fixed when one sets out, so that what is
// judged on the way moves nothing; it is kept for the tab, so that a loaded page goes on where it was.
import { get } from './api';
import { readKept } from './kept';
import type { QueueQuery } from './queue';

interface Walk {
  filters: string;
  documents: string[];
  next: string | null;
}

const NAME = 'sumber.walk';

function read(filters: string): Walk | null {
  const kept = readKept<Walk>(sessionStorage, NAME);
  return kept && kept.filters === filters ? kept : null;
}

function keep(walk: Walk): Walk {
  sessionStorage.setItem(NAME, JSON.stringify(walk));
  return walk;
}

/** Forget the way: the next article opened from the queue sets out anew. */
export function forgetWalk(): void {
  sessionStorage.removeItem(NAME);
}

/** The article `step` after (or, negative, before) this one; null where the way ends. */
export async function neighbour(key: string, story: string, query: QueueQuery, step: 1 | -1): Promise<string | null> {
  const filters = JSON.stringify(query);
  let walk = read(filters);
  if (!walk?.documents.includes(key)) walk = await setOut(filters, query, story, key);
  let at = walk.documents.indexOf(key) + step;
  while (at >= walk.documents.length && walk.next) {
    const more = await get('/api/queue/documents', { query: { ...query, after: walk.next } });
    const fresh = more.documents.map((one) => one.document).filter((one) => !walk!.documents.includes(one));
    walk = keep({ ...walk, documents: [...walk.documents, ...fresh], next: more.next });
    at = walk.documents.indexOf(key) + step;
  }
  return walk.documents[at] ?? null;
}

async function setOut(filters: string, query: QueueQuery, story: string, key: string): Promise<Walk> {
  const page = await get('/api/queue/documents', { query: { ...query, at: story } });
  const documents = page.documents.map((one) => one.document);
  // An article in which nothing is left is no part of the way: it is put before what is left of its story.
  if (!documents.includes(key)) {
    const beside = page.documents.findIndex((one) => one.story === story);
    documents.splice(Math.max(0, beside), 0, key);
  }
  return keep({ filters, documents, next: page.next });
}
