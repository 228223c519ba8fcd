// The filters of the queue, as they stand in the address.
import type { paths } from './types';

type Asked = NonNullable<paths['/api/queue']['get']['parameters']['query']>;
export type QueueQuery = Omit<Asked, 'after' | 'limit'>;
export type QueueState = NonNullable<Asked['state']>;

export const STATES: readonly QueueState[] = ['todo', 'open', 'changed', 'asked', 'unsure', 'settled', 'all'];
const NAMES = ['type', 'country', 'outlet', 'lang', 'q', 'since', 'until'] as const;

export function queueQuery(query: Record<string, string>): QueueQuery {
  const found: QueueQuery = {};
  const state = STATES.find((one) => one === query.state);
  if (state && state !== 'todo') found.state = state;
  for (const name of NAMES) if (query[name]) found[name] = query[name];
  return found;
}

export function isFiltered(query: QueueQuery): boolean {
  return Object.keys(query).length > 0;
}
