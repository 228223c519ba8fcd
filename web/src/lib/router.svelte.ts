// Addresses are #/screen/name?filters: every view has one, so a link, "back" and a bookmark work.

export interface Place {
  screen: string;
  name: string;
  query: Record<string, string>;
}

function read(): Place {
  const [path = '', search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [screen = '', ...rest] = path.split('/');
  return {
    screen: screen || 'queue',
    name: decoded(rest.join('/')),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** A name as it was; of an address that somebody cut short, what stands there. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export const place: Place = $state(read());

addEventListener('hashchange', () => Object.assign(place, read()));

/** The address of a view. */
export function to(screen: string, name = '', query: Record<string, string | undefined | null> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
  return `#/${screen}${name ? `/${encodeURIComponent(name)}` : ''}${search.size ? `?${search}` : ''}`;
}

export function go(screen: string, name = '', query: Record<string, string | undefined | null> = {}): void {
  location.hash = to(screen, name, query);
}

/** Change the filters of the view in place, without a step to go back through. */
export function filter(query: Record<string, string | undefined | null>): void {
  history.replaceState(null, '', to(place.screen, place.name, { ...place.query, ...query }));
  Object.assign(place, read());
}
