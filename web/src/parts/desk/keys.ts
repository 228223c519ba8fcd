// The keys of the desk by name, so that its buttons show what they are set to.
import type { Action } from '../../lib/keys.svelte';

export type KeyName =
  | 'accept' | 'enter' | 'edit' | 'take' | 'mark' | 'unsure' | 'ask' | 'refuse' | 'machine' | 'acceptAll' | 'undo' | 'redo'
  | 'nextEvent' | 'previousEvent' | 'nextField' | 'previousField' | 'nextArticle' | 'previousArticle' | 'history' | 'copies';

export type DeskKeys = Record<KeyName, Action>;

const KEYS: Record<KeyName, [key: string, label: Action['label']]> = {
  accept: ['a', 'desk.accept'],
  enter: ['Enter', 'desk.accept'],
  edit: ['e', 'desk.edit'],
  take: ['s', 'desk.take'],
  mark: ['v', 'desk.mark'],
  unsure: ['u', 'desk.unsure'],
  ask: ['?', 'desk.ask'],
  refuse: ['x', 'desk.refuse'],
  machine: ['m', 'desk.take_machine'],
  acceptAll: ['Ctrl+Enter', 'desk.accept_all'],
  undo: ['z', 'desk.undo'],
  redo: ['Z', 'desk.redo'],
  nextEvent: ['j', 'desk.next_event'],
  previousEvent: ['k', 'desk.previous_event'],
  nextField: ['ArrowDown', 'desk.next_field'],
  previousField: ['ArrowUp', 'desk.previous_field'],
  nextArticle: ['n', 'desk.next_article'],
  previousArticle: ['p', 'desk.previous_article'],
  history: ['h', 'desk.history'],
  copies: ['c', 'desk.judge_copies'],
};

/** The actions of the desk, each with its key and what it does. */
export function deskKeys(run: Record<KeyName, () => void>): DeskKeys {
  const entries = (Object.keys(KEYS) as KeyName[]).map((name): [KeyName, Action] => {
    const [key, label] = KEYS[name];
    return [name, { name: `desk.${name}`, key, label, run: run[name] }];
  });
  return Object.fromEntries(entries) as DeskKeys;
}
