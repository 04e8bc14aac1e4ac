import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

import { useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Claim, type Mention, type Schemas } from '../api/client';
import { current } from '../api/reviews';
import { moment } from '../format';
import { Certainty, Fact, Outlet, Places } from '../parts/claim_line';
import { Figure, figureWords, metricWords, periodWords } from '../parts/figure';
import { ReviewBadge } from '../parts/review';
import { Shown } from '../parts/state';
import { webAddress } from '../text/fragment';
import { marked, Source, type Span } from '../text/marked';
import { type Paragraph, paragraphs } from '../text/paragraphs';
import { plain } from '../text/plain';
import { label } from '../words/vocabulary';
import { say } from '../words/words';
import { ArticleList } from './articles';

type Detail = Schemas['ArticleDetail'];
type Diff = Schemas['Diff'];
type Tab = 'text' | 'changes' | 'source' | 'copies';

export default function Article({ id }: { id: string }) {
  const { query } = useQuery();
  const number = Number(id.replace(/^a/, ''));
  const revision = Number(query.get('revision')) || undefined;
  const detail = useAsked(`article ${number} ${revision}`, (signal) =>
    ask(api.GET('/articles/{id}', { params: { path: { id: number }, query: { revision } }, signal })),
  );
  return <Shown of={detail}>{(data) => <Shown_ of={data} id={number} />}</Shown>;
}

function Shown_({ of, id }: { of: Detail; id: number }) {
  const words = say();
  const { query, link } = useQuery();
  const { article } = of;
  const tab = (query.get('show') ?? 'text') as Tab;
  const web = webAddress(article.url);
  const has = of.revisions.find(({ number }) => number === of.revision)?.source ?? false;
  useTitle(plain(article.title ?? words.articles.noTitle));
  const tabs: [Tab, string, boolean][] = [
    ['text', words.article.text, true],
    ['changes', words.article.changes(of.revisions.length), of.revisions.length > 1],
    ['source', words.article.source, has],
    ['copies', words.article.copies(of.copies_count), of.copies_count > 0],
  ];
  return (
    <>
      <div class="page-head article-head">
        <h1>{article.title ? <Source text={article.title} lang={article.language} /> : words.articles.noTitle}</h1>
        <p class="row baseline dim">
          <Outlet of={article} />
          {article.author && article.author !== article.outlet && <Source text={article.author} />}
          {article.agency && (
            <span>
              {words.article.agency} <Source text={article.agency} />
            </span>
          )}
          <span class="number">a{article.id}</span>
          {of.revisions.length > 1 && <span>{words.article.revision(of.revision, of.revisions.length)}</span>}
          {web && (
            <a href={web.href} target="_blank" rel="noopener noreferrer">
              <span class="source">{web.hostname}</span> <span aria-hidden="true">↗</span>
            </a>
          )}
        </p>
      </div>
      <nav class="tabs" aria-label={words.article.views}>
        {tabs
          .filter(([, , is]) => is)
          .map(([name, text]) => (
            <a
              key={name}
              href={link({ show: name === 'text' ? null : name })}
              aria-current={name === tab ? 'page' : undefined}
            >
              {text}
            </a>
          ))}
      </nav>
      {tab === 'changes' ? (
        <Changes of={of} id={id} />
      ) : tab === 'source' ? (
        <SourcePage id={id} revision={of.revision} />
      ) : tab === 'copies' ? (
        <ArticleList articles={of.copies} />
      ) : (
        <Text of={of} />
      )}
    </>
  );
}

const kinds: Mention['kind'][] = ['money', 'percent', 'quantity', 'date', 'company', 'speaker'];
const kFirst = 60; // paragraphs that are shown before one asks for more
const kMore = 400;

function Text({ of }: { of: Detail }) {
  const words = say();
  const off = useSignal<ReadonlySet<string>>(new Set());
  const shown = useSignal(kFirst);
  const pointed = useSignal<number | null>(null);
  const parts = useMemo(() => paragraphs(of.text), [of]);
  const counts = useMemo(
    () => new Map(kinds.map((kind) => [kind, of.mentions.filter((mention) => mention.kind === kind).length])),
    [of],
  );
  const toggle = (kind: string) => {
    const next = new Set(off.value);
    if (!next.delete(kind)) next.add(kind);
    off.value = next;
  };

  // A link to a claim in here (#c12) shows it, however far down it is.
  useEffect(() => {
    const id = Number(/^#c(\d+)$/.exec(location.hash)?.[1]);
    const claim = of.claims.find((each) => each.id === id);
    if (!claim) return;
    shown.value = Math.max(shown.value, parts.findIndex(({ end }) => end > claim.evidence_begin) + 1);
    pointed.value = id;
    requestAnimationFrame(() => document.getElementById(`c${id}`)?.scrollIntoView({ block: 'center' }));
  }, [of]);

  return (
    <>
      <div class="row kinds" role="group" aria-label={words.article.highlight}>
        <span class="small dim">{words.article.highlight}</span>
        {kinds
          .filter((kind) => counts.get(kind)! > 0)
          .map((kind) => (
            <button
              key={kind}
              class={`kind kind-${kind}`}
              aria-pressed={!off.value.has(kind)}
              onClick={() => toggle(kind)}
            >
              <span class="kind-sample" aria-hidden="true" /> {label('kinds', kind)}{' '}
              <span class="number dim">{counts.get(kind)}</span>
            </button>
          ))}
      </div>
      <div class="sheet reading">
        {parts.slice(0, shown.value).map((part) => (
          <ReadParagraph
            key={part.begin}
            part={part}
            of={of}
            off={off.value}
            pointed={pointed.value}
            point={(id) => (pointed.value = id)}
          />
        ))}
        {parts.length > shown.value && (
          <p class="pad">
            <button onClick={() => (shown.value += kMore)}>{words.article.goOn(parts.length - shown.value)}</button>
          </p>
        )}
        {parts.length === 0 && <p class="pad dim">{words.article.noText}</p>}
      </div>
    </>
  );
}

interface ReadProps {
  part: Paragraph;
  of: Detail;
  off: ReadonlySet<string>;
  pointed: number | null;
  point: (id: number | null) => void;
}

/** A paragraph with its mentions, and the claims that stand in it beside it. */
function ReadParagraph({ part, of, off, pointed, point }: ReadProps) {
  const inside = ({ begin, end }: { begin: number; end: number }) => begin >= part.begin && end <= part.end;
  const claims = of.claims.filter((claim) => inside({ begin: claim.evidence_begin, end: claim.evidence_end }));
  const claimAt = new Map(claims.map((claim) => [claim.evidence_begin, claim.id]));
  const spans: Span[] = of.mentions
    .filter((mention) => inside(mention) && !off.has(mention.kind))
    .sort((a, b) => a.begin - b.begin || b.end - a.end)
    .map((mention) => {
      const claim = claimAt.get(mention.begin) ?? null;
      return {
        begin: mention.begin - part.begin,
        end: mention.end - part.begin,
        show: (text) => (
          <mark
            class={`kind-${mention.kind}`}
            data-pointed={(claim !== null && claim === pointed) || undefined}
            title={`${label('kinds', mention.kind)} · ${mention.rule}`}
            onMouseEnter={claim === null ? undefined : () => point(claim)}
          >
            {text}
          </mark>
        ),
      };
    });
  return (
    <div class="read">
      <p class="quote source" lang={of.article.language ?? undefined}>
        {marked(part.text, spans)}
      </p>
      <ul class="margin">
        {claims.map((each) => (
          <MarginClaim key={each.id} claim={current(each)} pointed={each.id === pointed} point={point} />
        ))}
      </ul>
    </div>
  );
}

function MarginClaim({
  claim,
  pointed,
  point,
}: {
  claim: Claim;
  pointed: boolean;
  point: (id: number | null) => void;
}) {
  const period = periodWords(claim);
  return (
    <li
      id={`c${claim.id}`}
      class="margin-claim small"
      data-pointed={pointed || undefined}
      onMouseEnter={() => point(claim.id)}
    >
      <a href={`/claims/${claim.id}`} onFocus={() => point(claim.id)}>
        <strong>{figureWords(claim)}</strong>
      </a>{' '}
      {claim.subject ? <Source text={claim.subject} /> : say().claim.noCompany} · {metricWords(claim)}
      {period && ` · ${period}`}
      {claim.modality !== 'asserted' && <span class="dim"> · {label('modalities', claim.modality)}</span>}{' '}
      <ReviewBadge review={claim.review} />
    </li>
  );
}

function Changes({ of, id }: { of: Detail; id: number }) {
  const words = say();
  const { query, link } = useQuery();
  const to = Number(query.get('to')) || of.revisions.at(-1)!.number;
  const from = Number(query.get('from')) || Math.max(1, to - 1);
  const diff = useAsked(`diff ${id} ${from} ${to}`, (signal) =>
    ask(api.GET('/articles/{id}/diff', { params: { path: { id }, query: { from, to } }, signal })),
  );
  return (
    <div class="columns">
      <Shown of={diff}>
        {(data) => (
          <div class="stack">
            <div class="sheet pad stack">
              <p class="small dim">
                {words.article.wordsChanged(data.words_removed, data.words_added)}
                {data.minor && ` ${words.article.minor}`}
              </p>
              {data.title_before !== data.title_after && (
                <p class="diff">
                  <strong>{words.article.headline}</strong> <del>{plain(data.title_before ?? '')}</del>{' '}
                  <ins>{plain(data.title_after ?? '')}</ins>
                </p>
              )}
              <p class="quote source diff" lang={of.article.language ?? undefined}>
                {oldFirst(data.diff).map((piece, index) => (
                  <Piece key={index} of={piece} first={index === 0} last={index === data.diff.length - 1} />
                ))}
              </p>
            </div>
            <ChangedClaims changes={data.claims} />
          </div>
        )}
      </Shown>
      <aside class="sheet pad stack">
        <h2>{words.article.revisions}</h2>
        <ol class="stack revisions">
          {of.revisions.map((revision) => (
            <li key={revision.number}>
              {revision.number > 1 ? (
                <a
                  href={link({ to: `${revision.number}`, from: `${revision.number - 1}` })}
                  aria-current={revision.number === to ? 'true' : undefined}
                >
                  {words.article.revision(revision.number, of.revisions.length)}
                </a>
              ) : (
                words.article.revision(revision.number, of.revisions.length)
              )}
              <p class="small dim">
                {moment(revision.fetched_at)} · {words.articles.claims(revision.claims)}
              </p>
              {revision.correction && <span class="badge tone-old">{words.article.correction}</span>}
              <p class="small">
                <a href={`/articles/${id}?revision=${revision.number}`}>{words.article.read}</a>
              </p>
            </li>
          ))}
        </ol>
      </aside>
    </div>
  );
}

const kContext = 300; // characters of unchanged text on each side of a change

function shortened(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * kContext) return text;
  const head = first ? '' : text.slice(0, kContext);
  const tail = last ? '' : text.slice(-kContext);
  return `${head} […] ${tail}`;
}

/** What went stands before what came in its place. */
function oldFirst(diff: Diff['diff']): Diff['diff'] {
  const sorted = [...diff];
  for (let at = 1; at < sorted.length; ++at) {
    const [before, after] = [sorted[at - 1]!, sorted[at]!];
    if (before.op === 'added' && after.op === 'removed') [sorted[at - 1], sorted[at]] = [after, before];
  }
  return sorted;
}

/** Words that stayed, came or went, parted from their neighbours by a blank. */
function Piece({ of, first, last }: { of: Diff['diff'][number]; first: boolean; last: boolean }) {
  const text = plain(of.op === 'same' ? shortened(of.text, first, last) : of.text);
  const shown = of.op === 'removed' ? <del>{text}</del> : of.op === 'added' ? <ins>{text}</ins> : text;
  return (
    <>
      {shown}
      {!text.endsWith('\n') && ' '}
    </>
  );
}

const signs = { changed: '≠', came: '+', went: '−' } as const;

/** Each claim that came, went or states something else now. */
function ChangedClaims({ changes }: { changes: Diff['claims'] }) {
  const words = say().article;
  if (changes.length === 0) return <p class="dim">{words.sameClaims}</p>;
  return (
    <section class="stack">
      <h2>{words.changedClaims}</h2>
      <ul class="sheet lines">
        {changes.map(({ change, before, after }, index) => (
          <li key={index} class="pad">
            <p class="row baseline">
              <span class={`badge tone-${change === 'changed' ? 'bad' : 'old'}`}>
                <span class="badge-sign" aria-hidden="true">
                  {signs[change]}
                </span>
                {words.change[change]}
              </span>
              <Fact claim={(after ?? before)!} />
            </p>
            <p class="row baseline">
              {before && (
                <del>
                  <Figure claim={before} />
                </del>
              )}
              {before && after && <span aria-hidden="true">→</span>}
              {after && (
                <ins>
                  <Figure claim={after} />
                </ins>
              )}
            </p>
            <p class="row baseline small">
              <Certainty claim={(after ?? before)!} /> <Places claim={(after ?? before)!} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourcePage({ id, revision }: { id: number; revision: number }) {
  const words = say();
  const page = useAsked(`source ${id} ${revision}`, (signal) =>
    ask(api.GET('/articles/{id}/source', { params: { path: { id }, query: { revision } }, signal })),
  );
  const shown = useSignal(20_000);
  return (
    <Shown of={page}>
      {(data) => (
        <div class="stack">
          <dl class="facts sheet pad">
            {(
              [
                [words.article.fetched, data.fetched_at && moment(data.fetched_at)],
                [words.article.status, data.status],
                [words.article.contentType, data.content_type],
                ['URL', data.url],
              ] as const
            ).map(
              ([name, value]) =>
                value && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd class="source">{plain(`${value}`)}</dd>
                  </div>
                ),
            )}
          </dl>
          {data.headers.length > 0 && (
            <details class="small">
              <summary>{words.article.headers}</summary>
              <dl class="facts">
                {data.headers.map(({ name, value }, index) => (
                  <div key={index}>
                    <dt class="source">{plain(name)}</dt>
                    <dd class="source">{plain(value)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
          <pre class="sheet pad source fetched" tabIndex={0} aria-label={words.article.source}>
            {plain(data.text.slice(0, shown.value))}
          </pre>
          {data.text.length > shown.value && (
            <p>
              <button onClick={() => (shown.value += 200_000)}>{words.shell.more}</button>
            </p>
          )}
          {data.cut && <p class="small dim">{words.article.cut}</p>}
        </div>
      )}
    </Shown>
  );
}
