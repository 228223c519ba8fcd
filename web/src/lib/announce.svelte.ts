// What a screen reader is told, and what stands in the foot of the page for a moment.
export const told: { text: string; isError: boolean; count: number } = $state({ text: '', isError: false, count: 0 });

const MOMENT = 12_000; // milliseconds that good news stands; what went wrong stays until something else is told

export function announce(text: string, isError = false): void {
  told.text = text;
  told.isError = isError;
  told.count += 1;
  const count = told.count;
  if (!isError) setTimeout(() => told.count === count && (told.text = ''), MOMENT);
}

/** What went wrong, in its own words. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Do something; what goes wrong is told. */
export async function telling(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    announce(messageOf(error), true);
  }
}
