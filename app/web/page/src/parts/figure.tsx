import type { Claim } from '../api/client';
import { type Amount, amountParts, period } from '../format';
import { Source } from '../text/marked';
import { label } from '../words/vocabulary';
import { say } from '../words/words';

const unitLabel = (unit: string) => label('units', unit);

export type Told = Amount & Pick<Claim, 'qualifier' | 'role'>;

/** The figure in the reader's words: "rise of about 12 %", "2 to 3 billion USD", "up to 300 jobs". */
export function figureWords(claim: Told): string {
  const words = say();
  if (claim.min === null && claim.max === null) return words.unresolved;
  const { ends, range, under, unit } = amountParts(claim, unitLabel);
  const value =
    range && claim.qualifier === 'magnitude' ? words.under(withoutScale(ends[0]!, under), under) : range || ends[0]!;
  return [words.role[claim.role], qualifierWords(claim), value].filter(Boolean).join(' ') + unit;
}

/** "20 billion" before "100 billion" is "20": the scale is told once. */
function withoutScale(figure: string, before: string): string {
  const scale = before.slice(before.search(/\D*$/));
  return scale.trim() && figure.endsWith(scale) ? figure.slice(0, -scale.length) : figure;
}

/** Nothing for what the figure itself shows; an end that is open is always told. */
function qualifierWords({ qualifier, min, max }: Told): string {
  const shown = ['exact', 'between', 'magnitude'].includes(qualifier);
  if (!shown) return label('qualifiers', qualifier);
  return min === null ? label('qualifiers', 'up_to') : max === null ? label('qualifiers', 'at_least') : '';
}

/** The computed figure with what was printed beside it, always. */
export function Figure({ claim, digits = false }: { claim: Claim; digits?: boolean }) {
  const all = amountParts(claim, unitLabel).digits;
  return (
    <span class="figure">
      <strong class="figure-value">{figureWords(claim)}</strong>{' '}
      {digits && all.length > 0 && <span class="number dim figure-digits">{all.join(' – ')}</span>}{' '}
      <Printed claim={claim} />
    </span>
  );
}

export function Printed({ claim }: { claim: Claim }) {
  return (
    <span class="printed" title={say().claim.printed}>
      «<Source text={claim.surface} lang={claim.language} />»
    </span>
  );
}

/** "revenue (cloud)": the metric with its variant. */
export function metricWords(claim: Pick<Claim, 'metric' | 'variant'>): string {
  const metric = label('metrics', claim.metric);
  return claim.variant ? `${metric} (${variantWords(claim.variant)})` : metric;
}

/** "adjusted segment:retail region:china" in the reader's words; a segment is named as its source names it. */
export const variantWords = (variant: string) =>
  variant
    .split(' ')
    .map((part) => part.replace(/^[a-z]+:/, ''))
    .map((part) =>
      part
        .split('+')
        .map((each) => label('variants', each))
        .join(', '),
    )
    .join(', ');

export const periodWords = (claim: Pick<Claim, 'period_from' | 'period_to'>) =>
  period(claim.period_from, claim.period_to, say().half);
