import type { RefObject } from 'preact';

import { useKeys } from '../keys';

/**
 * j and k in a list whose lines each hold a link marked with data-line: they move the focus to the next or previous
 * one, so that Enter opens it and readers with a screen reader hear it. o opens what data-source names.
 */
export function useLines(list: RefObject<HTMLElement | null>) {
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const at = () => links().findIndex((link) => link === document.activeElement);
  const go = (step: number) => {
    const all = links();
    const to = all[at() < 0 ? (step > 0 ? 0 : -1) : at() + step];
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    o: () => {
      const source = links()[at()]?.dataset.source;
      if (source) window.open(source, '_blank', 'noopener,noreferrer');
    },
  });
}
