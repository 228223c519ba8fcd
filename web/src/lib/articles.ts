// Articles fetched ahead: the next one is there before it is asked for.
import { get } from './api';
import type { Article } from './article';

const ahead = new Map<string, Promise<Article>>();
const KEPT = 3;
const name = (key: string, blind: boolean) => `${key} ${blind}`;

function fetchArticle(key: string, blind: boolean): Promise<Article> {
  return get('/api/articles/{key}', { path: { key }, query: { blind } });
}

/** Fetch an article that will be wanted soon. What goes wrong is told when it is wanted. */
export function fetchAhead(key: string, blind: boolean): void {
  if (ahead.has(name(key, blind))) return;
  const coming = fetchArticle(key, blind);
  coming.catch(() => ahead.delete(name(key, blind)));
  ahead.set(name(key, blind), coming);
  for (const old of [...ahead.keys()].slice(0, -KEPT)) ahead.delete(old);
}

/** An article, as it was fetched ahead or as it is now; used once, for it may have been judged since. */
export async function openArticle(key: string, blind: boolean): Promise<Article> {
  const coming = ahead.get(name(key, blind));
  ahead.delete(name(key, blind));
  return coming ?? fetchArticle(key, blind);
}

/** What was fetched ahead is no longer true: other articles were judged too. */
export function forgetAhead(): void {
  ahead.clear();
}
