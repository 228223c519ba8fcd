// The pages of the codebook in the order of the questions they answer.
import type { components } from './types';
import { tOf } from './words';

export type CodebookPage = components['schemas']['CodebookPage'];
export type CodebookEntry = components['schemas']['CodebookEntry'];

export interface Chapter {
  name: 'what' | 'says' | 'who' | 'when' | 'where' | 'how_many' | 'real' | 'text';
  subjects: { subject: string; pages: CodebookPage[] }[];
}

const SUBJECTS: Record<Exclude<Chapter['name'], 'text'>, (subject: string) => boolean> = {
  what: (one) => one.startsWith('triggers/') || ['plover/types', 'plover/frames', 'plover/contexts', 'plover/compatible', 'contexts', 'relations'].includes(one),
  says: (one) => ['cues', 'says_frames', 'says_media', 'outlets/outlets'].includes(one),
  who: (one) => ['roles', 'titles', 'pronouns', 'who_grammar'].includes(one) || one.startsWith('actors/'),
  when: (one) => one === 'time',
  where: (one) => one.startsWith('places/'),
  how_many: (one) => ['counted', 'numerals', 'tolls', 'plover/tolls'].includes(one),
  real: (one) => one === 'status',
};

/** The chapters with their subjects; a subject has a page for each language, or one for all. */
export function chapters(pages: readonly CodebookPage[]): Chapter[] {
  const names: Chapter['name'][] = ['what', 'says', 'who', 'when', 'where', 'how_many', 'real', 'text'];
  const found = new Map(names.map((name) => [name, new Map<string, CodebookPage[]>()]));
  for (const page of pages) {
    const name = names.find((one) => one !== 'text' && SUBJECTS[one](page.subject)) ?? 'text';
    const subjects = found.get(name)!;
    subjects.set(page.subject, [...(subjects.get(page.subject) ?? []), page]);
  }
  return names.map((name) => ({ name, subjects: [...found.get(name)!].map(([subject, its]) => ({ subject, pages: its })) }));
}

/** What a subject is called: a type of event, or the name of the page. */
export function subjectName(subject: string): string {
  if (subject.startsWith('triggers/')) return tOf('type', subject.slice(9).toUpperCase());
  return tOf('page', subject.replace('/', '.'));
}
