import { useSignal } from '@preact/signals';
import { type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** The rows [first, last) of a list with rows of one height that can be seen now, with some above and below. */
export function useVisibleRows(list: RefObject<HTMLElement | null>, rows: number, rowHeight_px: number) {
  const seen = useSignal({ first: 0, last: 40 });
  useLayoutEffect(() => {
    const look = () => {
      if (!list.current) return;
      const kSpare = 12;
      const above = -list.current.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor(above / rowHeight_px) - kSpare);
      const last = Math.min(rows, Math.ceil((above + innerHeight) / rowHeight_px) + kSpare);
      if (first !== seen.peek().first || last !== seen.peek().last) seen.value = { first, last: Math.max(first, last) };
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [rows, rowHeight_px]);
  return seen.value;
}

/** Rows of a long list, asked for in chunks when they come into sight; forgotten when the key changes. */
export function useChunks<Row>(
  key: string,
  first: Row[] | undefined,
  chunk: number,
  load: (offset: number, signal: AbortSignal) => Promise<Row[]>,
) {
  const state = useRef({
    key: '',
    rows: new Map<number, Row[]>(),
    asked: new Set<number>(),
    stop: new AbortController(),
  });
  const round = useSignal(0);
  if (state.current.key !== key) {
    state.current.stop.abort();
    state.current = { key, rows: new Map(), asked: new Set([0]), stop: new AbortController() };
  }
  if (first) state.current.rows.set(0, first);
  useEffect(() => () => state.current.stop.abort(), []);

  void round.value;
  return {
    row: (index: number): Row | undefined => state.current.rows.get(Math.floor(index / chunk))?.[index % chunk],
    need: (from: number, to: number) => {
      for (let at = Math.floor(from / chunk); at * chunk < to; ++at) {
        const of = state.current;
        if (of.asked.has(at)) continue;
        of.asked.add(at);
        load(at * chunk, of.stop.signal).then(
          (rows) => {
            of.rows.set(at, rows);
            if (of === state.current) ++round.value;
          },
          () => of.asked.delete(at), // asked again when it comes into sight again
        );
      }
    },
  };
}
