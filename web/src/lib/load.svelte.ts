// An answer of the server that is asked for again when what it depends on changes; the last one asked for counts.
import { untrack } from 'svelte';

export interface Load<T> {
  value: T | null;
  error: unknown;
  busy: boolean;
  again: () => void;
}

/** `ask` is called at once and whenever the key changes. */
export function load<T>(key: () => string, ask: (signal: AbortSignal) => Promise<T>): Load<T> {
  let turn = $state(0);
  const found: Load<T> = $state({ value: null, error: null, busy: true, again: () => (turn += 1) });
  $effect(() => {
    void [turn, key()];
    const stop = new AbortController();
    const answer = untrack(() => ask(stop.signal));
    untrack(() => (found.busy = true));
    answer.then(
      (value) => {
        if (!stop.signal.aborted) Object.assign(found, { value, error: null, busy: false });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) Object.assign(found, { error, busy: false });
      },
    );
    return () => stop.abort();
  });
  return found;
}
