import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { only, useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Article } from '../api/client';
import { count } from '../format';
import { Outlet } from '../parts/claim_line';
import { CompanyField, TextField } from '../parts/filters';
import { useLines } from '../parts/lines';
import { Empty, Shown } from '../parts/state';
import { webAddress } from '../text/fragment';
import { Source } from '../text/marked';
import { field } from '../words/vocabulary';
import { say } from '../words/words';

const kStep = 50;

export default function Articles() {
  const words = say();
  useTitle(words.pages.articles);
  const { query, set } = useQuery();
  const limit = useSignal(kStep);
  const filter = only(query, ['text', 'company', 'outlet', 'since']);
  const list = useAsked(`articles ${JSON.stringify(filter)} ${limit.value}`, (signal) =>
    ask(api.GET('/articles', { params: { query: { ...filter, limit: limit.value } }, signal })),
  );
  const get = (name: string) => query.get(name) ?? '';
  const put = (name: string) => (value: string) => set({ [name]: value }, true);
  return (
    <>
      <div class="page-head">
        <h1>{words.pages.articles}</h1>
        {list.data && (
          <p class="dim" role="status">
            {words.articles.found(count(list.data.page.total), list.data.page.total_is_exact)}
          </p>
        )}
      </div>
      <div class="filters">
        <div class="fields">
          <TextField class="wide" label={words.articles.text} value={get('text')} set={put('text')} type="search" />
          <CompanyField label={field('company')} value={get('company')} set={put('company')} />
          <TextField label={field('outlet')} value={get('outlet')} set={put('outlet')} />
          <label>
            {field('since')}
            <input type="date" value={get('since')} onChange={(event) => put('since')(event.currentTarget.value)} />
          </label>
          {query.size > 0 && (
            <a class="button plain" href="/articles">
              {words.clear}
            </a>
          )}
        </div>
      </div>
      <Shown of={list}>
        {(data) =>
          data.items.length === 0 ? (
            query.size > 0 ? (
              <Empty title={words.articles.nothingFiltered} hint={words.tryOther} />
            ) : (
              <Empty title={words.articles.nothing} hint={words.articles.nothingHint} command="gegenprobe add FILE …" />
            )
          ) : (
            <>
              <ArticleList articles={data.items} />
              {data.page.next_offset !== null && limit.value < 500 && (
                <p class="more">
                  <button onClick={() => (limit.value += kStep)}>{words.shell.more}</button>
                </p>
              )}
            </>
          )
        }
      </Shown>
    </>
  );
}

export function ArticleList({ articles }: { articles: Article[] }) {
  const words = say();
  const copies = ({ origin }: Article) =>
    origin === null ? 1 : articles.filter((other) => other.origin === origin).length;
  const lines = useRef<HTMLUListElement>(null);
  useLines(lines);
  return (
    <ul class="sheet lines" ref={lines}>
      {articles.map((article) => (
        <li key={article.id} class="pad article-line">
          <a
            href={`/articles/${article.id}`}
            class="article-title"
            data-line
            data-source={webAddress(article.url)?.href}
          >
            {article.title ? <Source text={article.title} lang={article.language} /> : words.articles.noTitle}
          </a>
          <p class="small dim row baseline">
            <Outlet of={article} />
            <span>{words.articles.claims(article.claims)}</span>
            {article.revisions > 1 && <span class="badge tone-old">{words.articles.revisions(article.revisions)}</span>}
            {copies(article) > 1 && <span class="badge tone-none">{words.articles.copies(copies(article))}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
