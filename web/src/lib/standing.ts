// What a judgement makes of an event, before the server has said so: the page follows the hand at once. The server's
// answer replaces it.
import { FIELDS, WHOLE, type EventNow, type EventState, type Said } from './article';
import { equal } from './values';

const STATES = { accept: 'accepted', mend: 'mended', unsure: 'unsure', ask: 'asked' } as const;

export function foreseen(now: EventNow, said: Said, coder: string): EventNow {
  const fields = { ...now.fields };
  let whole: EventState | null = null;
  const by = { coder, at: new Date().toISOString() };
  if (said.field !== WHOLE && said.action !== 'refuse') {
    const field = fields[said.field]!;
    // Who accepts or doubts a mended field means what it was mended to.
    const value = said.action === 'mend' ? said.value : field.value;
    const state = said.action === 'accept' && !equal(value, field.machine) ? 'mended' : STATES[said.action];
    const evidence = said.evidence?.length || said.action === 'mend' ? (said.evidence ?? []) : field.evidence;
    fields[said.field] = { ...field, ...by, value, before: field.machine, state, evidence, reason: said.reason ?? '' };
    if (now.state === 'unsure' || now.state === 'asked') whole = now.state;
  } else if (said.action === 'accept') {
    for (const name of FIELDS) {
      const field = fields[name]!;
      fields[name] = { ...field, ...by, before: field.machine, state: equal(field.value, field.machine) ? 'accepted' : 'mended' };
    }
  } else {
    whole = ({ refuse: 'refused', unsure: 'unsure', ask: 'asked' } as Partial<Record<string, EventState>>)[said.action] ?? null;
  }
  return { ...now, ...by, fields, reason: said.field === WHOLE ? (said.reason ?? '') : now.reason, state: whole ?? together(Object.values(fields).map((one) => one.state)) };
}

function together(states: string[]): EventState {
  for (const state of ['changed', 'asked', 'unsure'] as const) if (states.includes(state)) return state;
  if (states.every((state) => state === 'open')) return 'open';
  return states.includes('open') ? 'begun' : 'accepted';
}
