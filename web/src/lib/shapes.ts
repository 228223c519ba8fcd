// Forms of marks: what a colour says, a form says too.
import type { components } from './types';

export type Group = components['schemas']['Timeline']['groups'][string];

/** Circle, square, triangle, diamond, triangle on its tip, star, pentagon, cross: as an SVG path around a point. */
export function shape(kind: number, x: number, y: number, size: number): string {
  if (kind % 8 === 0) {
    return `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
  }
  const forms = [[4, 45, 1], [3, -90, 1], [4, 0, 1], [3, 90, 1], [5, -90, 0.45], [5, 90, 1], [4, 45, 0.4]] as const;
  const [count, turn, inner] = forms[(kind % 8) - 1]!;
  const steps = inner === 1 ? count : 2 * count;
  const points = Array.from({ length: steps }, (_, step) => {
    const angle = ((turn + (360 * step) / steps) * Math.PI) / 180;
    const reach = size * 1.3 * (inner !== 1 && step % 2 ? inner : 1);
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** Cooperation is round, conflict stands on its tip. */
export const isConflict = (group: Group | undefined): boolean => group?.endsWith('conflict') ?? false;

/** How a status is drawn: filled where it happened, hollow where it has not (yet), with a point where somebody alleges
 * it, crossed out where it is denied or did not happen. */
export function statusForm(status: string): 'filled' | 'hollow' | 'pointed' | 'crossed' {
  if (status === 'actual') return 'filled';
  if (status === 'alleged') return 'pointed';
  return status === 'denied' || status === 'negated' ? 'crossed' : 'hollow';
}
