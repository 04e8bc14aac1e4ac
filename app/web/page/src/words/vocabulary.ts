import words from '../../../words.json';

import { language } from '../settings';

// The words of the claim model: what the server explains under /words, taken in when the page is built.
type List = keyof typeof words;
interface Word {
  word: string;
  label: { de: string; en: string };
  help: { de: string; en: string };
}

const lists = new Map(
  Object.entries(words).map(([list, entries]) => [list, new Map((entries as Word[]).map((each) => [each.word, each]))]),
);

/** "job cuts" or «Stellenabbau» for job_cuts; a word that the list does not know is shown as it is. */
export const label = (list: List, word: string): string =>
  lists.get(list)?.get(word)?.label[language.value] ?? word.replaceAll('_', ' ');
export const meaning = (list: List, word: string): string => lists.get(list)?.get(word)?.help[language.value] ?? '';
export const allOf = (list: List): string[] => [...(lists.get(list)?.keys() ?? [])];

/** The name of a filter, as it stands above its field. */
export function field(name: string): string {
  const text = label('query', name);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
