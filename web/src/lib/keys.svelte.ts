// Keys. A screen registers its actions; the button of an action shows its key; single letters act only while nobody is
// typing and no modifier is held, and can be switched off or changed (WCAG 2.1.4).
import { untrack } from 'svelte';
import { preferences } from './preferences.svelte';
import type { Word } from './words';

export interface Action {
  /** Stable name, e.g. "desk.accept"; what is remapped. */
  name: string;
  /** The key as shown: "a", "?", "Enter", "Ctrl+Enter", "ArrowDown". */
  key: string;
  label: Word;
  run: () => void;
  /** Acts while a text field has the focus too (only with a modifier, or Escape). */
  typing?: boolean;
}

// Raw: what is taken out must be the very thing that was put in, and a deep state hands out stand-ins.
let actions_: Action[] = $state.raw([]);
export const registered = {
  get actions(): Action[] {
    return actions_;
  },
};

/** Register actions while a component lives: `$effect(() => useKeys([...]))`. */
export function useKeys(actions: Action[]): () => void {
  // Untracked: the effect that registers must not run again because something was registered.
  untrack(() => (actions_ = [...actions, ...actions_]));
  return () => {
    actions_ = untrack(() => actions_).filter((one) => !actions.includes(one));
  };
}

/** The key of an action as it is set now. */
export function keyOf(action: { name: string; key: string }): string {
  return preferences.keys[action.name] ?? action.key;
}

/** How a key press is written. */
export function pressed(event: KeyboardEvent): string {
  const name = event.key === ' ' ? 'Space' : event.key;
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : ''];
  if (event.shiftKey && name.length > 1) parts.push('Shift');
  return [...parts.filter(Boolean), name].join('+');
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Keys with a job of their own on links and buttons are left to them. */
function isTaken(event: KeyboardEvent, key: string): boolean {
  const target = event.target;
  const pressable = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || (target instanceof HTMLElement && target.tagName === 'SUMMARY');
  return pressable && (key === 'Enter' || key === 'Space');
}

export function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const key = pressed(event);
  const typing = isTyping(event.target);
  if (isTaken(event, key)) return;
  if (key.length === 1 && !preferences.singleKeys) return;
  const action = registered.actions.find((one) => keyOf(one) === key && (!typing || one.typing));
  if (!action) return;
  event.preventDefault();
  action.run();
}
