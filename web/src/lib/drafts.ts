// What is being written in a field and not yet sent: kept in the browser at every stroke, found again after it died.
import type { Field, Said, Span } from './article';
import { readKept } from './kept';

export interface Draft {
  value: unknown;
  /** Words marked for it, in code points. */
  evidence: Span[];
}

const name = (report: string, field: Field) => `sumber.draft.${report}.${field}`;

export function keepDraft(report: string, field: Field, draft: Draft): void {
  localStorage.setItem(name(report, field), JSON.stringify(draft));
}

export function readDraft(report: string, field: Field): Draft | null {
  return readKept<Draft>(localStorage, name(report, field));
}

export function dropDraft(report: string, field: Field): void {
  localStorage.removeItem(name(report, field));
}

export function hasDraft(report: string, field: Field): boolean {
  return localStorage.getItem(name(report, field)) !== null;
}

/** What was written in a judgement that was not taken is found again as a draft. */
export function keepMended(said: Said): void {
  if (said.action !== 'mend') return;
  keepDraft(said.report, said.field as Field, { value: said.value, evidence: (said.evidence ?? []) as Span[] });
}
