export interface Paragraph {
  begin: number; ///< code points, in the whole text
  end: number;
  text: string;
}

const kLongest = 4000; // a «line» of a hostile page may have megabytes

/** The text in paragraphs, cut at line ends and within lines without end; the offsets count code points. */
export function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let begin = 0;
  for (const line of text.split('\n')) {
    const points = Array.from(line);
    for (let at = 0; at < points.length || at === 0; at += kLongest) {
      const part = points.slice(at, at + kLongest);
      if (part.some((point) => point.trim()))
        found.push({ begin: begin + at, end: begin + at + part.length, text: part.join('') });
    }
    begin += points.length + 1;
  }
  return found;
}
