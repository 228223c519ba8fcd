// The keys of the desk by name, so that its buttons show what they are set to. Key and label are those of the list.
import type { Action } from '../../lib/keys.svelte';
import { actionOf } from '../../lib/keyList';

export type KeyName =
  | 'accept' | 'enter' | 'edit' | 'take' | 'mark' | 'unsure' | 'ask' | 'refuse' | 'machine' | 'acceptAll' | 'undo' | 'redo'
  | 'nextEvent' | 'previousEvent' | 'nextField' | 'previousField' | 'nextArticle' | 'previousArticle' | 'history' | 'copies';

export type DeskKeys = Record<KeyName, Action>;

/** The actions of the desk, each with its key and what it does. */
export function deskKeys(run: Record<KeyName, () => void>): DeskKeys {
  const entries = (Object.keys(run) as KeyName[]).map((name): [KeyName, Action] => [name, { ...actionOf(`desk.${name}`), run: run[name] }]);
  return Object.fromEntries(entries) as DeskKeys;
}
