import { effect, signal } from '@preact/signals';

export type Language = 'de' | 'en';
export type Theme = 'auto' | 'light' | 'dark';

/** A choice that outlives the tab. A browser that forbids storage forgets it, and nothing else happens. */
function kept<Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice) {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(name);
  } catch {
    // Storage is switched off.
  }
  const choice = signal<Choice>(choices.find((each) => each === stored) ?? otherwise);
  effect(() => {
    try {
      localStorage.setItem(name, choice.value);
    } catch {
      // Storage is switched off.
    }
  });
  return choice;
}

const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
const languages = ['de', 'en'] as const;

export const language = kept<Language>(
  'language',
  languages,
  languages.find((l) => l === preferred.find((p) => p === 'de' || p === 'en')) ?? 'en',
);
export const theme = kept<Theme>('theme', ['auto', 'light', 'dark'], 'auto');
/** Single-letter keys can be switched off, as people who speak to their computer need it (WCAG 2.1.4). */
export const letterKeys = kept<'on' | 'off'>('letter-keys', ['on', 'off'], 'on');

effect(() => {
  document.documentElement.lang = language.value;
});
effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
