// What a screen reader is told, and what stands in the foot of the page for a moment.
export const told: { text: string; isError: boolean; count: number } = $state({ text: '', isError: false, count: 0 });

export function announce(text: string, isError = false): void {
  told.text = text;
  told.isError = isError;
  told.count += 1;
}
