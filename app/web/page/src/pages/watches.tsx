import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Schemas, type Verdict } from '../api/client';
import { arrivals, changes } from '../api/live';
import { mayWrite } from '../api/session';
import { moment } from '../format';
import { Certainty, Fact, Outlet, Places } from '../parts/claim_line';
import { sure } from '../parts/dialog';
import { Figure } from '../parts/figure';
import { useLines } from '../parts/lines';
import { Empty, Shown } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { VerdictBadge } from '../parts/verdict';
import { Sentence, Source } from '../text/marked';
import { plain } from '../text/plain';
import { field, label } from '../words/vocabulary';
import { say } from '../words/words';

type Watch = Schemas['Watch'];
type Item = Schemas['WatchItem'];

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
    if (name === 'verdict') return label('verdicts', value);
    if (name === 'language') return words.languageName[value as 'de' | 'en'];
    return name === 'company' || name === 'text' ? value : `${field(name)}: ${value}`;
  });
  return told.join(' · ') || words.watches.everything;
}

const look = (watch: Watch, then: () => void) =>
  attempt(async () => {
    const run = await ask(api.POST('/watches/{id}/run', { params: { path: { id: watch.id } } }));
    const failed = run.failed.map(({ title }) => title);
    tell([say().watches.looked(run.new), ...run.sent, ...failed].join(' · '));
    then();
  });

/** Asks again when something came in. */
function useNews(again: () => void) {
  useEffect(() => {
    if (changes.value > 0 || arrivals.value.articles > 0) again();
  }, [changes.value, arrivals.value.articles]);
}

export default function Watches() {
  const words = say();
  useTitle(words.pages.watches);
  const list = useAsked('watches', (signal) => ask(api.GET('/watches', { signal })));
  useNews(list.again);
  const lines = useRef<HTMLUListElement>(null);
  useLines(lines);
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
              command="gegenprobe watch add siemens --company Siemens --mail desk@example.org"
            >
              <p>
                <a href="/claims">{words.watches.toClaims}</a>
              </p>
            </Empty>
          ) : (
            <ul class="sheet lines" ref={lines}>
              {items.map((watch) => (
                <li key={watch.id} class="pad watch">
                  <div>
                    <a href={`/watches/${watch.id}`} class="article-title" data-line>
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
                    {watch.goes_to.length > 0 && (
                      <p class="small dim">
                        {words.watches.goesTo} <Source text={watch.goes_to.join(', ')} />
                      </p>
                    )}
                  </div>
                  <div class="row">
                    {mayWrite() && (
                      <button onClick={() => void look(watch, list.again)}>{words.watches.lookNow}</button>
                    )}
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
  const limit = useSignal(50);
  const path = { id: Number(id) };
  const found = useAsked(`watch ${id} ${limit.value}`, (signal) =>
    ask(api.GET('/watches/{id}', { params: { path, query: { limit: limit.value } }, signal })),
  );
  useNews(found.again);
  useTitle(plain(found.data?.watch.name ?? words.pages.watches));
  const lines = useRef<HTMLUListElement>(null);
  useLines(lines);
  const unseen = found.data?.watch.new ?? 0;
  useEffect(() => {
    if (unseen > 0 && mayWrite()) void attempt(() => ask(api.POST('/watches/{id}/seen', { params: { path } })));
  }, [unseen]);
  return (
    <Shown of={found}>
      {({ watch, items, page }) => (
        <>
          <div class="page-head">
            <h1>
              <Source text={watch.name} />
            </h1>
            <p class="dim">
              <Source text={queryWords(watch)} /> · {words.articles.claims(watch.claims)} ·{' '}
              {words.watches.conflicts(watch.conflicts)}
            </p>
            <div class="end">
              {mayWrite() && <button onClick={() => void look(watch, found.again)}>{words.watches.lookNow}</button>}
              <a class="button" href={`/claims?${queryOf(watch).toString()}`}>
                {words.watches.asSearch}
              </a>
              <a class="button" href={watch.feed} target="_blank">
                Atom
              </a>
              <a class="button plain" href="/watches">
                {words.watches.all}
              </a>
            </div>
          </div>
          {items.length === 0 ? (
            <Empty title={words.watches.nothingFound} hint={words.watches.nothingFoundHint} />
          ) : (
            <ul class="sheet lines" ref={lines}>
              {items.map((item) => (
                <Found key={`${item.a.id}-${item.b?.id}-${item.verdict}`} item={item} />
              ))}
            </ul>
          )}
          {page.next_offset !== null && limit.value < 500 && (
            <p class="more">
              <button onClick={() => (limit.value += 50)}>{words.shell.more}</button>
            </p>
          )}
        </>
      )}
    </Shown>
  );
}

/** A new claim, or two that are newly at odds, side by side. */
function Found({ item }: { item: Item }) {
  const claims = [item.a, item.b].filter((claim) => claim !== null);
  return (
    <li class="found">
      <p class="row baseline found-head">
        {item.verdict && <VerdictBadge verdict={item.verdict as Verdict} />} <Fact claim={item.a} />
        <time class="small dim end" dateTime={item.found_at}>
          {moment(item.found_at)}
        </time>
      </p>
      <div class={item.b ? 'sides' : 'sides one'}>
        {claims.map((claim) => (
          <section key={claim.id} class="side">
            <p class="side-head">
              <Outlet of={claim} />
            </p>
            <Figure claim={claim} />
            <Sentence claim={claim} />
            <Certainty claim={claim} />
            <Places claim={claim} line />
          </section>
        ))}
      </div>
    </li>
  );
}
