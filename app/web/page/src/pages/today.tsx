import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';

import type { operations } from '../../types/api';
import { only, useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Claim, type Conflict, type Schemas } from '../api/client';
import { arrivals, changes, seen } from '../api/live';
import { current } from '../api/reviews';
import { count, day, ratio, scaleOf } from '../format';
import { useKeys } from '../keys';
import { Certainty, Fact, openSource, Outlet, Places } from '../parts/claim_line';
import { Figure, metricWords, periodWords } from '../parts/figure';
import { Choice, CompanyField, Fields, TextField, WordField } from '../parts/filters';
import { CorrectDialog, decide, ReviewBadge, ReviewButtons, ReviewNote } from '../parts/review';
import { Empty, Shown } from '../parts/state';
import { useChosen, useSteady } from '../parts/steady';
import { findingWords, reasonWords, tone, VerdictBadge } from '../parts/verdict';
import { Sentence, Source } from '../text/marked';
import { field, label } from '../words/vocabulary';
import { say } from '../words/words';

type List = Schemas['Today'];
interface Shown_ extends List {
  older: boolean; ///< nothing was new, so that all findings are shown
}

const kStep = 25;
const kMost = 500;

async function load(query: URLSearchParams, limit: number, signal: AbortSignal): Promise<Shown_> {
  const filter = {
    ...only(query, ['company', 'metric', 'outlet', 'review']),
    section: query.getAll('section'),
    verdict: query.getAll('verdict'),
    limit,
  } as operations['getToday']['parameters']['query'];
  const since = query.get('since');
  const conflicts = () => ask(api.GET('/conflicts', { params: { query: filter }, signal }));
  if (since === 'all') return { ...(await conflicts()), older: false };
  const today = await ask(api.GET('/today', { params: { query: since ? { ...filter, since } : filter }, signal }));
  if (since || today.page.total > 0) return { ...today, older: false };
  const all = await conflicts();
  return { ...all, since: today.since, older: all.page.total > 0 };
}

export default function Today() {
  const words = say().today;
  useTitle(say().pages.today);
  const { query, set, link } = useQuery();
  const limit = useSignal(kStep);
  const list = useAsked(`today ${query} ${limit.value}`, (signal) => load(query, limit.value, signal));
  const items = useSteady(String(query), list.data?.items ?? [], list.busy);
  const [at, move] = useChosen(items.map(({ id }) => id));

  useEffect(() => {
    if (changes.value > 0) list.again();
  }, [changes.value]);
  const showNew = () => {
    seen();
    list.again();
  };

  return (
    <>
      <div class="page-head">
        <h1>{words.title}</h1>
        {list.data && <Headline list={list.data} />}
        <div class="end">
          {arrivals.value.articles > 0 && (
            <button class="primary" onClick={showNew}>
              {words.arrived(arrivals.value.articles, arrivals.value.conflicts)} <kbd aria-hidden="true">n</kbd>
            </button>
          )}
        </div>
      </div>
      <Filters query={query} set={set} link={link} sections={list.data?.sections ?? []} />
      <Shown of={list}>
        {(data) =>
          items.length === 0 ? (
            <Nothing filtered={query.size > 0} />
          ) : (
            <>
              <Findings items={items} at={at} move={move} showNew={showNew} />
              {data.page.next_offset !== null && limit.value < kMost && (
                <p class="more">
                  <button onClick={() => (limit.value = Math.min(kMost, limit.value + kStep))}>
                    {say().shell.more}
                  </button>
                </p>
              )}
            </>
          )
        }
      </Shown>
    </>
  );
}

function Headline({ list }: { list: Shown_ }) {
  const words = say().today;
  const total = `${count(list.page.total)}${list.page.total_is_exact ? '' : '+'}`;
  return (
    <p class="dim" role="status">
      {list.older
        ? words.older(total, day(list.since))
        : list.since > '0001-01-01'
          ? words.since(total, day(list.since))
          : words.all(total)}
    </p>
  );
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

function Filters({
  query,
  set,
  link,
  sections,
}: {
  query: URLSearchParams;
  set: ReturnType<typeof useQuery>['set'];
  link: ReturnType<typeof useQuery>['link'];
  sections: List['sections'];
}) {
  const words = say();
  const chosen = query.getAll('section');
  const get = (name: string) => query.get(name) ?? '';
  const put = (name: string) => (value: string) => set({ [name]: value }, true);
  return (
    <div class="filters">
      <ul class="chips" aria-label={words.today.sections}>
        {sections.map(({ section, count: many, is_exact }) => {
          const is = chosen.includes(section);
          const next = is ? chosen.filter((each) => each !== section) : [...chosen, section];
          return (
            <li key={section}>
              <a class="button chip" aria-current={is ? 'true' : undefined} href={link({ section: next })}>
                {label('sections', section)}{' '}
                <span class="number dim">
                  {count(many)}
                  {is_exact ? '' : '+'}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
      <Fields active={[...query.keys()].filter((name) => name !== 'section').length}>
        <CompanyField label={field('company')} value={get('company')} set={put('company')} />
        <WordField label={field('metric')} value={get('metric')} set={put('metric')} list="metrics" />
        <TextField label={field('outlet')} value={get('outlet')} set={put('outlet')} />
        <WordField label={words.field.verdict} value={get('verdict')} set={put('verdict')} list="verdicts" />
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
        <Choice
          label={field('since')}
          value={get('since')}
          set={put('since')}
          any={words.today.sinceYesterday}
          choices={[
            [daysAgo(7), words.today.days(7)],
            [daysAgo(30), words.today.days(30)],
            ['all', words.today.allTime],
          ]}
        />
        {query.size > 0 && (
          <a class="button plain" href="/">
            {words.clear}
          </a>
        )}
      </Fields>
    </div>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const words = say().today;
  return filtered ? (
    <Empty title={words.nothingFiltered}>
      <p>
        <a href="/?since=all">{words.showAll}</a>
      </p>
    </Empty>
  ) : (
    <Empty title={words.nothing} hint={words.nothingHint} command="gegenprobe add FILE …   ·   gegenprobe crawl" />
  );
}

/** The list with its keys: j and k move, h and l choose the side, a c r judge it, o opens it. */
function Findings({
  items,
  at,
  move,
  showNew,
}: {
  items: Conflict[];
  at: number;
  move: (to: number) => void;
  showNew: () => void;
}) {
  const { route } = useLocation();
  const sides = useSignal<Record<string, 'a' | 'b'>>({});
  const correcting = useSignal<Claim | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const item = items[at]!;
  const side = (of: Conflict) => sides.value[of.id] ?? of.pivot;
  const chosen = (of: Conflict) => current((side(of) === 'b' && of.b) || of.a);
  const choose = (of: Conflict, to: 'a' | 'b') => (sides.value = { ...sides.value, [of.id]: to });
  const go = (to: number) => {
    if (to < 0 || to >= items.length) return;
    move(to);
    const card = list.current?.children[to]?.firstElementChild as HTMLElement | null;
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    h: () => choose(item, 'a'),
    l: () => choose(item, 'b'),
    a: () => void decide(chosen(item), 'accept'),
    c: () => void (correcting.value = chosen(item)),
    r: () => void decide(chosen(item), 'reject'),
    o: () => openSource(chosen(item)),
    n: showNew,
    Enter: () =>
      (document.activeElement === document.body || list.current?.contains(document.activeElement)) &&
      route(`/claims/${chosen(item).id}`),
  });
  return (
    <>
      <ol class="findings" ref={list}>
        {items.map((each, index) => (
          <li key={each.id}>
            <Finding
              of={each}
              here={index === at}
              side={side(each)}
              choose={(to) => choose(each, to)}
              take={() => move(index)}
              correct={(claim) => (correcting.value = claim)}
            />
          </li>
        ))}
      </ol>
      {correcting.value && <CorrectDialog claim={correcting.value} close={() => (correcting.value = undefined)} />}
    </>
  );
}

interface FindingProps {
  of: Conflict;
  here: boolean;
  side: 'a' | 'b';
  choose: (side: 'a' | 'b') => void;
  take: () => void;
  correct: (claim: Claim) => void;
}

function Finding({ of, here, side, choose, take, correct }: FindingProps) {
  const words = say().today;
  const [a, b] = [current(of.a), of.b && current(of.b)];
  const chosen = (side === 'b' && b) || a;
  const alone = of.section === 'one_origin';
  return (
    <article
      class={`sheet finding tone-${tone(of.verdict)}`}
      tabIndex={-1}
      aria-current={here ? 'true' : undefined}
      onFocusCapture={take}
      onClick={take}
    >
      <header class="finding-head">
        {alone ? (
          <span class="badge tone-none">{label('sections', of.section)}</span>
        ) : (
          <VerdictBadge verdict={of.verdict} />
        )}
        <Fact claim={chosen} />
        {of.ratio !== null && of.ratio > 1 && (
          <span class="ratio number" title={words.ratio}>
            ×{ratio(of.verdict === 'scale_suspect' ? scaleOf(of.ratio) : of.ratio)}
          </span>
        )}
      </header>
      <div class={b ? 'sides' : 'sides one'}>
        <Side
          claim={a}
          other={b}
          differs={of.differs}
          chosen={here && !!b && side === 'a'}
          choose={() => choose('a')}
        />
        {b && (
          <Side claim={b} other={a} differs={of.differs} chosen={here && side === 'b'} choose={() => choose('b')} />
        )}
      </div>
      <footer class="finding-foot">
        <p>
          <span class="source">
            {alone ? words.alone : b ? reasonWords({ ...of, part: of.part as never }, a, b) : findingWords(of, a)}
          </span>
          {of.differs.length > 0 && (
            <span class="dim"> {words.differs(of.differs.map((name) => words.difference[name]))}</span>
          )}
        </p>
        {of.more_count > 0 && <More of={of} />}
        {here && <ReviewButtons claim={chosen} onCorrect={() => correct(chosen)} />}
      </footer>
    </article>
  );
}

function Side({
  claim,
  other,
  differs,
  chosen,
  choose,
}: {
  claim: Claim;
  other: Claim | null;
  differs: Conflict['differs'];
  chosen: boolean;
  choose: () => void;
}) {
  const words = say();
  const own: [Conflict['differs'][number], string][] = [
    ['period', periodWords(claim) || words.claim.noPeriod],
    ['modality', label('modalities', claim.modality)],
    ['metric', metricWords(claim)],
    ['variant', metricWords(claim)],
    ['status', claim.status ? label('statuses', claim.status) : ''],
    ['attribution', claim.attribution ?? words.claim.articleItself],
  ];
  const told = own.filter(([name, text]) => other && differs.includes(name) && text);
  return (
    <section class="side" data-chosen={chosen || undefined} onClick={choose}>
      <p class="side-head">
        <Outlet of={claim} /> <ReviewBadge review={claim.review} />
      </p>
      <Figure claim={claim} />
      <Sentence claim={claim} />
      {told.length > 0 ? (
        <dl class="differences small">
          {told.map(([name, text]) => (
            <div key={name}>
              <dt>{words.today.difference[name]}</dt>
              <dd>
                <Source text={text} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Certainty claim={claim} />
      )}
      <ReviewNote review={claim.review} />
      <Places claim={claim} />
    </section>
  );
}

function More({ of }: { of: Conflict }) {
  const words = say().today;
  return (
    <details class="small">
      <summary>{of.section === 'one_origin' ? words.copies(of.more_count) : words.more(of.more_count)}</summary>
      <ul class="more-list">
        {of.more.map(({ claim }) => (
          <li key={claim.id}>
            <Outlet of={claim} />: <Figure claim={claim} /> <a href={`/claims/${claim.id}`}>c{claim.id}</a>
          </li>
        ))}
        {of.more_count > of.more.length && (
          <li>
            <a href={`/claims/${of[of.pivot]?.id ?? of.a.id}`}>{words.allOfThem}</a>
          </li>
        )}
      </ul>
    </details>
  );
}
