import { useLayoutEffect, useRef } from 'preact/hooks';

import { letterKeys } from './settings';

export type Keys = Record<string, () => void>;

/**
 * Whether what is typed goes into a field. One that is not shown is none: the field of a dialog that was closed keeps the focus
 * until the browser paints again, and a person may press the next key before that.
 */
const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  target.getClientRects().length > 0;

/** Whether a key is meant for the page: not typed into a field, no dialog open, no browser's shortcut. */
function isForThePage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (typesInto(event.target) || document.querySelector('dialog[open]')) return false;
  return event.key.length > 1 || letterKeys.value === 'on';
}

/** Single keys that work while the component is on the page: from its first moment, not from the first time it is painted. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!act || !isForThePage(event)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** «g c»: a first key, and within a second and a half one of these. */
export function useSequence(first: string, then: Keys) {
  const latest = useRef(then);
  latest.current = then;
  useLayoutEffect(() => {
    let since = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      if (!isForThePage(event)) return;
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act && event.timeStamp - since < 1500) {
        event.preventDefault();
        event.stopImmediatePropagation();
        since = -Infinity;
        act();
      } else {
        since = event.key === first ? event.timeStamp : -Infinity;
      }
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
