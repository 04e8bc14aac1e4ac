// Text of sources is hostile: it may turn the direction of writing round, so that 1.5 reads 5.1.
// Such characters are told by name instead of being obeyed.
const names: Record<string, string> = {
  '\u061c': 'ALM',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// eslint-disable-next-line no-control-regex -- that is what it is for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What a page may show of a source's text: marks of direction by name, other control characters as �. */
export function plain(text: string): string {
  return text.replace(turning, (mark) => `⟨${names[mark]}⟩`).replace(control, '\ufffd');
}
