// Taking marked words for a field: as a candidate that stands on them, else as a draft with the words put in.
import type { Candidate, Field, Span } from './article';
import type { Draft } from './drafts';
import type { Amount, Party, SaidBy, Where } from './values';
import { holds, taken } from './values';

/** The candidate that stands on the marked words, in code points: the one whose own words overlap them most. */
export function candidateAt(candidates: readonly Candidate[], marked: Span): Candidate | null {
  let best: { candidate: Candidate; share: number } | null = null;
  for (const candidate of candidates) {
    for (const [start = 0, end = 0] of candidate.spans) {
      const common = Math.min(end, marked[1]) - Math.max(start, marked[0]);
      const share = common / Math.max(end - start, marked[1] - marked[0]);
      if (common > 0 && share > (best?.share ?? 0.5)) best = { candidate, share };
    }
  }
  return best?.candidate ?? null;
}

/** What to write for a field when its words are marked and no candidate stands on them. */
export function draftFrom(field: Field, value: unknown, words: string, evidence: Span[]): Draft {
  return { value: written(field, value, words), evidence };
}

function written(field: Field, value: unknown, words: string): unknown {
  switch (field) {
    case 'actors':
    case 'recipients':
      return [...(value as Party[]), { name: words, kind: 'group', country: null, sectors: [] } satisfies Party];
    case 'where':
      return { name: words, country: (value as Where | null)?.country ?? null, geonameid: null, lat: null, lon: null, precision: null } satisfies Where;
    case 'how_many': {
      const figure = Number(words.replace(/[^\d]/g, '')) || null;
      return [...(value as Amount[]), { what: '', who: null, min: figure, max: figure, approx: false } satisfies Amount];
    }
    case 'said_by':
      return { speakers: [...((value as SaidBy | null)?.speakers ?? []), words], stance: (value as SaidBy | null)?.stance ?? 'asserts', via: (value as SaidBy | null)?.via ?? [] } satisfies SaidBy;
    default:
      return value;
  }
}

/** The value with a candidate in it; unlike pressing its number, marking its words never takes it out. */
export function withCandidate(field: Field, value: unknown, candidate: Candidate): unknown {
  return holds(field, value, candidate.value) ? value : taken(field, value, candidate.value);
}
