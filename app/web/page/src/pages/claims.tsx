import { only, useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Schemas } from '../api/client';
import { mayWrite } from '../api/session';
import { count, period as periodOf } from '../format';
import { askText } from '../parts/dialog';
import { figureWords } from '../parts/figure';
import { Choice, CompanyField, Fields, TextField, WordField } from '../parts/filters';
import { Empty, Shown } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { Source } from '../text/marked';
import { field } from '../words/vocabulary';
import { say } from '../words/words';
import { chosenColumns, type Column, columns, usual } from './claims/columns';
import { Facets } from './claims/facets';
import { filterOf, filters, kChunk, sortOf, watched } from './claims/query';
import { Table } from './claims/table';

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

function Search({
  query,
  set,
  understood,
}: {
  query: URLSearchParams;
  set: ReturnType<typeof useQuery>['set'];
  understood?: Schemas['Understood'];
}) {
  const words = say();
  const get = (name: string) => query.get(name) ?? '';
  const put = (name: string) => (value: string) => set({ [name]: value }, true);
  return (
    <div class="filters">
      <Fields active={Object.keys(only(query, filters)).length}>
        <TextField
          class="wide"
          label={field('text')}
          value={get('text')}
          set={put('text')}
          type="search"
          placeholder={words.field.textExample}
        />
        <CompanyField label={field('company')} value={get('company')} set={put('company')} />
        <WordField label={field('metric')} value={get('metric')} set={put('metric')} list="metrics" />
        <TextField
          label={field('value')}
          value={get('value')}
          set={put('value')}
          placeholder={words.field.valueExample}
        />
        <TextField label={field('period')} value={get('period')} set={put('period')} placeholder="2024, 2024-Q3" />
        <TextField label={field('outlet')} value={get('outlet')} set={put('outlet')} />
        <WordField label={field('modality')} value={get('modality')} set={put('modality')} list="modalities" />
        <Choice
          label={field('origins')}
          value={get('origins')}
          set={put('origins')}
          any={words.any}
          choices={[
            ['1', words.field.oneOrigin],
            ['2', words.field.moreOrigins],
          ]}
        />
        <Choice
          label={field('review')}
          value={get('review')}
          set={put('review')}
          any={words.any}
          choices={[
            ['none', words.review.none],
            ['any', words.review.anyDecision],
            ['accept', words.review.done_as.accept],
            ['correct', words.review.done_as.correct],
            ['reject', words.review.done_as.reject],
          ]}
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
  const exportAs = (format: string) =>
    `/api/v1/export/claims?${new URLSearchParams({ format, ...filter, sort: sortOf(query) }).toString()}`;
  const toggle = (name: Column) => {
    const next = (Object.keys(columns) as Column[]).filter((each) => chosen.includes(each) !== (each === name));
    set({ columns: next.join() === usual.join() ? null : next.join() }, true);
  };
  const watch = async () => {
    const unwatched = Object.keys(filter).filter((each) => !watched.has(each));
    if (unwatched.length > 0) return tell(words.claims.unwatched(unwatched.map(field).join(', ')));
    const name = await askText(
      words.claims.watchTitle,
      words.claims.watchHint,
      words.claims.watch,
      words.claims.watchName,
      Object.values(filter).join(' '),
    );
    if (!name) return;
    if (await attempt(() => ask(api.POST('/watches', { body: { name, query: filter } }))))
      tell(words.claims.watched(name));
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
          {[
            ['csv', 'CSV'],
            ['jsonl', 'JSON Lines'],
            ['claimreview', 'ClaimReview'],
            ['webannotation', 'Web Annotation'],
          ].map(([format, name]) => (
            <a key={format} href={exportAs(format!)} download="">
              {name}
            </a>
          ))}
        </div>
      </details>
      {mayWrite() && <button onClick={() => void watch()}>{words.claims.watch}</button>}
    </>
  );
}
