import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';

import type { useQuery } from '../../address';
import { api, ask, type Claim, type Schemas } from '../../api/client';
import { current } from '../../api/reviews';
import { mayWrite } from '../../api/session';
import { count } from '../../format';
import { useKeys } from '../../keys';
import { openSource } from '../../parts/claim_line';
import { CorrectDialog, decide } from '../../parts/review';
import { useWide } from '../../parts/screen';
import { useChunks, useVisibleRows } from '../../parts/window';
import { say } from '../../words/words';
import { chosenColumns, type Column, columns } from './columns';
import { filterOf, kChunk, sortOf } from './query';

const rem_px = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Rows as a table of which only those in sight are in the page; ten thousand at most, the rest is for filters and exports. */
export function Table({
  id,
  list,
  query,
  link,
  busy,
}: {
  id: string;
  list: Schemas['ClaimList'];
  query: URLSearchParams;
  link: ReturnType<typeof useQuery>['link'];
  busy: boolean;
}) {
  const words = say();
  const { route } = useLocation();
  const wide = useWide();
  const body = useRef<HTMLDivElement>(null);
  const filter = filterOf(query);
  const chosen = chosenColumns(query);
  const height = (wide ? 2.5 : 6.1) * rem_px();
  const rows = list.page.total;
  const chunks = useChunks<Claim>(id, list.items, kChunk, async (offset, signal) => {
    const more = await ask(
      api.GET('/claims', { params: { query: { ...filter, sort: sortOf(query), limit: kChunk, offset } }, signal }),
    );
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
  const correcting = useSignal<Claim | undefined>(undefined);
  const here = () => chunks.row(at.value);
  useKeys({
    j: () => go(at.value + 1),
    k: () => go(at.value - 1),
    a: () => mayWrite() && here() && void decide(current(here()!), 'accept'),
    c: () => mayWrite() && here() && void (correcting.value = current(here()!)),
    r: () => mayWrite() && here() && void decide(current(here()!), 'reject'),
    o: () => here() && openSource(here()!),
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
                      {words.column[name]}{' '}
                      <span aria-hidden="true">{is === 'ascending' ? '↑' : is === 'descending' ? '↓' : ''}</span>
                    </a>
                  ) : (
                    words.column[name]
                  )}
                </span>
              );
            })}
          </div>
          <div role="rowgroup" ref={body} class="grid-body" style={{ height: `${rows * height}px` }}>
            {Array.from({ length: Math.max(0, Math.min(last, rows) - first) }, (_, index) => first + index).map(
              (index) => {
                const claim = chunks.row(index);
                return (
                  <div
                    role="row"
                    key={index}
                    aria-rowindex={index + 2}
                    class="grid-row"
                    aria-current={index === at.value ? 'true' : undefined}
                    style={{ ...template, height: `${height}px`, transform: `translateY(${index * height}px)` }}
                  >
                    {claim ? (
                      <Row claim={current(claim)} chosen={chosen} />
                    ) : (
                      <span role="cell" class="dim">
                        …
                      </span>
                    )}
                  </div>
                );
              },
            )}
          </div>
        </div>
      </div>
      {correcting.value && <CorrectDialog claim={correcting.value} close={() => (correcting.value = undefined)} />}
      {!list.page.total_is_exact && <p class="small dim beyond">{words.claims.beyond(count(rows))}</p>}
    </>
  );
}

/** What the cell cuts off is told beside the pointer. */
function tellWhole({ currentTarget: cell }: { currentTarget: HTMLElement }) {
  cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}

function Row({ claim, chosen }: { claim: Claim; chosen: Column[] }) {
  return (
    <>
      <span role="cell" class="cell-id">
        <a href={`/claims/${claim.id}`}>c{claim.id}</a>
      </span>
      {chosen.map((name) => (
        <span role="cell" key={name} class={`cell cell-${name}`} onMouseEnter={tellWhole}>
          {columns[name].cell(claim)}
        </span>
      ))}
    </>
  );
}
