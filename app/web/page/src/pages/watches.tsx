import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';

import { useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Schemas } from '../api/client';
import { mayWrite } from '../api/session';
import { count, moment } from '../format';
import { Certainty, Fact, Outlet, Places } from '../parts/claim_line';
import { sure } from '../parts/dialog';
import { Figure } from '../parts/figure';
import { Empty, Shown } from '../parts/state';
import { attempt } from '../parts/toast';
import { VerdictBadge } from '../parts/verdict';
import { Sentence, Source } from '../text/marked';
import { plain } from '../text/plain';
import { field, label } from '../words/vocabulary';
import { say } from '../words/words';

type Watch = Schemas['Watch'];

const queryOf = (watch: Watch) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(watch.query))
    for (const each of [value].flat()) query.append(name, each as string);
  return query;
};

/** "Siemens · revenue": the query in words. */
function queryWords(watch: Watch): string {
  const words = say();
  const told = [...queryOf(watch)].map(([name, value]) => {
    if (name === 'metric') return label('metrics', value);
    if (name === 'modality') return label('modalities', value);
    return name === 'company' || name === 'text' ? value : `${field(name)}: ${value}`;
  });
  return told.join(' · ') || words.watches.everything;
}

export default function Watches() {
  const words = say();
  useTitle(words.pages.watches);
  const list = useAsked('watches', (signal) => ask(api.GET('/watches', { signal })));
  const remove = async (watch: Watch) =>
    (await sure(words.watches.removeSure(plain(watch.name)), words.shell.remove)) &&
    attempt(async () => {
      await ask(api.DELETE('/watches/{id}', { params: { path: { id: watch.id } } }));
      list.again();
    });
  return (
    <>
      <div class="page-head">
        <h1>{words.watches.title}</h1>
        <p class="dim">{words.watches.hint}</p>
      </div>
      <Shown of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={words.watches.nothing}
              hint={words.watches.nothingHint}
              command="gegenprobe watch add --name … --company …"
            >
              <p>
                <a href="/claims">{words.watches.toClaims}</a>
              </p>
            </Empty>
          ) : (
            <ul class="sheet lines">
              {items.map((watch) => (
                <li key={watch.id} class="pad watch">
                  <div>
                    <a href={`/watches/${watch.id}`} class="article-title">
                      <Source text={watch.name} />
                    </a>{' '}
                    {watch.new > 0 && <span class="badge tone-accent">{words.watches.fresh(watch.new)}</span>}
                    <p class="small dim">
                      <Source text={queryWords(watch)} />
                    </p>
                    <p class="small dim">
                      {words.articles.claims(watch.claims)} · {words.watches.conflicts(watch.conflicts)} ·{' '}
                      {watch.last_run ? words.watches.lastRun(moment(watch.last_run)) : words.watches.neverRun}
                    </p>
                  </div>
                  <div class="row">
                    <a class="button" href={`/claims?${queryOf(watch).toString()}`}>
                      {words.watches.asSearch}
                    </a>
                    <a class="button" href={watch.feed} target="_blank">
                      Atom
                    </a>
                    {mayWrite() && (
                      <button class="plain" onClick={() => void remove(watch)}>
                        {words.shell.remove}
                      </button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}

/** What one watch found. */
export function WatchPage({ id }: { id: string }) {
  const words = say();
  const { route } = useLocation();
  const limit = useSignal(50);
  const found = useAsked(`watch ${id} ${limit.value}`, (signal) =>
    ask(api.GET('/watches/{id}', { params: { path: { id: Number(id) }, query: { limit: limit.value } }, signal })),
  );
  useTitle(plain(found.data?.watch.name ?? words.pages.watches));
  return (
    <Shown of={found}>
      {(data) => (
        <>
          <div class="page-head">
            <h1>
              <Source text={data.watch.name} />
            </h1>
            <p class="dim">
              <Source text={queryWords(data.watch)} /> · {count(data.page.total)}
            </p>
            <div class="end">
              <a class="button" href={data.watch.feed} target="_blank">
                Atom
              </a>
              <button class="plain" onClick={() => route('/watches')}>
                {words.pages.watches}
              </button>
            </div>
          </div>
          {data.conflicts.length > 0 && (
            <section class="stack">
              <h2>{words.watches.atOdds}</h2>
              <ul class="sheet lines">
                {data.conflicts.map((conflict) => (
                  <li key={conflict.id} class="pad">
                    <p class="row baseline">
                      <VerdictBadge verdict={conflict.verdict} /> <Fact claim={conflict.a} />
                    </p>
                    {[conflict.a, conflict.b].map(
                      (claim) =>
                        claim && (
                          <p key={claim.id} class="row baseline">
                            <Outlet of={claim} /> <Figure claim={claim} /> <Places claim={claim} />
                          </p>
                        ),
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {data.items.length === 0 ? (
            <Empty title={words.watches.nothingFound} />
          ) : (
            <ul class="sheet lines">
              {data.items.map((claim) => (
                <li key={claim.id} class="pad evidence">
                  <p class="row baseline">
                    <Fact claim={claim} /> <Figure claim={claim} />
                  </p>
                  <Sentence claim={claim} />
                  <p class="row baseline small">
                    <Outlet of={claim} /> <Certainty claim={claim} /> <Places claim={claim} />
                  </p>
                </li>
              ))}
            </ul>
          )}
          {data.page.next_offset !== null && limit.value < 500 && (
            <p class="more">
              <button onClick={() => (limit.value += 50)}>{words.shell.more}</button>
            </p>
          )}
        </>
      )}
    </Shown>
  );
}
