// Marks of a chart that the keyboard walks through: one of them is in the order of Tab, arrows lead to the others.

export interface Walk {
  at: number;
  onkeydown: (event: KeyboardEvent) => void;
  /** What a mark spreads on its element: `{...walk.of(i)}`. */
  of: (index: number) => { tabindex: number; 'data-mark': number; onfocus: () => void };
}

/** `columns` is how many marks stand in a row, where there are rows. */
export function walk(count: () => number, columns: () => number = () => 0): Walk {
  let at = $state(0);
  function go(event: KeyboardEvent, to: number): void {
    event.preventDefault();
    event.stopPropagation();
    at = Math.max(0, Math.min(count() - 1, to));
    const chart = event.currentTarget as Element;
    chart.querySelector<SVGElement>(`[data-mark="${at}"]`)?.focus();
  }
  return {
    get at() {
      return Math.min(at, Math.max(0, count() - 1));
    },
    set at(to: number) {
      at = to;
    },
    onkeydown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const row = columns();
      const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count() - 1 };
      steps.ArrowDown = row ? at + row : at + 1;
      steps.ArrowUp = row ? at - row : at - 1;
      const to = steps[event.key];
      if (to === undefined) return;
      if (row && (to < 0 || to >= count())) event.preventDefault();
      else go(event, to);
    },
    of: (index) => ({
      tabindex: index === Math.min(at, Math.max(0, count() - 1)) ? 0 : -1,
      'data-mark': index,
      onfocus: () => (at = index),
    }),
  };
}

/** Enter and the space bar press a mark as they press a button. */
export function presses(run: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
}
