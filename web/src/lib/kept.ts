// What the browser keeps. A broken entry (a crash half-way, a hand in the browser's tools) counts as none.

export function readKept<T>(from: Storage, name: string): T | null {
  const kept = from.getItem(name);
  if (kept === null) return null;
  try {
    return JSON.parse(kept) as T;
  } catch {
    from.removeItem(name);
    return null;
  }
}
