import { only } from '../../address';
import { language } from '../../settings';

// What the claims page's address says: the filter, the order, the columns.

export const filters = [
  'company',
  'metric',
  'period',
  'outlet',
  'value',
  'min',
  'max',
  'unit',
  'modality',
  'text',
  'since',
  'language',
  'flag',
  'review',
  'origins',
  'older',
  'article',
] as const;
/** What a watch can look for. */
export const watched: ReadonlySet<string> = new Set([
  'company',
  'metric',
  'period',
  'outlet',
  'value',
  'min',
  'max',
  'unit',
  'modality',
  'text',
  'language',
  'lang',
]);
export const kChunk = 100; // rows that are asked for at once

/** The parameters of the API: those of the page, and the reader's language, by which a Billion is read. */
export function filterOf(query: URLSearchParams) {
  const filter = only(query, filters);
  return (filter.value ? { ...filter, lang: language.value } : filter) as Record<string, never>;
}
type Sort = `${'' | '-'}${'published' | 'id' | 'value' | 'period'}`;
export const sortOf = (query: URLSearchParams) => (query.get('sort') ?? '-published') as Sort;
