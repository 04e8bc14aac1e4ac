import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';

import { Problem } from './client';

export interface Asked<Data> {
  data?: Data; ///< the last one stays while a new one is on its way
  problem?: Problem;
  busy: boolean;
  again: () => void;
  set: (data: Data) => void; ///< after a write whose answer is the new state
}

const kKept = 40;
const kept = new Map<string, unknown>(); // answers by key, newest last: going back shows the page at once

function keep(key: string, data: unknown) {
  kept.delete(key);
  kept.set(key, data);
  if (kept.size > kKept) kept.delete(kept.keys().next().value!);
}

/** Asks when the key changes, and again with again(). A key of null asks nothing. */
export function useAsked<Data>(key: string | null, load: (signal: AbortSignal) => Promise<Data>): Asked<Data> {
  const state = useSignal<{ key: string | null; data?: Data; problem?: Problem; busy: boolean }>({
    key: null,
    busy: true,
  });
  const round = useSignal(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (key === null) {
      state.value = { key, busy: false };
      return;
    }
    const stop = new AbortController();
    const known = kept.get(key) as Data | undefined;
    state.value = { key, data: known ?? state.peek().data, busy: true };
    latest.current(stop.signal).then(
      (data) => {
        if (stop.signal.aborted) return;
        keep(key, data);
        state.value = { key, data, busy: false };
      },
      (failure: unknown) => {
        if (stop.signal.aborted) return;
        const problem = failure instanceof Problem ? failure : new Problem('internal', String(failure), null);
        state.value = { key, data: problem.code === 'lost' ? state.peek().data : undefined, problem, busy: false };
      },
    );
    return () => stop.abort();
  }, [key, round.value]);

  const again = useCallback(() => void ++round.value, []);
  const set = useCallback((data: Data) => {
    const at = state.peek();
    if (at.key !== null) keep(at.key, data);
    state.value = { ...at, data };
  }, []);
  return { ...state.value, again, set };
}
