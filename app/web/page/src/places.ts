/** The pages in the bar, with the letter that opens each after `g`. */
export const places = [
  ['today', '/', 't'],
  ['claims', '/claims', 'c'],
  ['companies', '/companies', 'f'],
  ['articles', '/articles', 'a'],
  ['check', '/check', 'p'],
  ['sources', '/sources', 's'],
  ['watches', '/watches', 'w'],
  ['rates', '/rates', 'r'],
  ['help', '/help', 'h'],
] as const;
