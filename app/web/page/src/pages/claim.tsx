import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { useTitle } from '../address';
import { useAsked } from '../api/asked';
import {
  api,
  ask,
  type Checked,
  type Claim as ClaimData,
  type Evidence,
  type Review,
  type Schemas,
  type Verdict,
} from '../api/client';
import { changes } from '../api/live';
import { current, reviewed } from '../api/reviews';
import { mayWrite } from '../api/session';
import { amountParts, count, day, moment, percent } from '../format';
import { useKeys } from '../keys';
import { Certainty, Company, Fact, openSource, Outlet, Places } from '../parts/claim_line';
import { Figure, figureWords, metricWords, periodWords } from '../parts/figure';
import { CorrectDialog, decide, ReviewBadge, ReviewButtons } from '../parts/review';
import { Shown } from '../parts/state';
import { decidedWords, DoubtBadge, isAlone, reasonWords, Remarks, Tallies, tone, VerdictBadge } from '../parts/verdict';
import { type Mark, Plot } from '../plot/plot';
import { Sentence, Source } from '../text/marked';
import { field, label, meaning } from '../words/vocabulary';
import { say } from '../words/words';

export default function Claim({ id }: { id: string }) {
  const detail = useAsked(`claim ${id}`, (signal) =>
    ask(api.GET('/claims/{id}', { params: { path: { id: Number(id.replace(/^c/, '')) } }, signal })),
  );
  useEffect(() => {
    if (changes.value > 0) detail.again();
  }, [changes.value, reviewed.value]);
  return <Shown of={detail}>{(data) => <Detail of={data} />}</Shown>;
}

function Detail({ of }: { of: Schemas['ClaimDetail'] }) {
  const words = say();
  const claim = current(of.checked.claim);
  const correcting = useSignal(false);
  useTitle(`${claim.subject ?? words.claim.noCompany}: ${figureWords(claim)}`);
  useKeys({
    a: () => void decide(claim, 'accept'),
    c: () => void (correcting.value = mayWrite()),
    r: () => void decide(claim, 'reject'),
    o: () => openSource(claim),
  });
  return (
    <>
      <div class="page-head">
        <h1>
          <Fact claim={claim} />
        </h1>
        <span class="dim number">c{claim.id}</span>
        {!claim.live && <span class="badge tone-old">{words.claim.replaced}</span>}
        <ReviewBadge review={claim.review} />
      </div>
      <div class="columns">
        <div class="stack">
          <section class="sheet pad stack">
            <div class="big-figure">
              <Figure claim={claim} digits />
            </div>
            <Sentence claim={claim} />
            <p class="row baseline">
              <Outlet of={claim} />
              {claim.title && (
                <span class="dim">
                  <Source text={claim.title} lang={claim.language} />
                </span>
              )}
            </p>
            <Certainty claim={claim} />
            <Places claim={{ ...claim, id: null }} />
          </section>
          <Against checked={of.checked} claim={claim} />
        </div>
        <aside class="stack">
          <ReviewPanel claim={claim} reviews={of.reviews} correct={() => (correcting.value = true)} />
          <HowRead claim={claim} />
        </aside>
      </div>
      {correcting.value && <CorrectDialog claim={claim} close={() => (correcting.value = false)} />}
    </>
  );
}

/** The verdict, its reasons, the plot, and all evidence by verdict and origin. */
function Against({ checked, claim }: { checked: Checked; claim: ClaimData }) {
  const words = say().claim;
  const alone = checked.evidence.length === 0;
  return (
    <>
      <section class="sheet pad stack" aria-labelledby="verdict">
        <div class="row">
          <h2 id="verdict">{words.verdict}</h2>
          <VerdictBadge verdict={checked.verdict} evidence={!isAlone(checked)} />
          <DoubtBadge of={checked} />
        </div>
        <p>
          <Source text={decidedWords(checked)} />
        </p>
        <Remarks of={checked} />
        <Tallies of={checked.verdicts} />
        {!alone && <ComparisonPlot checked={checked} claim={claim} />}
      </section>
      {!alone && (
        <section class="stack" aria-labelledby="evidence">
          <h2 id="evidence">{words.evidence}</h2>
          {byVerdict(checked.evidence).map(([verdict, evidence]) => (
            <Group key={verdict} claim={claim} verdict={verdict} evidence={evidence} />
          ))}
        </section>
      )}
      {checked.near_misses.length > 0 && (
        <section class="stack" aria-labelledby="near">
          <h2 id="near">{words.near}</h2>
          <p class="dim small">{words.nearHint}</p>
          <ul class="sheet lines">
            {checked.near_misses.map((miss) => (
              <li key={miss.claim.id} class="pad">
                <p class="row baseline">
                  <span class="badge tone-none">
                    {miss.part ? words.other(label('parts', miss.part)) : label('verdicts', miss.verdict)}
                  </span>
                  <Fact claim={miss.claim} /> <Figure claim={miss.claim} />
                </p>
                <p class="row baseline small">
                  <Outlet of={miss.claim} /> <Places claim={miss.claim} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function byVerdict(evidence: Evidence[]): [Verdict, Evidence[]][] {
  const groups = new Map<Verdict, Evidence[]>();
  for (const each of evidence) groups.set(each.verdict, [...(groups.get(each.verdict) ?? []), each]);
  return [...groups];
}

/** Copies of one text stand together under the first of them. */
function byOrigin(evidence: Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const key = each.claim.origin === null ? `c${each.claim.id}` : `o${each.claim.origin}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function Group({ claim, verdict, evidence }: { claim: ClaimData; verdict: Verdict; evidence: Evidence[] }) {
  const words = say();
  const kShown = 8;
  const all = useSignal(false);
  const origins = byOrigin(evidence);
  return (
    <div class="sheet">
      <h3 class="pad group-head">
        <VerdictBadge verdict={verdict} />{' '}
        <span class="dim small">{words.claim.tally(evidence.length, origins.length)}</span>
      </h3>
      <ul class="lines">
        {origins.slice(0, all.value ? undefined : kShown).map(([first, ...copies]) => (
          <li key={first!.claim.id} class="pad evidence">
            <p class="row baseline">
              <Outlet of={first!.claim} />
              <Figure claim={current(first!.claim)} />
              <ReviewBadge review={current(first!.claim).review} />
            </p>
            <Sentence claim={first!.claim} />
            <Certainty claim={first!.claim} />
            <p class="small dim source">{reasonWords(first!, claim, current(first!.claim))}</p>
            <Places claim={first!.claim} />
            {copies.length > 0 && (
              <details class="small">
                <summary>{words.claim.copies(copies.length)}</summary>
                <ul>
                  {copies.map(({ claim }) => (
                    <li key={claim.id} class="row baseline">
                      <Outlet of={claim} /> <Places claim={claim} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {origins.length > kShown && !all.value && (
        <p class="pad">
          <button onClick={() => (all.value = true)}>{words.shell.more}</button>
        </p>
      )}
    </div>
  );
}

const isForecast = (claim: ClaimData) => claim.modality === 'expected' || claim.modality === 'possible';

function ComparisonPlot({ checked, claim }: { checked: Checked; claim: ClaimData }) {
  const words = say();
  const marks = useMemo<Mark[]>(() => {
    const mark = (of: ClaimData, verdict: Verdict | null): Mark => ({
      at_ms: Date.parse(of.published ?? ''),
      min: of.min,
      max: of.max,
      tone: verdict ? tone(verdict) : 'accent',
      hollow: isForecast(of),
      strong: verdict === null,
      group: of.origin === null ? null : `${of.origin}`,
      to: `/claims/${of.id}`,
      told: <Tip claim={of} verdict={verdict} />,
      words: `${of.outlet ?? ''} ${of.published ?? ''}: ${figureWords(of)}, ${verdict ? label('verdicts', verdict) : words.claim.thisOne}`,
    });
    return [mark(claim, null), ...checked.evidence.map((each) => mark(each.claim, each.verdict))].filter(
      (each) => !Number.isNaN(each.at_ms),
    );
  }, [checked, claim, words]);
  if (marks.length < 2) return null;
  return (
    <>
      <Plot
        marks={marks}
        title={words.plot.overPublication(metricWords(claim))}
        unit={unitWords(claim)}
        height_px={280}
      />
      <p class="small dim legend">{words.plot.legend}</p>
    </>
  );
}
export const unitWords = (claim: Pick<ClaimData, 'unit'>) =>
  amountParts({ min: null, max: null, unit: claim.unit }, (unit) => label('units', unit)).unit.trim();

export function Tip({ claim, verdict }: { claim: ClaimData; verdict: Verdict | null }) {
  return (
    <>
      <p class="row baseline small">
        <Outlet of={claim} /> {verdict && <VerdictBadge verdict={verdict} />}
      </p>
      <Figure claim={claim} />
      <Sentence claim={claim} />
    </>
  );
}

function ReviewPanel({ claim, reviews, correct }: { claim: ClaimData; reviews: Review[]; correct: () => void }) {
  const words = say();
  const note = useSignal('');
  const saveNote = async () => {
    if (await decide(claim, claim.review?.decision ?? 'accept', note.value.trim())) note.value = '';
  };
  return (
    <section class="sheet pad stack" aria-labelledby="review">
      <h2 id="review">{words.review.title}</h2>
      {claim.review ? <ReviewBadge review={claim.review} /> : <p class="dim">{words.review.none}</p>}
      <ReviewButtons claim={claim} onCorrect={correct} />
      {mayWrite() && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void saveNote();
          }}
        >
          <label>
            {words.review.note}
            <textarea rows={2} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} />
          </label>
          {note.value.trim() && (
            <button>{words.review.saveNote(words.review.done_as[claim.review?.decision ?? 'accept'])}</button>
          )}
        </form>
      )}
      {reviews.length > 0 && (
        <ol class="history small">
          {reviews.map((review) => (
            <li key={review.at}>
              <span class="dim">{moment(review.at)}</span> {words.review.done_as[review.decision]}
              {review.who && <> · {review.who}</>}
              {review.note && (
                <>
                  : <Source text={review.note} />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Everything that was read or assumed, so that nothing is taken on trust. */
function HowRead({ claim }: { claim: ClaimData }) {
  const words = say();
  const facts: [string, preact.ComponentChildren][] = [
    [field('company'), <Company name={claim.subject} entity={claim.subject_entity} />],
    [field('metric'), metricWords(claim)],
    [
      words.claim.counterparty,
      claim.counterparty && <Company name={claim.counterparty} entity={claim.counterparty_entity} />,
    ],
    [words.claim.role, label('roles', claim.role)],
    [words.claim.qualifier, claim.qualifier !== 'exact' && label('qualifiers', claim.qualifier)],
    [field('period'), periodWords(claim) || words.claim.noPeriod],
    [
      words.claim.days,
      claim.period_from &&
        claim.period_to &&
        `${day(claim.period_from)} – ${day(new Date(Date.parse(claim.period_to) - 86_400_000).toISOString())}`,
    ],
    [field('modality'), label('modalities', claim.modality)],
    [words.claim.status, claim.status && label('statuses', claim.status)],
    [words.column.attribution, claim.attribution ? <Source text={claim.attribution} /> : words.claim.articleItself],
    [words.claim.origin, claim.origin === null ? words.claim.noCopy : words.claim.originNumber(count(claim.origin))],
    [words.claim.rule, <span class="mono source">{claim.rule}</span>],
    [words.column.confidence, percent(claim.confidence)],
    [words.claim.rulesVersion, claim.rules_version && <span class="mono">{claim.rules_version}</span>],
  ];
  return (
    <section class="sheet pad stack" aria-labelledby="how">
      <h2 id="how">{words.claim.howRead}</h2>
      {claim.flags.length > 0 ? (
        <div>
          <h3>{words.claim.assumed}</h3>
          <ul class="assumptions">
            {claim.flags.map((flag) => (
              <li key={flag}>
                <strong>{label('flags', flag)}</strong> <span class="dim">{meaning('flags', flag)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p class="dim">{words.claim.nothingAssumed}</p>
      )}
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
