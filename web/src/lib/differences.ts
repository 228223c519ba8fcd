// Which words of a text the others do not have: 870 and 873, Wednesday and 22 June.

export interface Piece {
  text: string;
  differs: boolean;
}

const LIKE = 0.35; // share of words in common from which two sentences are compared word by word

interface Token {
  text: string;
  word: string;
}

function tokens(text: string): Token[] {
  return (text.match(/\s+|\S+/g) ?? []).map((part) => ({
    text: part,
    word: part.toLocaleLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
  }));
}

/** The places of the words of one text that stand in the other too, in the same order (longest common subsequence). */
function common(one: string[], other: string[]): Set<number> {
  const width = other.length + 1;
  const longest = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row--) {
    for (let column = other.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found = new Set<number>();
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      found.add(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

/** The text in pieces; a word differs unless each of the other texts has it, in the same order. */
export function marked(text: string, others: string[]): Piece[] {
  const parts = tokens(text);
  const words = parts.filter((part) => part.word);
  const kept = others.map((other) => common(words.map((part) => part.word), tokens(other).map((part) => part.word).filter(Boolean)));
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of parts) {
    const place = part.word ? at++ : -1;
    const differs = place >= 0 && kept.some((set) => !set.has(place));
    const last = pieces.at(-1);
    if (last && (last.differs === differs || !part.text.trim())) last.text += part.text;
    else pieces.push({ text: part.text, differs });
  }
  return pieces;
}

/** As `marked`, but whole where the texts have too little in common to be compared word by word. */
export function markedSentence(text: string, others: string[]): Piece[] {
  const words = tokens(text).map((part) => part.word).filter(Boolean);
  const alike = others.filter((other) => {
    const theirs = tokens(other).map((part) => part.word).filter(Boolean);
    return common(words, theirs).size >= LIKE * Math.max(words.length, theirs.length);
  });
  return marked(text, alike);
}
