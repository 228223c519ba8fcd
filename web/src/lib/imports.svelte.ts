// Files on their way into the store: sent one after another, then watched while the server codes them.
import { messageOf } from './announce.svelte';
import { address, get, post, Refusal } from './api';
import { refreshMeta } from './meta.svelte';
import { preferences } from './preferences.svelte';
import type { components } from './types';

type State = components['schemas']['Imports'];
export interface Hints {
  date: string;
  lang: 'id' | 'en' | '';
  outlet: string;
  plain: boolean;
}
const EVERY = 1000; // milliseconds between two looks

export class Imports {
  state: State | null = $state(null);
  trouble: unknown = $state(null);
  /** Files that wait to be sent, and how many of this lot there were. */
  sending = $state(0);
  sent = $state(0);
  refused: { name: string; why: string }[] = $state([]);
  private timer = 0;

  /** Look now and again for as long as something is under way. */
  async watch(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const before = this.state;
      this.state = await get('/api/imports', { query: { limit: 100 } });
      this.trouble = null;
      if (before && before.phase !== this.state.phase) void refreshMeta();
    } catch (error) {
      this.trouble = error;
    }
    if (this.trouble || (this.state && this.state.phase !== 'idle') || this.sending) this.timer = window.setTimeout(() => void this.watch(), EVERY);
  }
  leave(): void {
    clearTimeout(this.timer);
  }

  /** Send files; those that the server does not take are told with its reason, the rest go on. */
  async send(files: readonly File[], hints: Hints): Promise<void> {
    [this.sending, this.sent] = [this.sending + files.length, this.sending ? this.sent : 0];
    for (const file of files) {
      try {
        await this.upload(file, hints);
      } catch (error) {
        this.refused = [...this.refused, { name: file.name, why: messageOf(error) }];
      }
      this.sent += 1;
      this.sending -= 1;
      if (this.sent === 1 || this.sent % 20 === 0 || !this.sending) void this.watch();
    }
  }

  async cancel(id: string): Promise<void> {
    try {
      await post('/api/jobs/{ident}/cancel', { path: { ident: id } });
    } catch (error) {
      this.trouble = error;
    }
    await this.watch();
  }

  private async upload(file: File, hints: Hints): Promise<void> {
    const limit = this.state?.limit;
    const query = { name: file.name, date: hints.date, lang: hints.lang, outlet: hints.outlet, plain: hints.plain || undefined };
    if (limit && file.size > limit) throw new TooLarge(limit);
    const headers: Record<string, string> = { 'x-sumber': '1', 'content-type': 'application/octet-stream' };
    if (preferences.coder) headers['x-sumber-coder'] = encodeURIComponent(preferences.coder);
    const answer = await fetch(address('/api/imports', { query }), { method: 'POST', headers, body: file });
    if (answer.ok) return;
    const body = (await answer.json().catch(() => null)) as { detail?: unknown } | null;
    throw new Refusal(answer.status, typeof body?.detail === 'string' ? body.detail : answer.statusText, body);
  }
}

class TooLarge extends Error {
  constructor(limit: number) {
    super(`> ${Math.round(limit / 1e6)} MB`);
  }
}

/** Files that are read by their suffix, packed or not; and the names of the others. */
export function sorted(files: readonly File[], suffixes: readonly string[]): { good: File[]; other: string[] } {
  const fits = (file: File) => suffixes.some((suffix) => file.name.toLowerCase().replace(/\.gz$/, '').endsWith(suffix));
  return { good: files.filter(fits), other: files.filter((file) => !fits(file)).map((file) => file.name) };
}

/** All files that were dropped, those in folders among them; hidden ones left out. */
export async function dropped(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.length) return [...data.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) return [await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (!some.length) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesOf))).flat();
}
