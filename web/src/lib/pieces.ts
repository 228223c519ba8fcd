// A text cut at marked places, which the server counts in code points.

export interface Piece {
  text: string;
  marked: boolean;
}

/** The text in order, in pieces that are marked or not. Marks are [start, end] in code points; they may overlap. */
export function pieces(text: string, marks: readonly (readonly number[])[]): Piece[] {
  const signs = Array.from(text);
  const out: Piece[] = [];
  let at = 0;
  for (const [start = 0, end = 0] of [...marks].sort((a, b) => a[0]! - b[0]!)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    if (from > at) out.push({ text: signs.slice(at, from).join(''), marked: false });
    out.push({ text: signs.slice(from, end).join(''), marked: true });
    at = end;
  }
  if (at < signs.length) out.push({ text: signs.slice(at).join(''), marked: false });
  return out;
}
