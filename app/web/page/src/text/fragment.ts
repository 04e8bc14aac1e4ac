/** Web addresses only: an address in a database may begin with javascript:. */
export function webAddress(address: string | null | undefined): URL | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

const kWordsAtEachEnd = 5;
const encoded = (words: string[]) => encodeURIComponent(words.join(' ')).replace(/-/g, '%2D');

/**
 * The address of an article that opens it at a sentence (#:~:text=, scroll to text fragment). A long sentence is named by its
 * first and last words, since markup in the middle must not keep it from being found.
 */
export function addressOfSentence(address: string | null | undefined, sentence: string): string | undefined {
  const url = webAddress(address);
  if (!url) return undefined;
  const words = sentence.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return url.href;
  const fragment =
    words.length <= 2 * kWordsAtEachEnd
      ? encoded(words)
      : `${encoded(words.slice(0, kWordsAtEachEnd))},${encoded(words.slice(-kWordsAtEachEnd))}`;
  return `${url.href}${url.hash ? '' : '#'}:~:text=${fragment}`;
}
