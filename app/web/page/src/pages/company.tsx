import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

import { useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Claim, type Schemas } from '../api/client';
import { mayWrite } from '../api/session';
import { count, moment, percent } from '../format';
import { companyPath, Outlet } from '../parts/claim_line';
import { sure } from '../parts/dialog';
import { figureWords, periodWords, Printed } from '../parts/figure';
import { CompanyField, TextField } from '../parts/filters';
import { Shown } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { type Mark, Plot } from '../plot/plot';
import { Source } from '../text/marked';
import { plain } from '../text/plain';
import { field, label } from '../words/vocabulary';
import { say } from '../words/words';
import { Tip, unitWords } from './claim';

type Detail = Schemas['CompanyDetail'];

export default function Company({ entity }: { entity: string }) {
  const detail = useAsked(`company ${entity}`, (signal) =>
    ask(api.GET('/companies/{entity}', { params: { path: { entity } }, signal })),
  );
  return <Shown of={detail}>{(data) => <Profile of={data} set={detail.set} again={detail.again} />}</Shown>;
}

function Profile({ of, set, again }: { of: Detail; set: (of: Detail) => void; again: () => void }) {
  const words = say();
  const { company } = of;
  useTitle(plain(company.name));
  return (
    <>
      <div class="page-head">
        <h1>
          <Source text={company.name} />
        </h1>
        <p class="dim">
          <a href={`/claims?company=${encodeURIComponent(company.entity)}`}>{words.articles.claims(company.claims)}</a>
          {' · '}
          <a href={`/articles?company=${encodeURIComponent(company.entity)}`}>
            {words.company.articles(company.articles)}
          </a>
        </p>
      </div>
      <div class="columns">
        <Figures of={of} />
        <aside class="stack">
          <Names of={of} set={set} />
          {mayWrite() && <Decide of={of} set={set} />}
          <Decisions of={of} again={again} />
        </aside>
      </div>
    </>
  );
}

function Figures({ of }: { of: Detail }) {
  const words = say();
  const { query, link } = useQuery();
  // Through the years, sums tell more than rises and falls do.
  const sums = of.metrics.filter((each) => each.unit !== '%' && each.metric !== 'other');
  const metric = query.get('metric') ?? (sums[0] ?? of.metrics[0])?.metric;
  const unit = query.get('unit') ?? [...sums, ...of.metrics].find((each) => each.metric === metric)?.unit ?? undefined;
  const { entity } = of.company;
  const figures = useAsked(metric ? `figures ${entity} ${metric} ${unit}` : null, (signal) =>
    ask(
      api.GET('/companies/{entity}/figures', {
        params: { path: { entity }, query: { metric: metric as 'revenue', unit } },
        signal,
      }),
    ),
  );
  if (of.metrics.length === 0) return <p class="dim">{words.company.noFigures}</p>;
  return (
    <div class="stack">
      <nav class="chips" aria-label={words.company.metrics}>
        {of.metrics.map((each) => {
          const is = each.metric === metric && (each.unit ?? undefined) === unit;
          return (
            <a
              key={`${each.metric} ${each.unit}`}
              class="button chip"
              href={link({ metric: each.metric, unit: each.unit })}
              aria-current={is ? 'true' : undefined}
            >
              {label('metrics', each.metric)} <span class="dim">{each.unit && unitWords(each)}</span>{' '}
              <span class="number dim">{count(each.claims)}</span>
            </a>
          );
        })}
      </nav>
      <Shown of={figures}>{(data) => <Years key={`${data.metric} ${data.unit}`} of={data} />}</Shown>
    </div>
  );
}

const isForecast = (claim: Claim) =>
  claim.modality === 'expected' || claim.modality === 'possible' || claim.modality === 'estimated';

/** The middle of the period; of a claim without one, the day of publication. */
function timeOf(claim: Claim): number {
  const from = Date.parse(claim.period_from ?? '');
  const to = Date.parse(claim.period_to ?? '');
  if (!Number.isNaN(from) && !Number.isNaN(to)) return (from + to) / 2;
  return Number.isNaN(from) ? (Number.isNaN(to) ? Date.parse(claim.published ?? '') : to) : from;
}

function Years({ of }: { of: Schemas['Figures'] }) {
  const words = say();
  const levels = useMemo(() => of.items.filter((claim) => claim.role === 'level'), [of]);
  const shown = levels.length > 0 ? levels : of.items;
  const marks = useMemo<Mark[]>(
    () =>
      shown
        .filter((claim) => !Number.isNaN(timeOf(claim)))
        .map((claim) => ({
          at_ms: timeOf(claim),
          min: claim.min,
          max: claim.max,
          tone: claim.modality === 'denied' ? 'none' : claim.flags.includes('scale_suspect') ? 'alarm' : 'accent',
          hollow: isForecast(claim),
          strong: false,
          group: null,
          to: `/claims/${claim.id}`,
          told: (
            <>
              <p class="small dim">
                {periodWords(claim) || words.claim.noPeriod} · {label('modalities', claim.modality)}
              </p>
              <Tip claim={claim} verdict={null} />
            </>
          ),
          words: `${periodWords(claim)} ${figureWords(claim)}, ${label('modalities', claim.modality)}, ${claim.outlet ?? ''}`,
        })),
    [shown, words],
  );
  return (
    <>
      <section class="sheet pad">
        <Plot
          marks={marks}
          title={words.plot.overPeriods(label('metrics', of.metric))}
          unit={unitWords(of)}
          height_px={340}
        />
        <p class="small dim legend">
          {words.plot.legendYears}
          {levels.length < of.items.length &&
            levels.length > 0 &&
            ` ${words.plot.changesLeftOut(of.items.length - levels.length)}`}
          {!of.complete && ` ${words.plot.notAll(count(of.items.length))}`}
        </p>
      </section>
      <section class="sheet scroll-x">
        <table class="padded stacked">
          <thead>
            <tr>
              <th scope="col">{field('period')}</th>
              <th scope="col">{words.column.value}</th>
              <th scope="col">{words.column.printed}</th>
              <th scope="col">{field('modality')}</th>
              <th scope="col">{field('outlet')}</th>
            </tr>
          </thead>
          <tbody>
            {[...of.items]
              .reverse()
              .slice(0, 200)
              .map((claim) => (
                <tr key={claim.id}>
                  <td>{periodWords(claim) || <span class="dim">{words.claim.noPeriod}</span>}</td>
                  <td data-label={words.column.value}>
                    <a href={`/claims/${claim.id}`} class="number">
                      {figureWords(claim)}
                    </a>
                  </td>
                  <td data-label={words.column.printed}>
                    <Printed claim={claim} />
                  </td>
                  <td data-label={field('modality')}>{label('modalities', claim.modality)}</td>
                  <td class="small" data-label={field('outlet')}>
                    <Outlet of={claim} />
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Names({ of, set }: { of: Detail; set: (of: Detail) => void }) {
  const words = say();
  const { company } = of;
  const split = async (name: string) => {
    if (!(await sure(words.company.splitSure(plain(name), plain(company.name)), words.company.split))) return;
    await attempt(async () => {
      set(
        await ask(
          api.POST('/companies/{entity}/split', { params: { path: { entity: company.entity } }, body: { name } }),
        ),
      );
      tell(words.company.decided);
    });
  };
  const wikidata = /^Q\d+$/.test(company.wikidata ?? '')
    ? `https://www.wikidata.org/wiki/${company.wikidata}`
    : undefined;
  const lei = /^[0-9A-Z]{20}$/.test(company.lei ?? '') ? `https://search.gleif.org/#/record/${company.lei}` : undefined;
  return (
    <section class="sheet pad stack" aria-labelledby="names">
      <h2 id="names">{words.company.names}</h2>
      <ul class="names">
        {of.names.map((name) => (
          <li key={name}>
            <Source text={name} />
            {mayWrite() && name !== company.name && (
              <button class="plain small" onClick={() => void split(name)} title={words.company.splitHint}>
                {words.company.split}
                <span class="sr"> {plain(name)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <dl class="facts">
        <div>
          <dt>{words.company.key}</dt>
          <dd class="mono source">{plain(company.entity)}</dd>
        </div>
        {company.ticker && (
          <div>
            <dt>{words.companies.ticker}</dt>
            <dd class="mono">{company.ticker}</dd>
          </div>
        )}
        {company.lei && (
          <div>
            <dt>LEI</dt>
            <dd class="mono source">
              {lei ? (
                <a href={lei} target="_blank" rel="noopener noreferrer">
                  {company.lei}
                </a>
              ) : (
                plain(company.lei)
              )}
            </dd>
          </div>
        )}
        {company.wikidata && (
          <div>
            <dt>Wikidata</dt>
            <dd class="mono">
              {wikidata ? (
                <a href={wikidata} target="_blank" rel="noopener noreferrer">
                  {company.wikidata}
                </a>
              ) : (
                plain(company.wikidata)
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** Merge with another company, or another name for this one: a person's decision, kept and undoable. */
function Decide({ of, set }: { of: Detail; set: (of: Detail) => void }) {
  const words = say();
  const { entity, name } = of.company;
  const other = useSignal('');
  const alias = useSignal('');
  const merge = async (with_: string, called: string) => {
    if (!(await sure(words.company.mergeSure(plain(called), plain(name)), words.company.merge))) return;
    await attempt(async () => {
      set(await ask(api.POST('/companies/{entity}/merge', { params: { path: { entity } }, body: { other: with_ } })));
      other.value = '';
      tell(words.company.decided);
    });
  };
  const mergeNamed = () =>
    attempt(async () => {
      const { items } = await ask(api.GET('/companies/suggest', { params: { query: { q: other.value, limit: 1 } } }));
      const found = items[0];
      if (!found || found.entity === entity) return tell(words.company.noOther(other.value));
      await merge(found.entity, found.name);
      return undefined;
    });
  const addAlias = () =>
    attempt(async () => {
      set(
        await ask(api.POST('/companies/{entity}/alias', { params: { path: { entity } }, body: { name: alias.value } })),
      );
      alias.value = '';
      tell(words.company.decided);
    });
  return (
    <section class="sheet pad stack" aria-labelledby="decide">
      <h2 id="decide">{words.company.sameCompany}</h2>
      {of.proposals.length > 0 && (
        <ul class="stack">
          {of.proposals.map(({ other: company, reason, score }) => (
            <li key={company.entity}>
              <p>
                <a href={companyPath(company.entity)}>
                  <Source text={company.name} />
                </a>{' '}
                <span class="dim small">
                  {percent(score)} · <Source text={reason} />
                </span>
              </p>
              <button onClick={() => void merge(company.entity, company.name)}>{words.company.merge}</button>
            </li>
          ))}
        </ul>
      )}
      <div class="row end">
        <CompanyField label={words.company.mergeWith} value={other.value} set={(value) => (other.value = value)} />
        <button disabled={!other.value.trim()} onClick={() => void mergeNamed()}>
          {words.company.merge}
        </button>
      </div>
      <div class="row end">
        <TextField label={words.company.alias} value={alias.value} set={(value) => (alias.value = value)} />
        <button disabled={!alias.value.trim()} onClick={() => void addAlias()}>
          {words.company.add}
        </button>
      </div>
    </section>
  );
}

function Decisions({ of, again }: { of: Detail; again: () => void }) {
  const words = say();
  if (of.decisions.length === 0) return null;
  const undo = (id: number) =>
    attempt(async () => {
      await ask(api.DELETE('/decisions/{id}', { params: { path: { id } } }));
      again();
    });
  return (
    <section class="sheet pad stack" aria-labelledby="decisions">
      <h2 id="decisions">{words.company.decisions}</h2>
      <ol class="history small">
        {of.decisions.map((decision) => (
          <li key={decision.id} class={decision.undone ? 'undone' : undefined}>
            <span class="dim">{moment(decision.at)}</span> <Source text={decision.words} />
            {decision.who && <> · {decision.who}</>}
            {decision.undone ? (
              <span class="dim"> · {words.company.undone}</span>
            ) : (
              mayWrite() && (
                <button class="plain small" onClick={() => void undo(decision.id)}>
                  {words.review.undo}
                </button>
              )
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
