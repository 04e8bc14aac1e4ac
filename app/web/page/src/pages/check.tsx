import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useMemo } from 'preact/hooks';

import { useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Checked, Problem, type Schemas } from '../api/client';
import { mayWrite } from '../api/session';
import { moment } from '../format';
import { Fact, Outlet, Places } from '../parts/claim_line';
import { Figure } from '../parts/figure';
import { Choice } from '../parts/filters';
import { Empty, Shown, Trouble } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { decidedWords, DoubtBadge, isAlone, Remarks, Tallies, tone, VerdictBadge } from '../parts/verdict';
import { marked, Sentence, Source, type Span } from '../text/marked';
import { type Paragraph, paragraphs } from '../text/paragraphs';
import { plain } from '../text/plain';
import { field, label } from '../words/vocabulary';
import { say } from '../words/words';

type Result = Schemas['CheckResult'];

export default function Check() {
  const words = say();
  useTitle(words.pages.check);
  const { query, route } = useLocation();
  const text = useSignal(query.text ?? '');
  const published = useSignal('');
  const outlet = useSignal('');
  const language = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<Problem | undefined>(undefined);
  const result = useSignal<Result | undefined>(undefined);

  const body = () => {
    const given = text.value.trim();
    const isAddress = /^https?:\/\/\S+$/.test(given);
    return {
      ...(isAddress ? { url: given } : { text: text.value }),
      ...(published.value && { published: published.value }),
      ...(outlet.value && { outlet: outlet.value }),
      ...(language.value && { language: language.value as 'de' }),
    };
  };
  const check = async () => {
    if (!text.value.trim() || busy.value) return;
    busy.value = true;
    problem.value = undefined;
    try {
      result.value = await ask(api.POST('/check', { body: body() }));
    } catch (failure) {
      problem.value = failure instanceof Problem ? failure : new Problem('internal', String(failure), null);
    }
    busy.value = false;
  };
  const keep = async (name: string) =>
    attempt(async () => {
      const { id } = await ask(api.POST('/check', { body: { ...body(), keep: true, ...(name && { name }) } }));
      if (id) route(`/check/${id}`);
    });

  return (
    <>
      <div class="page-head">
        <h1>{words.check.title}</h1>
      </div>
      <form
        class="sheet pad stack check-form"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <label>
          {words.check.text}
          <textarea
            rows={result.value ? 4 : 9}
            value={text.value}
            placeholder={words.check.placeholder}
            autofocus
            onInput={(event) => (text.value = event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void check();
            }}
          />
        </label>
        <div class="fields">
          <label>
            {words.check.published}
            <input
              type="date"
              value={published.value}
              onInput={(event) => (published.value = event.currentTarget.value)}
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
          <button class="primary" disabled={busy.value || !text.value.trim()}>
            {busy.value ? words.check.checking : words.check.check} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </button>
        </div>
      </form>
      {problem.value && <Trouble problem={problem.value} />}
      {result.value ? <Findings of={result.value} keep={keep} /> : <Kept />}
    </>
  );
}

/** A kept result under its own link. */
export function KeptCheck({ id }: { id: string }) {
  const words = say();
  const { route } = useLocation();
  const result = useAsked(`check ${id}`, (signal) =>
    ask(api.GET('/checks/{id}', { params: { path: { id } }, signal })),
  );
  useTitle(plain(result.data?.name ?? words.pages.check));
  const remove = () =>
    attempt(async () => {
      await ask(api.DELETE('/checks/{id}', { params: { path: { id } } }));
      route('/check');
    });
  return (
    <Shown of={result}>
      {(data) => (
        <>
          <div class="page-head">
            <h1>
              <Source text={data.name ?? data.title ?? words.check.title} />
            </h1>
            <p class="dim">
              {words.check.keptAt(moment(data.created_at))} <span class="mono">{data.rules_version}</span>
            </p>
            <div class="end">
              {(['csv', 'jsonl', 'json'] as const).map((format) => (
                <a
                  key={format}
                  class="button"
                  href={`/api/v1/export/checks/${encodeURIComponent(id)}?format=${format}`}
                  download=""
                >
                  {{ csv: 'CSV', jsonl: 'JSON Lines', json: 'JSON' }[format]}
                </a>
              ))}
              <button
                onClick={() =>
                  void navigator.clipboard?.writeText(location.href).then(() => tell(words.check.linkCopied))
                }
              >
                {words.check.copyLink}
              </button>
              {mayWrite() && (
                <button class="plain" onClick={() => void remove()}>
                  {words.shell.remove}
                </button>
              )}
            </div>
          </div>
          <Findings of={data} />
        </>
      )}
    </Shown>
  );
}

function Kept() {
  const words = say();
  const kept = useAsked('checks', (signal) => ask(api.GET('/checks', { params: { query: { limit: 50 } }, signal })));
  return (
    <section class="kept stack" aria-labelledby="kept">
      <h2 id="kept">{words.check.kept}</h2>
      <Shown of={kept}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="dim">{words.check.noneKept}</p>
          ) : (
            <ul class="sheet lines">
              {items.map((each) => (
                <li key={each.id} class="pad row baseline">
                  <a href={`/check/${encodeURIComponent(each.id)}`}>
                    <Source text={each.name ?? each.title ?? each.url ?? each.id} />
                  </a>
                  {each.worst && <VerdictBadge verdict={each.worst} />}
                  <span class="dim small">
                    {words.articles.claims(each.claims)} · {moment(each.created_at)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  );
}

/** The text with each figure's verdict in place, and the evidence beside it. */
function Findings({ of, keep }: { of: Result; keep?: (name: string) => Promise<boolean> }) {
  const words = say();
  const name = useSignal('');
  const parts = useMemo(() => paragraphs(of.text).slice(0, 500), [of]);
  const keeping = keep && mayWrite();
  return (
    <div class="stack check-result">
      <div class="row">
        <p role="status">
          <strong>{words.check.result(of.claims.length)}</strong>{' '}
          <span class="dim">{words.check.mentions(of.mentions.length)}</span>
        </p>
        {keeping && (
          <form
            class="row keep"
            onSubmit={(event) => {
              event.preventDefault();
              void keep(name.value.trim());
            }}
          >
            <input
              aria-label={words.check.keepName}
              placeholder={words.check.keepName}
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
            <button>{words.check.keep}</button>
          </form>
        )}
      </div>
      {of.needs_published.length > 0 && (
        <p class="note tone-off">
          {words.check.needsPublished} <Source text={of.needs_published.map((each) => `«${each}»`).join(', ')} />
        </p>
      )}
      {of.claims.length === 0 && <Empty title={words.check.noFigure} hint={words.check.noFigureHint} />}
      <Currencies of={of} />
      <Unread of={of} />
      {(of.claims.length > 0 || unreadOf(of).length > 0) && (
        <div class="checked-text">
          <div class="sheet pad stack">
            {parts.map((part) => (
              <p key={part.begin} class="quote source" lang={of.language ?? undefined}>
                {marked(part.text, spansOf(part, of))}
              </p>
            ))}
          </div>
          <ol class="stack">
            {of.claims.map((checked, index) => (
              <Verdict_ key={index} of={checked} id={anchor(index)} />
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** What a bare «Dollar» was taken for: once for all figures, as most of American news leave the country out. */
function Currencies({ of }: { of: Result }) {
  const assumed = of.claims.map(({ claim }) => claim).filter(({ flags }) => flags.includes('currency_assumed'));
  const currencies = [...new Set(assumed.map(({ unit }) => unit ?? ''))];
  const printed = (unit: string) => [
    ...new Set(assumed.filter((claim) => (claim.unit ?? '') === unit).map(({ surface }) => `«${surface}»`)),
  ];
  const most = 5;
  return currencies.map((unit) => (
    <p key={unit} class="small dim">
      <Source
        text={say().check.currencyAssumed(
          unit,
          printed(unit).slice(0, most).join(', ') + (printed(unit).length > most ? ' …' : ''),
        )}
      />
    </p>
  ));
}

/** Figures that nobody must take for checked. */
function Unread({ of }: { of: Result }) {
  const words = say().check;
  const unread = unreadOf(of);
  if (unread.length === 0) return null;
  return (
    <div class="note tone-off unread">
      <p>{words.unread(unread.length)}</p>
      <ul>
        {unread.slice(0, 50).map((figure) => (
          <li key={figure.begin}>
            «<Source text={figure.text} lang={of.language} />
            »: {words.why[figure.why]}
          </li>
        ))}
      </ul>
    </div>
  );
}

const unreadOf = (of: Result) => of.unread ?? [];
const anchor = (index: number) => `figure-${index + 1}`;

/** The paragraph's figures in their order: those of claims, and those that were not checked. */
function spansOf(part: Paragraph, of: Result): Span[] {
  const unread = unreadOf(of)
    .filter(({ begin, end }) => begin >= part.begin && end <= part.end)
    .map(({ begin, end }) => ({
      begin: begin - part.begin,
      end: end - part.begin,
      show: (text: string) => <mark class="unread-mark">{text}</mark>,
    }));
  return [...verdictSpans(part, of), ...unread].sort((a, b) => a.begin - b.begin);
}

/** Each figure of a claim, marked by its verdict, leading to the evidence. */
function verdictSpans(part: Paragraph, of: Result): Span[] {
  return of.claims
    .map((checked, index) => ({ ...checked, index }))
    .filter(({ claim }) => claim.evidence_begin >= part.begin && claim.evidence_end <= part.end)
    .sort((a, b) => a.claim.evidence_begin - b.claim.evidence_begin)
    .map(({ claim, verdict, index }) => ({
      begin: claim.evidence_begin - part.begin,
      end: claim.evidence_end - part.begin,
      show: (text) => (
        <a href={`#${anchor(index)}`} class={`verdict-mark tone-${isAlone({ verdict }) ? 'none' : tone(verdict)}`}>
          <mark>{text}</mark>{' '}
          <span class="verdict-word">{isAlone({ verdict }) ? say().noEvidence : label('verdicts', verdict)}</span>
        </a>
      ),
    }));
}

function Verdict_({ of, id }: { of: Checked; id: string }) {
  const words = say();
  const alone = isAlone(of);
  const assumed = of.claim.flags.filter((flag) => !flag.endsWith('_suspect') && flag !== 'currency_assumed');
  const [first, ...others] = of.evidence;
  return (
    <li id={id} class={`sheet pad checked tone-${alone ? 'none' : tone(of.verdict)}`}>
      <p class="row baseline">
        <VerdictBadge verdict={of.verdict} evidence={!alone} />
        <DoubtBadge of={of} />
        <Fact claim={of.claim} />
      </p>
      <Figure claim={of.claim} />
      {assumed.length > 0 && (
        <p class="small dim">{words.check.assumed(assumed.map((flag) => label('flags', flag)))}</p>
      )}
      <p class="small">
        <Source text={decidedWords(of)} />
      </p>
      <Remarks of={of} />
      {of.verdicts.length > 1 && <Tallies of={of.verdicts} />}
      {first && <EvidenceLine of={first} />}
      {others.length > 0 && (
        <details class="small">
          <summary>{words.check.moreEvidence(others.length)}</summary>
          <ul class="stack">
            {others.slice(0, 20).map((each) => (
              <li key={each.claim.id}>
                <EvidenceLine of={each} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {of.near_misses.length > 0 && (
        <details class="small" open={alone && of.near_misses.length < 3}>
          <summary>{words.check.nearMisses(of.near_misses.length)}</summary>
          <ul class="stack">
            {of.near_misses.map((miss) => (
              <li key={miss.claim.id}>
                {miss.part && <span class="badge tone-none">{words.claim.other(label('parts', miss.part))}</span>}{' '}
                <Fact claim={miss.claim} /> <Figure claim={miss.claim} /> <Places claim={miss.claim} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function EvidenceLine({ of }: { of: Schemas['Evidence'] }) {
  return (
    <div class="evidence-line">
      <p class="row baseline small">
        <Outlet of={of.claim} /> <VerdictBadge verdict={of.verdict} />
      </p>
      <Figure claim={of.claim} />
      <Sentence claim={of.claim} />
      <Places claim={of.claim} />
    </div>
  );
}
