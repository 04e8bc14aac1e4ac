import { signal } from '@preact/signals';

import type { Schemas } from './client';

export type Connection = 'connecting' | 'live' | 'lost';
export const connection = signal<Connection>('connecting');
/** What came in since it was last looked at. */
export const arrivals = signal<{ articles: number; claims: number; conflicts: number }>({ articles: 0, claims: 0, conflicts: 0 });
/** Counts each thing that was written elsewhere: pages that show it ask again. */
export const changes = signal(0);

const kFirstWait_ms = 1000;
const kLongestWait_ms = 30_000;

/** Listens for as long as the page is open; comes back by itself, ever more patiently. */
export function listen(wait_ms = kFirstWait_ms) {
  const source = new EventSource('/api/v1/events');
  let wait = wait_ms;
  source.onopen = () => {
    if (connection.value === 'lost') ++changes.value;
    connection.value = 'live';
    wait = kFirstWait_ms;
  };
  source.addEventListener('added', (event) => {
    const added = JSON.parse(event.data as string) as Schemas['Event'];
    const before = arrivals.value;
    arrivals.value = {
      articles: before.articles + added.articles,
      claims: before.claims + added.claims,
      conflicts: before.conflicts + added.conflicts,
    };
  });
  source.addEventListener('changed', () => void ++changes.value);
  source.onerror = () => {
    source.close();
    connection.value = 'lost';
    setTimeout(() => listen(Math.min(wait * 2, kLongestWait_ms)), wait);
  };
}

export function seen() {
  arrivals.value = { articles: 0, claims: 0, conflicts: 0 };
}
