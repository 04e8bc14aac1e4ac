import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';

import { only, useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Claim, type Schemas } from '../api/client';
import { current } from '../api/reviews';
import { mayWrite } from '../api/session';
import { count, day, period as periodOf } from '../format';
import { useKeys } from '../keys';
import { Company } from '../parts/claim_line';
import { askText } from '../parts/dialog';
import { figureWords, metricWords, periodWords, Printed } from '../parts/figure';
import { Choice, CompanyField, Fields, TextField, WordField } from '../parts/filters';
import { ReviewBadge } from '../parts/review';
import { Empty, Shown } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { useWide } from '../parts/screen';
import { useChunks, useVisibleRows } from '../parts/window';
import { language } from '../settings';
import { Source } from '../text/marked';
import { field, label } from '../words/vocabulary';
import { say } from '../words/words';

const filters = ['company', 'metric', 'period', 'outlet', 'value', 'min', 'max', 'unit', 'modality', 'text', 'since', 'language', 'flag', 'review', 'origins', 'older', 'article'] as const;
const kChunk = 100;

/** The parameters of the API: those of the page, and the reader's language, by which a Billion is read. */
function filterOf(query: URLSearchParams) {
  const filter = only(query, filters);
  return (filter.value ? { ...filter, lang: language.value } : filter) as Record<string, never>;
}
type Sort = `${'' | '-'}${'published' | 'id' | 'value' | 'period'}`;
const sortOf = (query: URLSearchParams) => (query.get('sort') ?? '-published') as Sort;

type Column = 'subject' | 'metric' | 'value' | 'printed' | 'period' | 'modality' | 'attribution' | 'outlet' | 'published' | 'sentence' | 'review' | 'confidence';
const columns: Record<Column, { sort?: 'published' | 'value' | 'period'; width: string; cell: (claim: Claim) => preact.ComponentChildren }> = {
  subject: { width: 'minmax(6.5rem, 1.1fr)', cell: (claim) => <Company name={claim.subject} entity={claim.subject_entity} /> },
  metric: { width: 'minmax(6rem, 0.9fr)', cell: metricWords },
  value: { sort: 'value', width: 'minmax(13.6rem, 1.3fr)', cell: (claim) => <span class="number">{figureWords(claim)}</span> },
  printed: { width: 'minmax(8.6rem, 1.2fr)', cell: (claim) => <Printed claim={claim} /> },
  period: { sort: 'period', width: 'minmax(6rem, 0.9fr)', cell: periodWords },
  modality: { width: 'minmax(5.5rem, 0.6fr)', cell: (claim) => label('modalities', claim.modality) },
  attribution: { width: 'minmax(6rem, 0.8fr)', cell: (claim) => claim.attribution && <Source text={claim.attribution} /> },
  outlet: { width: 'minmax(6.5rem, 1fr)', cell: (claim) => claim.outlet && <Source text={claim.outlet} /> },
  published: { sort: 'published', width: '6.6rem', cell: (claim) => claim.published && <span class="number">{day(claim.published)}</span> },
  sentence: { width: 'minmax(14rem, 2.4fr)', cell: (claim) => <Source text={claim.sentence.slice(0, 400)} lang={claim.language} /> },
  review: { width: 'minmax(6rem, 0.6fr)', cell: (claim) => <ReviewBadge review={claim.review} /> },
  confidence: { width: '4.5rem', cell: (claim) => <span class="number">{count(Math.round(claim.confidence * 100))} %</span> },
};
const usual: Column[] = ['subject', 'metric', 'value', 'printed', 'period', 'outlet', 'published'];
const known = (name: string): name is Column => Object.hasOwn(columns, name);
const chosenColumns = (query: URLSearchParams): Column[] => {
  const named = (query.get('columns') ?? '').split(',').filter(known);
  return named.length > 0 ? named : usual;
};

export default function Claims() {
  const words = say();
  useTitle(words.pages.claims);
  const { query, set, link } = useQuery();
  const filter = filterOf(query);
  const key = JSON.stringify([filter, sortOf(query)]);
  const list = useAsked(`claims ${key}`, (signal) =>
    ask(api.GET('/claims', { params: { query: { ...filter, sort: sortOf(query), limit: kChunk } }, signal })),
  );
  return (
    <>
      <div class="page-head">
        <h1>{words.pages.claims}</h1>
        {list.data && (
          <p class="dim" role="status">
            {words.claims.found(count(list.data.page.total), list.data.page.total_is_exact)}
          </p>
        )}
        <div class="end">
          <Tools query={query} set={set} />
        </div>
      </div>
      <Search query={query} set={set} understood={list.data?.understood} />
      <div class="claims-page">
        <Facets query={query} link={link} />
        <div>
          <Shown of={list}>
            {(data) =>
              data.items.length === 0 ? (
                <Nothing understood={data.understood} filtered={Object.keys(filter).length > 0} />
              ) : (
                <Table key={key} id={key} list={data} query={query} link={link} busy={list.busy} />
              )
            }
          </Shown>
        </div>
      </div>
    </>
  );
}

function Nothing({ understood, filtered }: { understood: Schemas['Understood']; filtered: boolean }) {
  const words = say().claims;
  if (!understood.company_known) return <Empty title={words.unknownCompany} hint={words.unknownCompanyHint} />;
  if (filtered)
    return (
      <Empty title={words.nothingFiltered}>
        <p>
          <a href="/claims">{say().clear}</a>
        </p>
      </Empty>
    );
  return <Empty title={words.nothing} hint={words.nothingHint} command="gegenprobe add FILE …" />;
}

function Search({ query, set, understood }: { query: URLSearchParams; set: ReturnType<typeof useQuery>['set']; understood?: Schemas['Understood'] }) {
  const words = say();
  const get = (name: string) => query.get(name) ?? '';
  const put = (name: string) => (value: string) => set({ [name]: value }, true);
  return (
    <div class="filters">
      <Fields active={Object.keys(only(query, filters)).length}>
        <TextField class="wide" label={field('text')} value={get('text')} set={put('text')} type="search" placeholder={words.field.textExample} />
        <CompanyField label={field('company')} value={get('company')} set={put('company')} />
        <WordField label={field('metric')} value={get('metric')} set={put('metric')} list="metrics" />
        <TextField label={field('value')} value={get('value')} set={put('value')} placeholder={words.field.valueExample} />
        <TextField label={field('period')} value={get('period')} set={put('period')} placeholder="2024, 2024-Q3, 2022..2024" />
        <TextField label={field('outlet')} value={get('outlet')} set={put('outlet')} />
        <WordField label={field('modality')} value={get('modality')} set={put('modality')} list="modalities" />
        <Choice label={field('origins')} value={get('origins')} set={put('origins')} any={words.any} choices={['2', '3', '5'].map((many) => [many, words.field.atLeast(many)])} />
        <Choice
          label={field('review')}
          value={get('review')}
          set={put('review')}
          any={words.any}
          choices={[['none', words.review.none], ['any', words.review.anyDecision], ['accept', words.review.done_as.accept], ['correct', words.review.done_as.correct], ['reject', words.review.done_as.reject]]}
        />
        {Object.keys(only(query, filters)).length > 0 && (
          <a class="button plain" href="/claims">
            {words.clear}
          </a>
        )}
      </Fields>
      <Understood of={understood} />
    </div>
  );
}

/** How the words were read: nothing is assumed in silence. */
function Understood({ of }: { of?: Schemas['Understood'] }) {
  const words = say();
  if (!of) return null;
  const read: string[] = [];
  if (of.company) read.push(`${field('company')}: ${of.company.name}`);
  if (of.period) read.push(`${field('period')}: ${periodOf(of.period.from, of.period.to, words.half)}`);
  if (of.value) read.push(`${field('value')}: ${figureWords({ ...of.value, qualifier: 'exact', role: 'level' })}`);
  if (read.length === 0) return null;
  return (
    <p class="small dim understood">
      {words.claims.readAs} <Source text={read.join(' · ')} />
    </p>
  );
}

function Tools({ query, set }: { query: URLSearchParams; set: ReturnType<typeof useQuery>['set'] }) {
  const words = say();
  const chosen = chosenColumns(query);
  const filter = filterOf(query) as Record<string, string>;
  const exportAs = (format: string) => `/api/v1/export/claims?${new URLSearchParams({ format, ...filter, sort: sortOf(query) }).toString()}`;
  const toggle = (name: Column) => {
    const next = (Object.keys(columns) as Column[]).filter((each) => chosen.includes(each) !== (each === name));
    set({ columns: next.join() === usual.join() ? null : next.join() }, true);
  };
  const watch = async () => {
    const name = await askText(words.claims.watchTitle, words.claims.watchHint, words.claims.watch, words.claims.watchName, Object.values(filter).join(' '));
    if (!name) return;
    const { lang: _, ...saved } = filter;
    if (await attempt(() => ask(api.POST('/watches', { body: { name, query: saved } })))) tell(words.claims.watched(name));
  };
  return (
    <>
      <details class="drop">
        <summary class="button">{words.claims.columns}</summary>
        <div class="drop-body sheet">
          {(Object.keys(columns) as Column[]).map((name) => (
            <label class="inline" key={name}>
              <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
              {words.column[name]}
            </label>
          ))}
        </div>
      </details>
      <details class="drop">
        <summary class="button">{words.claims.export}</summary>
        <div class="drop-body sheet">
          {[['csv', 'CSV'], ['jsonl', 'JSON Lines'], ['claimreview', 'ClaimReview'], ['webannotation', 'Web Annotation']].map(([format, name]) => (
            <a key={format} href={exportAs(format!)} download>
              {name}
            </a>
          ))}
        </div>
      </details>
      {mayWrite() && <button onClick={() => void watch()}>{words.claims.watch}</button>}
    </>
  );
}

function Facets({ query, link }: { query: URLSearchParams; link: ReturnType<typeof useQuery>['link'] }) {
  const words = say();
  const filter = filterOf(query);
  const asked = useAsked(`facets ${JSON.stringify(filter)}`, (signal) => ask(api.GET('/claims/facets', { params: { query: filter }, signal })));
  const wide = useWide();
  const facets = asked.data?.facets.filter(({ values }) => values.length > 0) ?? [];
  return (
    <aside class="facets" aria-label={words.claims.narrow}>
      <details open={wide}>
        <summary>{words.claims.narrow}</summary>
        {asked.data && !asked.data.complete && <p class="small dim">{words.claims.ofNewest(count(asked.data.counted))}</p>}
        {facets.map(({ name, values }) => (
          <Facet key={name} name={name} values={values} query={query} link={link} />
        ))}
      </details>
    </aside>
  );
}

function Facet({ name, values, query, link }: { name: Schemas['Facets']['facets'][number]['name']; values: Schemas['Facets']['facets'][number]['values']; query: URLSearchParams; link: ReturnType<typeof useQuery>['link'] }) {
  const words = say();
  const kShown = 7;
  const all = useSignal(false);
  const parameter = name === 'year' ? 'period' : name;
  const lists = { metric: 'metrics', modality: 'modalities', unit: 'units' } as const;
  const text = (value: string, given: string) => {
    if (name === 'language') return words.languageName[value as 'de' | 'en'] ?? given;
    return name in lists ? label(lists[name as keyof typeof lists], value) : given;
  };
  return (
    <section>
      <h2 class="facet-title">{(name === 'year' ? words.field.year : field(name))}</h2>
      <ul>
        {values.slice(0, all.value ? undefined : kShown).map(({ value, label: given, count: many }) => {
          const is = query.get(parameter) === value || (name === 'company' && query.get('company') === given);
          return (
            <li key={value}>
              <a class="facet" href={link({ [parameter]: is ? null : value })} aria-current={is ? 'true' : undefined}>
                <Source text={text(value, given)} /> <span class="number dim">{count(many)}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {values.length > kShown && (
        <button class="plain small" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? words.fewer : words.shell.more}
        </button>
      )}
    </section>
  );
}

const rem_px = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Rows as a table of which only those in sight are in the page; ten thousand at most, the rest is for filters and exports. */
function Table({ id, list, query, link, busy }: { id: string; list: Schemas['ClaimList']; query: URLSearchParams; link: ReturnType<typeof useQuery>['link']; busy: boolean }) {
  const words = say();
  const { route } = useLocation();
  const wide = useWide();
  const body = useRef<HTMLDivElement>(null);
  const filter = filterOf(query);
  const chosen = chosenColumns(query);
  const height = (wide ? 2.5 : 6.1) * rem_px();
  const rows = list.page.total;
  const chunks = useChunks<Claim>(id, list.items, kChunk, async (offset, signal) => {
    const more = await ask(api.GET('/claims', { params: { query: { ...filter, sort: sortOf(query), limit: kChunk, offset } }, signal }));
    return more.items;
  });
  const { first, last } = useVisibleRows(body, rows, height);
  useEffect(() => chunks.need(first, Math.min(last, rows)), [id, first, last, rows]);

  const at = useSignal(-1);
  const go = (to: number) => {
    if (to < 0 || to >= rows) return;
    at.value = to;
    const top = body.current!.getBoundingClientRect().top + to * height;
    if (top < 120 || top + height > innerHeight) scrollBy({ top: top - innerHeight / 2 });
  };
  const here = () => chunks.row(at.value);
  useKeys({
    j: () => go(at.value + 1),
    k: () => go(at.value - 1),
    Enter: () => here() && document.activeElement?.tagName !== 'A' && route(`/claims/${here()!.id}`),
  });

  const sort = sortOf(query);
  const template = { gridTemplateColumns: ['3.6rem', ...chosen.map((name) => columns[name].width)].join(' ') };
  return (
    <>
      <div class={wide ? 'grid-scroll' : 'grid-scroll narrow'}>
        <div role="table" aria-rowcount={rows + 1} aria-label={words.pages.claims} aria-busy={busy} class="grid sheet">
          <div role="row" aria-rowindex={1} class="grid-head" style={template}>
            <span role="columnheader">{words.column.id}</span>
            {chosen.map((name) => {
              const by = columns[name].sort;
              const is = by && (sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined);
              return (
                <span role="columnheader" key={name} aria-sort={is}>
                  {by && list.sorts.includes(by) ? (
                    <a href={link({ sort: is === 'descending' ? by : `-${by}` })}>
                      {words.column[name]} <span aria-hidden="true">{is === 'ascending' ? '↑' : is === 'descending' ? '↓' : ''}</span>
                    </a>
                  ) : (
                    words.column[name]
                  )}
                </span>
              );
            })}
          </div>
          <div role="rowgroup" ref={body} class="grid-body" style={{ height: `${rows * height}px` }}>
            {Array.from({ length: Math.max(0, Math.min(last, rows) - first) }, (_, index) => first + index).map((index) => {
              const claim = chunks.row(index);
              return (
                <div role="row" key={index} aria-rowindex={index + 2} class="grid-row" aria-current={index === at.value ? 'true' : undefined} style={{ ...template, height: `${height}px`, transform: `translateY(${index * height}px)` }}>
                  {claim ? <Row claim={current(claim)} chosen={chosen} /> : <span role="cell" class="dim">…</span>}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {!list.page.total_is_exact && <p class="small dim beyond">{words.claims.beyond(count(rows))}</p>}
    </>
  );
}

function Row({ claim, chosen }: { claim: Claim; chosen: Column[] }) {
  return (
    <>
      <span role="cell" class="cell-id">
        <a href={`/claims/${claim.id}`}>c{claim.id}</a>
      </span>
      {chosen.map((name) => (
        <span role="cell" key={name} class={`cell cell-${name}`}>
          {columns[name].cell(claim)}
        </span>
      ))}
    </>
  );
}
