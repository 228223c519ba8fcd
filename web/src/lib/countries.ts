// Countries: their names in the language of the interface, and the shapes of Natural Earth that are theirs.
import data from '../data/countries.json';
import { region } from './words';

const codes = data.codes as unknown as Record<string, [string, string]>;
const named = data.named as Record<string, string>;
const byNumber = new Map(Object.entries(codes).map(([alpha3, [, numeric]]) => [numeric, alpha3]));

/** The name of a country by its ISO 3166-1 alpha-3 code; what is no such code is given back as it is. */
export function countryName(alpha3: string): string {
  const found = codes[alpha3];
  return found ? region(found[0]) : alpha3;
}

/** The country that a shape of the map is, null where the source gives it no code. */
export function countryOfShape(numeric: string | undefined, name: string): string | null {
  return named[name] ?? byNumber.get(numeric ?? '') ?? null;
}
