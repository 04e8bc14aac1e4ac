import type { Article, Claim } from '../api/client';
import { day } from '../format';
import { addressOfSentence } from '../text/fragment';
import { Source } from '../text/marked';
import { label } from '../words/vocabulary';
import { say } from '../words/words';
import { metricWords, periodWords } from './figure';

export const companyPath = (entity: string) => `/companies/${encodeURIComponent(entity)}`;

export function Company({ name, entity }: { name: string | null; entity: string | null }) {
  if (!name) return <span class="dim">{say().claim.noCompany}</span>;
  if (!entity) return <Source text={name} />;
  return (
    <a href={companyPath(entity)} class="quiet">
      <Source text={name} />
    </a>
  );
}

/** Company · metric · period: what the claim is about. */
export function Fact({ claim }: { claim: Claim }) {
  const period = periodWords(claim);
  return (
    <span class="fact">
      <strong>
        <Company name={claim.subject} entity={claim.subject_entity} />
      </strong>
      {' · '}
      {metricWords(claim)}
      {claim.counterparty && (
        <>
          {' → '}
          <Company name={claim.counterparty} entity={claim.counterparty_entity} />
        </>
      )}
      {period && ` · ${period}`}
    </span>
  );
}

/** asserted · according to Reuters: how certain, and who says so. */
export function Certainty({ claim }: { claim: Claim }) {
  const words = say();
  return (
    <span class="small dim">
      {label('modalities', claim.modality)}
      {claim.status && ` · ${label('statuses', claim.status)}`}
      {claim.attribution && (
        <>
          {' · '}
          {words.claim.accordingTo} <Source text={claim.attribution} />
        </>
      )}
    </span>
  );
}

type Appearance = Pick<Claim | Article, 'outlet' | 'published'>;
export function Outlet({ of }: { of: Appearance }) {
  return (
    <span class="outlet">
      {of.outlet ? <Source text={of.outlet} /> : <span class="dim">{say().claim.noOutlet}</span>}
      {of.published && (
        <>
          {', '}
          <time dateTime={of.published}>{day(of.published)}</time>
        </>
      )}
    </span>
  );
}

/** Where the sentence stands: at its place on the web, and in the database. */
export function Places({ claim, line }: { claim: Claim; line?: boolean }) {
  const words = say().claim;
  const web = addressOfSentence(claim.url, claim.sentence);
  return (
    <span class="row small places">
      {claim.id !== null && (
        <a href={`/claims/${claim.id}`} data-line={line || undefined} data-source={(line && web) || undefined}>
          c{claim.id}
        </a>
      )}
      {claim.article !== null && <a href={articlePath(claim)}>{words.inArticle}</a>}
      {web && (
        <a href={web} target="_blank" rel="noopener noreferrer">
          {words.atSource} <span aria-hidden="true">↗</span>
        </a>
      )}
    </span>
  );
}

export const articlePath = (claim: Claim) =>
  `/articles/${claim.article}${claim.live ? '' : `?revision=${claim.revision}`}#c${claim.id}`;

/** Opens the source at the sentence; where it has no address, the article in the database. */
export function openSource(claim: Claim) {
  const web = addressOfSentence(claim.url, claim.sentence);
  window.open(web ?? articlePath(claim), '_blank', 'noopener,noreferrer');
}
