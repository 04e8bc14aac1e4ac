import { useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Verdict } from '../api/client';
import { session } from '../api/session';
import { count, day } from '../format';
import { Shown } from '../parts/state';
import { VerdictBadge } from '../parts/verdict';
import { letterKeys } from '../settings';
import { places } from '../places';
import { allOf, label, meaning } from '../words/vocabulary';
import { say } from '../words/words';

export default function Help() {
  const words = say();
  useTitle(words.pages.help);
  return (
    <>
      <div class="page-head">
        <h1>{words.pages.help}</h1>
      </div>
      <div class="help">
        <section class="sheet pad stack" aria-labelledby="keys">
          <h2 id="keys">{words.help.keys}</h2>
          <dl class="keys">
            {words.help.keyList.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
            {places.map(([name, , letter]) => (
              <div key={name}>
                <dt>
                  <kbd>g</kbd> <kbd>{letter}</kbd>
                </dt>
                <dd>{words.pages[name]}</dd>
              </div>
            ))}
          </dl>
          <label class="inline">
            <input
              type="checkbox"
              checked={letterKeys.value === 'on'}
              onChange={(event) => (letterKeys.value = event.currentTarget.checked ? 'on' : 'off')}
            />
            {words.help.letterKeys}
          </label>
        </section>
        <section class="sheet pad stack" aria-labelledby="verdicts">
          <h2 id="verdicts">{words.help.verdicts}</h2>
          <dl class="meanings">
            {allOf('verdicts').map((verdict) => (
              <div key={verdict}>
                <dt>
                  <VerdictBadge verdict={verdict as Verdict} />
                </dt>
                <dd>{meaning('verdicts', verdict)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <List list="query" title={words.help.query} code />
        <List list="metrics" title={words.help.metrics} />
        <List list="modalities" title={words.help.modalities} />
        <List list="flags" title={words.help.flags} />
        <List list="states" title={words.help.states} />
        <Database />
      </div>
    </>
  );
}

function List({ list, title, code = false }: { list: Parameters<typeof allOf>[0]; title: string; code?: boolean }) {
  return (
    <section class="sheet pad stack" aria-labelledby={`help-${list}`}>
      <h2 id={`help-${list}`}>{title}</h2>
      <dl class="meanings">
        {allOf(list).map((word) => (
          <div key={word}>
            <dt>{code ? <code class="mono">{label(list, word)}</code> : label(list, word)}</dt>
            <dd>{meaning(list, word)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How much there is, and by which program. */
function Database() {
  const words = say().help;
  const statistics = useAsked('statistics', (signal) => ask(api.GET('/statistics', { signal })));
  return (
    <section class="sheet pad stack" aria-labelledby="database">
      <h2 id="database">{words.database}</h2>
      <Shown of={statistics}>
        {(data) => (
          <dl class="facts">
            {(
              [
                'articles',
                'outlets',
                'revisions',
                'claims',
                'mentions',
                'unresolved',
                'companies',
                'conflicts',
              ] as const
            ).map((name) => (
              <div key={name}>
                <dt>{words.statistic[name]}</dt>
                <dd class="number">
                  {data.is_exact ? '' : '≈ '}
                  {count(data[name])}
                </dd>
              </div>
            ))}
            <div>
              <dt>{words.statistic.size}</dt>
              <dd class="number">{count(Math.round(data.size_bytes / 1e5) / 10)} MB</dd>
            </div>
            {data.first_published && data.last_published && (
              <div>
                <dt>{words.statistic.published}</dt>
                <dd>
                  {day(data.first_published)} – {day(data.last_published)}
                </dd>
              </div>
            )}
            <div>
              <dt>gegenprobe</dt>
              <dd class="mono">
                {session.value?.version} · {session.value?.rules_version}
              </dd>
            </div>
          </dl>
        )}
      </Shown>
    </section>
  );
}
