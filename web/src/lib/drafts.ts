// What is being written in a field and not yet sent: kept in the browser at every stroke, found again after it died.
import type { Field, Span } from './article';

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
  const kept = localStorage.getItem(name(report, field));
  return kept === null ? null : (JSON.parse(kept) as Draft);
}

export function dropDraft(report: string, field: Field): void {
  localStorage.removeItem(name(report, field));
}

export function hasDraft(report: string, field: Field): boolean {
  return localStorage.getItem(name(report, field)) !== null;
}
