import createClient from 'openapi-fetch';

import type { components, paths } from '../../types/api';

export type Schemas = components['schemas'];
export type Claim = Schemas['Claim'];
export type Evidence = Schemas['Evidence'];
export type Checked = Schemas['Checked'];
export type Conflict = Schemas['Conflict'];
export type Article = Schemas['Article'];
export type Mention = Schemas['Mention'];
export type Review = Schemas['Review'];
export type Decision = Review['decision'];
export type Verdict = Evidence['verdict'];

/** What went wrong, in the words of the server; `code` is what the page translates. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly title: string,
    readonly hint: string | null,
    readonly status = 0,
  ) {
    super(title);
  }
}

export const api = createClient<paths>({ baseUrl: '/api/v1' });

let token: string | null = null;
api.use({
  onRequest({ request }) {
    if (token && request.method !== 'GET') request.headers.set('X-Gegenprobe-Token', token);
    return request;
  },
});
/** From GET /session; goes along with everything that writes. */
export function useToken(given: string | null) {
  token = given;
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The data of an answer, or a Problem is thrown. */
export async function ask<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await call;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem('lost', '', null);
  }
  if (answer.data !== undefined) return answer.data;
  const told = answer.error as Partial<Schemas['Problem']> | undefined;
  if (typeof told?.code === 'string')
    throw new Problem(told.code, told.title ?? '', told.hint ?? null, answer.response.status);
  throw new Problem('internal', `${answer.response.status}`, null, answer.response.status);
}
