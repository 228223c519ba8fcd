// The one way to the server. Paths, questions and answers are typed from its OpenAPI document (npm run types).
import { preferences } from './preferences.svelte';
import type { paths } from './types';
import { t } from './words';

type Method = 'get' | 'post' | 'put' | 'delete';
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M & keyof paths[P]]>;
type Answer<O> = O extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : unknown;
type Query<O> = O extends { parameters: { query?: infer Q } } ? Q : never;
type Path<O> = O extends { parameters: { path: infer V } } ? V : never;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : never;

/** What the server said went wrong, in its own sentence. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly body: unknown,
  ) {
    super(message);
  }
}

interface Question<O> {
  query?: Query<O>;
  path?: Path<O>;
  body?: Body<O>;
  signal?: AbortSignal;
}

async function ask<P extends keyof paths & string, M extends Method>(
  method: M,
  path: P,
  question: Question<Operation<P, M>> = {},
): Promise<Answer<Operation<P, M>>> {
  const headers: Record<string, string> = { 'x-sumber': '1' };
  if (preferences.coder) headers['x-sumber-coder'] = encodeURIComponent(preferences.coder);
  if (question.body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(address(path, question), {
    method: method.toUpperCase(),
    headers,
    body: question.body === undefined ? undefined : JSON.stringify(question.body),
    signal: question.signal,
  });
  if (answer.status === 401) {
    // Not a refusal: what waits to be sent is kept, and goes out after signing in.
    location.assign(`/login?back=${encodeURIComponent(location.hash)}`);
    throw new Error(t('signIn'));
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(answer.status, sentence(body) ?? answer.statusText, body);
  return body as Answer<Operation<P, M>>;
}

/** The address of a question, for a link that the browser follows by itself (a download). */
export function address(path: string, question: { query?: unknown; path?: unknown } = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((question.path as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(question.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size ? `${filled}?${search}` : filled;
}

function sentence(body: unknown): string | null {
  if (body && typeof body === 'object' && 'detail' in body) {
    return typeof body.detail === 'string' ? body.detail : JSON.stringify(body.detail);
  }
  return null;
}

export const get = <P extends keyof paths & string>(path: P, question?: Question<Operation<P, 'get'>>) =>
  ask('get', path, question);
export const post = <P extends keyof paths & string>(path: P, question?: Question<Operation<P, 'post'>>) =>
  ask('post', path, question);
