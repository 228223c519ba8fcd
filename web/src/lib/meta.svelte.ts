// What the desk as a whole holds; asked again after everything that changes it.
import { get } from './api';
import type { components } from './types';

export const desk: { meta: components['schemas']['Meta'] | null } = $state({ meta: null });

export async function refreshMeta(): Promise<void> {
  desk.meta = await get('/api/meta');
}
