import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const wideScreen = matchMedia('(min-width: 68rem)');

/** Whether there is room for columns side by side; the same width as in the style sheets. */
export function useWide(): boolean {
  const wide = useSignal(wideScreen.matches);
  useEffect(() => {
    const look = () => (wide.value = wideScreen.matches);
    wideScreen.addEventListener('change', look);
    return () => wideScreen.removeEventListener('change', look);
  }, []);
  return wide.value;
}
