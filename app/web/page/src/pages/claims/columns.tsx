import type { ComponentChildren } from 'preact';

import type { Claim } from '../../api/client';
import { count, day } from '../../format';
import { Company } from '../../parts/claim_line';
import { figureWords, metricWords, periodWords, Printed } from '../../parts/figure';
import { ReviewBadge } from '../../parts/review';
import { Source } from '../../text/marked';
import { label } from '../../words/vocabulary';

export type Column =
  | 'subject'
  | 'metric'
  | 'value'
  | 'printed'
  | 'period'
  | 'modality'
  | 'attribution'
  | 'outlet'
  | 'published'
  | 'sentence'
  | 'review'
  | 'confidence';
export const columns: Record<
  Column,
  { sort?: 'published' | 'value' | 'period'; width: string; cell: (claim: Claim) => ComponentChildren }
> = {
  subject: {
    width: 'minmax(6.5rem, 1.1fr)',
    cell: (claim) => <Company name={claim.subject} entity={claim.subject_entity} />,
  },
  metric: { width: 'minmax(6rem, 0.9fr)', cell: metricWords },
  value: {
    sort: 'value',
    width: 'minmax(12.4rem, 1.3fr)',
    cell: (claim) => <span class="number">{figureWords(claim)}</span>,
  },
  printed: { width: 'minmax(8.6rem, 1.2fr)', cell: (claim) => <Printed claim={claim} /> },
  period: { sort: 'period', width: 'minmax(8.3rem, 0.9fr)', cell: periodWords },
  modality: { width: 'minmax(5.5rem, 0.6fr)', cell: (claim) => label('modalities', claim.modality) },
  attribution: {
    width: 'minmax(6rem, 0.8fr)',
    cell: (claim) => claim.attribution && <Source text={claim.attribution} />,
  },
  outlet: { width: 'minmax(6.5rem, 1fr)', cell: (claim) => claim.outlet && <Source text={claim.outlet} /> },
  published: {
    sort: 'published',
    width: '6.6rem',
    cell: (claim) => claim.published && <span class="number">{day(claim.published)}</span>,
  },
  sentence: {
    width: 'minmax(14rem, 2.4fr)',
    cell: (claim) => <Source text={claim.sentence.slice(0, 400)} lang={claim.language} />,
  },
  review: { width: 'minmax(6rem, 0.6fr)', cell: (claim) => <ReviewBadge review={claim.review} /> },
  confidence: {
    width: '4.5rem',
    cell: (claim) => <span class="number">{count(Math.round(claim.confidence * 100))} %</span>,
  },
};
export const usual: Column[] = ['subject', 'metric', 'value', 'printed', 'period', 'outlet', 'published'];
const known = (name: string): name is Column => Object.hasOwn(columns, name);
export const chosenColumns = (query: URLSearchParams): Column[] => {
  const named = (query.get('columns') ?? '').split(',').filter(known);
  return named.length > 0 ? named : usual;
};
