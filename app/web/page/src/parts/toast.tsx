import { signal } from '@preact/signals';

import { Problem } from '../api/client';
import { label } from '../words/vocabulary';
import { say } from '../words/words';

interface Told {
  text: string;
  act?: { words: string; key: string; run: () => void };
}
const told = signal<Told | undefined>();
let timer: ReturnType<typeof setTimeout>;
const kShown_ms = 8000;

/** Says what was done, for a while, at the foot of the page; with the way to take it back. */
export function tell(text: string, act?: Told['act']) {
  clearTimeout(timer);
  told.value = { text, act };
  timer = setTimeout(() => (told.value = undefined), kShown_ms);
}

/** Runs a write; what goes wrong is told in one line. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (failure) {
    if (failure instanceof Problem) {
      const known = failure.code === 'lost' ? say().shell.lost : label('problems', failure.code);
      tell([known, failure.title].filter(Boolean).join(': '));
    } else {
      tell(String(failure));
    }
    return false;
  }
}

export function Toast() {
  const { text, act } = told.value ?? { text: '', act: undefined };
  return (
    <div class={text ? 'toast' : 'sr'} role="status" aria-live="polite">
      {text && <span class="source">{text}</span>}
      {act && (
        <button
          onClick={() => {
            told.value = undefined;
            act.run();
          }}
        >
          {act.words} <kbd>{act.key}</kbd>
        </button>
      )}
    </div>
  );
}
