import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

import { useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Schemas } from '../api/client';
import { arrivals, changes } from '../api/live';
import { mayWrite } from '../api/session';
import { count, fromNow, moment } from '../format';
import { sure } from '../parts/dialog';
import { Choice } from '../parts/filters';
import { Empty, Shown } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { webAddress } from '../text/fragment';
import { Source as SourceText } from '../text/marked';
import { plain } from '../text/plain';
import { field, label, meaning } from '../words/vocabulary';
import { say } from '../words/words';

type Source = Schemas['Source'];
const tones: Record<Source['state'], string> = { ok: 'good', new: 'old', silent: 'off', broken: 'bad', paused: 'none' };

export default function Sources() {
  const words = say();
  useTitle(words.pages.sources);
  const { query, link } = useQuery();
  const state = query.get('state') as Source['state'] | null;
  const limit = useSignal(100);
  const list = useAsked(`sources ${state} ${limit.value}`, (signal) =>
    ask(api.GET('/sources', { params: { query: { ...(state && { state }), limit: limit.value } }, signal })),
  );
  useEffect(() => {
    if (changes.value > 0 || arrivals.value.articles > 0) list.again();
  }, [changes.value, arrivals.value.articles]);
  return (
    <>
      <div class="page-head">
        <h1>{words.sources.title}</h1>
      </div>
      {mayWrite() && <Add again={list.again} />}
      <Shown of={list}>
        {(data) => (
          <>
            {data.states.length > 0 && (
              <ul class="chips filters" aria-label={words.sources.states}>
                {data.states.map((each) => (
                  <li key={each.state}>
                    <a
                      class="button chip"
                      href={link({ state: each.state === state ? null : each.state })}
                      aria-current={each.state === state ? 'true' : undefined}
                      title={meaning('states', each.state)}
                    >
                      {label('states', each.state)} <span class="number dim">{count(each.count)}</span>
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {data.items.length === 0 ? (
              <Empty
                title={words.sources.nothing}
                hint={words.sources.nothingHint}
                command="gegenprobe sources add https://…/feed"
              />
            ) : (
              <Table sources={data.items} again={list.again} />
            )}
            {data.page.next_offset !== null && limit.value < 500 && (
              <p class="more">
                <button onClick={() => (limit.value += 100)}>{words.shell.more}</button>
              </p>
            )}
          </>
        )}
      </Shown>
    </>
  );
}

function Add({ again }: { again: () => void }) {
  const words = say();
  const url = useSignal('');
  const outlet = useSignal('');
  const language = useSignal('');
  const add = () =>
    attempt(async () => {
      const body = {
        url: url.value.trim(),
        ...(outlet.value.trim() && { outlet: outlet.value.trim() }),
        ...(language.value && { language: language.value as 'de' }),
      };
      await ask(api.POST('/sources', { body }));
      tell(words.sources.added(plain(body.url)));
      url.value = outlet.value = '';
      again();
    });
  return (
    <form
      class="fields filters"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label class="wide">
        {words.sources.address}
        <input
          type="url"
          required
          placeholder="https://"
          value={url.value}
          onInput={(event) => (url.value = event.currentTarget.value)}
        />
      </label>
      <label>
        {field('outlet')}
        <input value={outlet.value} onInput={(event) => (outlet.value = event.currentTarget.value)} />
      </label>
      <Choice
        label={field('language')}
        value={language.value}
        set={(value) => (language.value = value)}
        any={words.check.findOut}
        choices={[
          ['de', words.languageName.de],
          ['en', words.languageName.en],
        ]}
      />
      <button>{words.sources.add}</button>
    </form>
  );
}

function Table({ sources, again }: { sources: Source[]; again: () => void }) {
  const words = say();
  return (
    <div class="sheet scroll-x">
      <table class="padded stacked">
        <thead>
          <tr>
            <th scope="col">{words.sources.source}</th>
            <th scope="col">{words.sources.state}</th>
            <th scope="col" class="number">
              {words.pages.articles}
            </th>
            <th scope="col">{words.sources.lastNew}</th>
            <th scope="col">{words.sources.lastVisit}</th>
            <th scope="col">{words.sources.nextVisit}</th>
            {mayWrite() && (
              <th scope="col">
                <span class="sr">{words.sources.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <Row key={source.id} source={source} again={again} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The crawl's words; the commonest ones in the reader's language. */
function problemWords(problem: string): string {
  const status = /^the server answers (\d{3})$/.exec(problem)?.[1];
  return status ? say().sources.answers(status) : problem;
}

function Row({ source, again }: { source: Source; again: () => void }) {
  const words = say();
  const web = webAddress(source.url);
  const paused = source.state === 'paused';
  const pause = () =>
    attempt(
      async () => (
        await ask(api.PATCH('/sources/{id}', { params: { path: { id: source.id } }, body: { paused: !paused } })),
        again()
      ),
    );
  const remove = async () =>
    (await sure(words.sources.removeSure(plain(source.url)), words.shell.remove)) &&
    attempt(async () => (await ask(api.DELETE('/sources/{id}', { params: { path: { id: source.id } } })), again()));
  return (
    <tr>
      <td>
        {(source.outlet ?? source.name) && (
          <strong>
            <SourceText text={(source.outlet ?? source.name)!} />
          </strong>
        )}
        <div class="small">
          {web ? (
            <a href={web.href} target="_blank" rel="noopener noreferrer" class="source">
              {plain(source.url)}
            </a>
          ) : (
            <SourceText text={source.url} />
          )}
        </div>
      </td>
      <td data-label={words.sources.state}>
        <span class={`badge tone-${tones[source.state]}`} title={meaning('states', source.state)}>
          {label('states', source.state)}
        </span>
        {source.problem && (
          <div class="small tone-text-bad">
            <SourceText text={problemWords(source.problem)} />{' '}
            {source.failures > 1 && words.sources.failures(source.failures)}
          </div>
        )}
      </td>
      <td class="number" data-label={words.pages.articles}>
        {count(source.articles)}
      </td>
      {(
        [
          [words.sources.lastNew, source.last_new],
          [words.sources.lastVisit, source.last_visit],
          [words.sources.nextVisit, source.next_visit],
        ] as const
      ).map(([name, at]) => (
        <td key={name} class="small" data-label={name}>
          {at ? (
            <time dateTime={at} title={moment(at)}>
              {fromNow(at)}
            </time>
          ) : (
            <span class="dim">–</span>
          )}
        </td>
      ))}
      {mayWrite() && (
        <td>
          <div class="row">
            <button class="small" onClick={() => void pause()}>
              {paused ? words.sources.goOn : words.sources.pause}
            </button>
            <button class="plain small" onClick={() => void remove()}>
              {words.shell.remove}
            </button>
          </div>
        </td>
      )}
    </tr>
  );
}
