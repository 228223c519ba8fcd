// Searches that a coder wants to ask again; kept in this browser.
const NAME = 'sumber.searches';
const MOST = 50;

export interface Saved {
  name: string;
  view: Record<string, string>;
}

function read(): Saved[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is Saved => typeof one?.name === 'string' && typeof one?.view === 'object') : [];
  } catch {
    return []; // what a broken browser profile holds is no reason to stay shut
  }
}

export const saved: { searches: Saved[] } = $state({ searches: read() });

/** Keep a search under a name; one of that name is replaced. */
export function save(name: string, view: Record<string, string>): void {
  saved.searches = [{ name, view: { ...view } }, ...saved.searches.filter((one) => one.name !== name)].slice(0, MOST);
  localStorage.setItem(NAME, JSON.stringify(saved.searches));
}

export function forget(name: string): void {
  saved.searches = saved.searches.filter((one) => one.name !== name);
  localStorage.setItem(NAME, JSON.stringify(saved.searches));
}
