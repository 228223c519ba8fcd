// A sentence tried against the codebook, and how its fields are written.
import { post, Refusal } from './api';
import { countryName } from './countries';
import type { components } from './types';
import { interval, t, tOf, type Word } from './words';

export type Trial = components['schemas']['TrialRead'];
export type TrialForm = components['schemas']['TrialForm'];
export type TrialField = components['schemas']['TrialField'];
type Lang = 'id' | 'en' | '';

export class Trying {
  text = $state('');
  lang: Lang = $state('');
  date = $state('');
  result: Trial | null = $state(null);
  trouble: unknown = $state(null);
  busy = $state(false);
  state: components['schemas']['ModelState']['state'] = $state('cold');

  /** Begin to load the model, so that the first sentence does not wait. */
  async warm(): Promise<void> {
    this.state = (await post('/api/codebook/warm')).state;
  }

  async read(): Promise<void> {
    if (!this.text.trim() || this.busy) return;
    this.busy = true;
    this.trouble = null;
    try {
      this.result = await post('/api/codebook/try', { body: { text: this.text, lang: this.lang || null, date: this.date || null } });
      this.state = 'ready';
    } catch (error) {
      this.trouble = error instanceof Refusal ? error : String(error);
    } finally {
      this.busy = false;
    }
  }
}

interface Party { name: string; country: string | null; sectors: string[] }
interface Amount { what: string; who: string | null; min: number | null; max: number | null; approx: boolean }

function party(one: Party): string {
  const more = [one.country ? countryName(one.country) : '', ...one.sectors].filter(Boolean);
  return more.length ? `${one.name} (${more.join(', ')})` : one.name;
}

function amount(one: Amount): string {
  const bounds = one.min === one.max ? `${one.min ?? '?'}` : one.min === null ? `≤ ${one.max}` : one.max === null ? `≥ ${one.min}` : `${one.min}–${one.max}`;
  return `${tOf('counted', one.what)} ${one.approx ? '~ ' : ''}${bounds}${one.who ? ` (${one.who})` : ''}`;
}

/** The value of a field as a reader writes it; empty where the text says nothing. */
export function shownValue(field: TrialField): string {
  const value = field.value as never;
  if (value === null) return '';
  switch (field.field) {
    case 'what': {
      const what = value as { type: string; modes: string[]; contexts: string[] };
      return [tOf('type', what.type), ...what.modes.map((one) => tOf('mode', one)), ...what.contexts.map((one) => tOf('context', one))].join(' · ');
    }
    case 'status': {
      const real = value as { status: string; background: boolean; aggregate: boolean };
      return [tOf('status', real.status), real.background ? t('try.background') : '', real.aggregate ? t('try.aggregate') : ''].filter(Boolean).join(' · ');
    }
    case 'when': {
      const when = value as { from: string | null; to: string | null };
      return when.from || when.to ? interval(when.from, when.to) : '';
    }
    case 'where': {
      const where = value as { name: string; country: string | null };
      return where.country ? `${where.name}, ${countryName(where.country)}` : where.name;
    }
    case 'how_many':
      return (value as Amount[]).map(amount).join('; ');
    case 'said_by': {
      const said = value as { speakers: string[]; stance: string; via: string[] };
      return [said.speakers.join(', ') || t('try.hearsay'), ...said.via].join(' ← ');
    }
    default:
      return (value as Party[]).map(party).join('; ');
  }
}

/** Why a form was stopped, in the language of the interface. */
export function reason(form: TrialForm): string {
  if (!form.code) return form.event ?? '';
  const fill = Object.fromEntries(Object.entries(form.fill).map(([name, value]) => [name, value || tOf('try.none', name)]));
  return t(`why.${form.code}` as Word, fill);
}

