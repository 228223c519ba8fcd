// The server counts a text in Unicode code points, the browser in UTF-16 units. Converted here, once, and nowhere else.

export class Offsets {
  /** The code points that take two units, in order. */
  private readonly wide: number[] = [];

  constructor(text: string) {
    let point = 0;
    for (const sign of text) {
      if (sign.length > 1) this.wide.push(point);
      point += 1;
    }
  }

  /** From code points to UTF-16 units. */
  toUnits(point: number): number {
    return point + this.before(point, (at) => at);
  }

  /** From UTF-16 units to code points; from the middle of a pair, to behind its sign. */
  toPoints(unit: number): number {
    const pairs = this.before(unit, (at, number) => at + number + 1);
    return unit - pairs;
  }

  /** How many wide signs lie before a position; `where` says where the number-th of them ends to count. */
  private before(position: number, where: (at: number, number: number) => number): number {
    let [low, high] = [0, this.wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (where(this.wide[middle]!, middle) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
