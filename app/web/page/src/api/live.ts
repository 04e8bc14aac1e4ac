import { signal } from '@preact/signals';

import type { Schemas } from './client';

// News from the server. A browser opens six connections to a host and no more, and each stream keeps one: so of all tabs
// of the desk one listens, and tells the others. Where the browser knows no locks, each listens for itself.

export type Connection = 'connecting' | 'live' | 'lost';
export const connection = signal<Connection>('connecting');
/** What came in since it was last looked at. */
export const arrivals = signal({ articles: 0, claims: 0, conflicts: 0 });
/** Counts each thing that was written elsewhere: pages that show it ask again. */
export const changes = signal(0);

type News =
  | { kind: 'added'; added: Schemas['Event'] }
  | { kind: 'changed' }
  | { kind: 'state'; state: Connection }
  | { kind: 'hello' };

const kFirstWait_ms = 1000;
const kLongestWait_ms = 30_000;
const kBusyWait_ms = 60_000;

function take(news: News) {
  if (news.kind === 'changed') ++changes.value;
  if (news.kind === 'state') {
    if (connection.value === 'lost' && news.state === 'live') ++changes.value;
    connection.value = news.state;
  }
  if (news.kind === 'added') {
    const { articles, claims, conflicts } = arrivals.value;
    const { added } = news;
    arrivals.value = {
      articles: articles + added.articles,
      claims: claims + added.claims,
      conflicts: conflicts + added.conflicts,
    };
  }
}

/** Hears news for as long as the page is open. */
export function hear() {
  const others = new BroadcastChannel('news');
  let listening = false;
  const tell = (news: News) => {
    take(news);
    others.postMessage(news);
  };
  others.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.kind !== 'hello') take(data);
    else if (listening) others.postMessage({ kind: 'state', state: connection.value } satisfies News);
  };
  const start = () => {
    listening = true;
    listen(tell);
    return new Promise<never>(() => undefined); // the lock is held until the tab is closed
  };
  others.postMessage({ kind: 'hello' } satisfies News);
  if (navigator.locks) void navigator.locks.request('news', start);
  else void start();
}

/** Comes back by itself, ever more patiently. A server that is there but has no room for listeners is asked once a minute. */
function listen(tell: (news: News) => void, wait_ms = kFirstWait_ms) {
  const source = new EventSource('/api/v1/events');
  source.onopen = () => {
    tell({ kind: 'state', state: 'live' });
    wait_ms = kFirstWait_ms;
  };
  source.addEventListener('added', ({ data }) =>
    tell({ kind: 'added', added: JSON.parse(data as string) as Schemas['Event'] }),
  );
  source.addEventListener('changed', () => tell({ kind: 'changed' }));
  source.onerror = async () => {
    source.close();
    const answers = await fetch('/api/v1/session').then(
      ({ ok }) => ok,
      () => false,
    );
    tell({ kind: 'state', state: answers ? 'live' : 'lost' });
    if (answers) tell({ kind: 'changed' });
    setTimeout(() => listen(tell, Math.min(wait_ms * 2, answers ? kBusyWait_ms : kLongestWait_ms)), wait_ms);
  };
}

export function seen() {
  arrivals.value = { articles: 0, claims: 0, conflicts: 0 };
}
