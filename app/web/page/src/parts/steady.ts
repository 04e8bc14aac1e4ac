import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { Conflict } from '../api/client';
import { reviewed } from '../api/reviews';

// A list that is asked for again whenever something changes, while a person judges what is in it: nothing moves away under
// the hands, and no key meets another finding than the one it was pressed for.

const isJudgedHere = ({ a, b }: Conflict) =>
  [a, b].some((claim) => claim && claim.id !== null && reviewed.peek().has(claim.id));

/** The findings as they come, and among them, where they stood, those that were judged in this tab and so are none any more. */
export function useSteady(key: string, items: Conflict[], busy: boolean): Conflict[] {
  const before = useRef({ key, items });
  const ids = new Set(items.map(({ id }) => id));
  const steady = [...items];
  if (before.current.key === key)
    before.current.items.forEach((each, index) => {
      if (!ids.has(each.id) && isJudgedHere(each)) steady.splice(index, 0, each);
    });
  if (!busy) before.current = { key, items: steady }; // while it is, they may be those of another key
  return steady;
}

/** The place of the one that is chosen, wherever it has moved to; if it has gone, what stands there now. */
export function useChosen(ids: string[]): [number, (to: number) => void] {
  const chosen = useRef<{ id?: string; index: number }>({ index: 0 });
  const moves = useSignal(0);
  void moves.value;
  const same = ids.findIndex((id) => id === chosen.current.id);
  const index = same >= 0 ? same : Math.max(0, Math.min(chosen.current.index, ids.length - 1));
  chosen.current = { id: ids[index], index };
  const choose = (to: number) => {
    chosen.current = { id: ids[to], index: to };
    ++moves.value;
  };
  return [index, choose];
}
