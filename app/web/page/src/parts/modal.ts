import { useLayoutEffect, useRef } from 'preact/hooks';

/** A dialog that is open from its first moment: no key that is meant for it falls on the page behind it. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current!.showModal(), []);
  return dialog;
}
