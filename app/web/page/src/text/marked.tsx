import type { ComponentChildren } from 'preact';

import type { Claim } from '../api/client';
import { CodePoints } from './code_points';
import { plain } from './plain';

/** A stretch of a text in code points, and how it is shown. */
export interface Span {
  begin: number;
  end: number;
  show: (text: string) => ComponentChildren;
}

/** The text of a source with some stretches marked: in ascending order; what overlaps an earlier one is left plain. */
export function marked(text: string, spans: Span[]): ComponentChildren[] {
  const points = new CodePoints(text);
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const span of spans) {
    const begin = points.unitAt(span.begin);
    const end = points.unitAt(span.end);
    if (begin < at || end <= begin) continue;
    if (begin > at) parts.push(plain(text.slice(at, begin)));
    parts.push(span.show(plain(text.slice(begin, end))));
    at = end;
  }
  if (at < text.length) parts.push(plain(text.slice(at)));
  return parts;
}

/** A short text of a source: a name, a headline. */
export function Source({ text, lang }: { text: string; lang?: string | null }) {
  return (
    <span class="source" lang={lang ?? undefined}>
      {plain(text)}
    </span>
  );
}

// A «sentence» of a hostile page may have megabytes: then what stands around the figure is shown.
const kLongest = 1200;
const kAround = 500;

/** A claim's sentence with its figure marked. */
export function Sentence({ claim }: { claim: Claim }) {
  let text = claim.sentence;
  let begin = claim.evidence_begin - claim.sentence_begin;
  const length = claim.evidence_end - claim.evidence_begin;
  if (text.length > kLongest) {
    const from = Math.max(0, begin - kAround);
    text = `${from > 0 ? '… ' : ''}${Array.from(text)
      .slice(from, begin + length + kAround)
      .join('')} …`;
    begin += (from > 0 ? 2 : 0) - from;
  }
  return (
    <blockquote class="quote source" lang={claim.language ?? undefined}>
      {marked(text, [{ begin, end: begin + length, show: (figure) => <mark>{figure}</mark> }])}
    </blockquote>
  );
}
