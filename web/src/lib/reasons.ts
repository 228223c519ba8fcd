// The reasons of the rules, which are kept in English, in the language of the interface. A form that is not known stays.
import { day, t, tOf, type Word } from './words';

type Form = [pattern: RegExp, word: Word, names: string[]];

const FORMS: Form[] = [
  [/^([A-Z]+) or ([A-Z]+)$/, 'reason.types', ['type', 'type']],
  [/^on (\d{4}-\d\d-\d\d)$/, 'reason.on', ['day']],
  [/^a day apart$/, 'reason.apart', []],
  [/^in one week \((.*), (.*)\)$/, 'reason.week', ['span', 'span']],
  [/^in one month \((.*), (.*)\)$/, 'reason.month', ['span', 'span']],
  [/^in one season \((.*), (.*)\)$/, 'reason.season', ['span', 'span']],
  [/^same place$/, 'reason.place', []],
  [/^same country$/, 'reason.country', []],
  [/^places in one country$/, 'reason.places', []],
  [/^same actors: (.*)$/, 'reason.actors', ['']],
  [/^same recipients: (.*)$/, 'reason.recipients', ['']],
  [/^different modes$/, 'reason.modes', []],
  [/^the same figure of (.*)$/, 'reason.figure', ['what']],
  [/^a coder says so$/, 'reason.coder', []],
  [/^one article tells them apart$/, 'reason.article', []],
  [/^([A-Z]+) and ([A-Z]+) are different deeds$/, 'reason.deeds', ['type', 'type']],
  [/^one is a running total$/, 'reason.total', []],
  [/^totals of different times$/, 'reason.totals', []],
  [/^their dates do not meet: (.*), (.*)$/, 'reason.dates', ['span', 'span']],
  [/^their places are apart$/, 'reason.far', []],
  [/^one was only to come, and the day of neither is sure$/, 'reason.tocome', []],
  [/^different actors: (.*); (.*)$/, 'reason.otheractors', ['', '']],
  [/^different recipients: (.*); (.*)$/, 'reason.otherrecipients', ['', '']],
  [/^who did it to whom is the other way round$/, 'reason.round', []],
  [/^it credits (.*)$/, 'reason.credits', ['']],
  [/^published (\S+), before (\S+)$/, 'reason.before', ['day', 'day']],
  [/^an excerpt of it, published on the same day$/, 'reason.excerpt', []],
  [/^of one day; the other has fewer of its words from other media$/, 'reason.fewer', []],
  [/^of the same day and alike: which was first is not known$/, 'reason.alike', []],
  [/^([A-Z]+)$/, 'reason.type', ['type']],
];

function part(kind: string, words: string): string {
  if (kind === 'type') return tOf('type', words);
  if (kind === 'day') return day(words);
  if (kind === 'what') return tOf('bench', words);
  if (kind === 'span') return words.split('–').map((one) => (one === '?' ? '…' : day(one))).join(' – ');
  return words;
}

/** One reason. */
export function reason(words: string): string {
  for (const [pattern, word, names] of FORMS) {
    const found = pattern.exec(words);
    if (!found) continue;
    const values = names.map((kind, at) => [['a', 'b'][at]!, part(kind, found[at + 1] ?? '')] as const);
    return t(word, Object.fromEntries(values));
  }
  return words;
}

/** Several reasons as the store keeps them. */
export function reasons(words: string): string {
  return words.split('; ').map(reason).join(' · ');
}
