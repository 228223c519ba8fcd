// What a coder sets for themselves; kept in the browser, never sent anywhere but the name.

export type Language = 'id' | 'en';
export type Theme = 'system' | 'light' | 'dark';

interface Kept {
  language: Language;
  theme: Theme;
  coder: string;
  singleKeys: boolean;
  keys: Record<string, string>;
}

const NAME = 'sumber.preferences';

function read(): Kept {
  const start: Kept = {
    language: navigator.language.startsWith('id') ? 'id' : 'en',
    theme: 'system',
    coder: '',
    singleKeys: true,
    keys: {},
  };
  try {
    return { ...start, ...(JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Kept>) };
  } catch {
    return start; // what a broken browser profile holds is no reason to stay shut
  }
}

export const preferences: Kept = $state(read());

export function keepPreferences(): void {
  localStorage.setItem(NAME, JSON.stringify(preferences));
  applyPreferences();
}

const night = matchMedia('(prefers-color-scheme: dark)');

export function applyPreferences(): void {
  const dark = preferences.theme === 'dark' || (preferences.theme === 'system' && night.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.lang = preferences.language;
}

night.addEventListener('change', applyPreferences);
