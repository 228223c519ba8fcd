// All keys there are, by screen: what Help lists and remaps, whether a screen is open or not. A screen registers its
// actions under these names; one that is not open must stand here all the same (a test compares both).
import type { Action } from './keys.svelte';
import { CHARTS } from './chosen.svelte';
import { keyOf } from './keys.svelte';
import { screens } from './screens';
import type { Word } from './words';

export interface Listed {
  name: string;
  key: string;
  label: Word;
  typing?: boolean;
}
export interface KeyGroup {
  /** The name of a screen, "everywhere", or "chart" for all screens with a chart. */
  screen: string;
  actions: Listed[];
}

/** [name, key, label if it is not the name, acts while typing] */
type Row = [name: string, key: string, label?: Word, typing?: boolean];

const TABLE: Record<string, Row[]> = {
  queue: [
    ['queue.next.j', 'j', 'queue.next'], ['queue.next.ArrowDown', 'ArrowDown', 'queue.next'],
    ['queue.previous.k', 'k', 'queue.previous'], ['queue.previous.ArrowUp', 'ArrowUp', 'queue.previous'],
    ['queue.open', 'Enter'], ['queue.bulk', 'b'], ['queue.undo', 'z', 'desk.undo'],
  ],
  desk: [
    ['desk.accept', 'a'], ['desk.enter', 'Enter', 'desk.accept'], ['desk.edit', 'e'], ['desk.take', 's'], ['desk.mark', 'v'],
    ['desk.unsure', 'u'], ['desk.ask', '?'], ['desk.refuse', 'x'], ['desk.machine', 'm', 'desk.take_machine'], ['desk.copies', 'c', 'desk.judge_copies'],
    ['desk.acceptAll', 'Ctrl+Enter', 'desk.accept_all'], ['desk.undo', 'z'], ['desk.redo', 'Z'],
    ['desk.nextEvent', 'j', 'desk.next_event'], ['desk.previousEvent', 'k', 'desk.previous_event'],
    ['desk.nextField', 'ArrowDown', 'desk.next_field'], ['desk.previousField', 'ArrowUp', 'desk.previous_field'],
    ['desk.nextArticle', 'n', 'desk.next_article'], ['desk.previousArticle', 'p', 'desk.previous_article'],
    ['desk.history', 'h'], ['desk.leave', 'Escape', 'desk.close'],
    ['desk.theirs', '1', 'desk.conflict.keep_theirs'], ['desk.mine', '2', 'desk.conflict.use_mine'],
  ],
  bench: [
    ['bench.next', 'j'], ['bench.before', 'k'], ['bench.same', 'm'], ['bench.different', 'n'], ['bench.unsure', 'u'],
    ['bench.undo', 'z'], ['bench.beside', 'o'], ['bench.note', 'w'], ['bench.close', 'Escape', undefined, true],
  ],
  story: [['story.next', 'j'], ['story.before', 'k'], ['story.desk', 'o']],
  chain: [
    ['chain.next.j', 'j', 'chain.next'], ['chain.next.ArrowDown', 'ArrowDown', 'chain.next'],
    ['chain.previous.k', 'k', 'chain.previous'], ['chain.previous.ArrowUp', 'ArrowUp', 'chain.previous'], ['chain.open', 'Enter'],
  ],
  chart: [['chart.filters', 'f'], ['chart.clear', 'c'], ['chart.earlier', ','], ['chart.later', '.']],
  timeline: [['timeline.in', '+'], ['timeline.out', '-']],
  map: [
    ['map.in', '+'], ['map.out', '-'], ['map.whole', '0'], ['map.centre', 'z'], ['map.left', 'Shift+ArrowLeft'],
    ['map.right', 'Shift+ArrowRight'], ['map.up', 'Shift+ArrowUp'], ['map.down', 'Shift+ArrowDown'],
  ],
  search: [
    ['search.focus', '/'], ['search.next', 'j'], ['search.previous', 'k'], ['search.open', 'Enter'], ['search.save', 's'],
    ['search.leave', 'Escape', undefined, true],
  ],
  codebook: [
    ['codebook.find', 'f'], ['codebook.next', 'j'], ['codebook.previous', 'k'], ['codebook.example', 'e'], ['codebook.sentence', 't'],
    ['codebook.try', 'Ctrl+Enter', undefined, true],
  ],
  agreement: [['agreement.swap', 'w']],
  release: [['release.look', 'v'], ['release.make', 'Ctrl+Enter', 'release.go', true]],
  import: [['import.choose', 'o'], ['import.paste', 'p'], ['import.send', 'Ctrl+Enter', undefined, true]],
};

export const keyList: KeyGroup[] = [
  { screen: 'everywhere', actions: screens.flatMap((one) => (one.key ? [{ name: `go.${one.name}`, key: one.key, label: one.title }] : [])) },
  ...Object.entries(TABLE).map(([screen, rows]) => ({ screen, actions: rows.map(listed) })),
];

function listed([name, key, label, typing]: Row): Listed {
  return { name, key, label: (label ?? name) as Word, typing };
}

const byName = new Map(keyList.flatMap((group) => group.actions.map((one) => [one.name, one])));

/** An action of the list by its name. */
export function actionOf(name: string): Listed {
  const found = byName.get(name);
  if (!found) throw new Error(`no action is called ${name}`);
  return found;
}

/** Actions of the list with what they do, for `useKeys`. */
export function keyed(run: Record<string, () => void>): Action[] {
  return Object.entries(run).map(([name, act]) => ({ ...actionOf(name), run: act }));
}

/** Whether two groups of actions can be active at once. */
function meet(a: string, b: string): boolean {
  if (a === b || a === 'everywhere' || b === 'everywhere') return true;
  return (a === 'chart' && CHARTS.includes(b)) || (b === 'chart' && CHARTS.includes(a));
}

/** The actions that a key would set off too, were it given to this one. */
export function conflicts(screen: string, action: Listed, key: string): Listed[] {
  return keyList
    .filter((group) => meet(screen, group.screen))
    .flatMap((group) => group.actions)
    .filter((one) => one.name !== action.name && keyOf(one) === key && one.label !== action.label);
}
