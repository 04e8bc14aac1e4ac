import { signal } from '@preact/signals';

import { language } from '../settings';
import { api, ask, type Claim, type Decision } from './client';

/** Claims that were reviewed in this tab, the last one last: what `u` takes back. */
const done: number[] = [];
/** The newest state of each claim that was reviewed here; lists show it in place of what they loaded. */
export const reviewed = signal<ReadonlyMap<number, Claim>>(new Map());

function remember(claim: Claim) {
  reviewed.value = new Map(reviewed.value).set(claim.id!, claim);
}
/** The claim as it is now. */
export const current = (claim: Claim): Claim => (claim.id !== null && reviewed.value.get(claim.id)) || claim;

export async function review(claim: Claim, decision: Decision, note = '', value = ''): Promise<void> {
  const body = { decision, ...(note && { note }), ...(value && { value, lang: language.value }) };
  remember(await ask(api.POST('/claims/{id}/review', { params: { path: { id: claim.id! } }, body })));
  done.push(claim.id!);
}

/** Takes the last review of this tab back, or the one of a given claim. Answers with its id. */
export async function undo(id = done.at(-1)): Promise<number | undefined> {
  if (id === undefined) return undefined;
  remember(await ask(api.DELETE('/claims/{id}/review', { params: { path: { id } } })));
  const at = done.lastIndexOf(id);
  if (at >= 0) done.splice(at, 1);
  return id;
}
