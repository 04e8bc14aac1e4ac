import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask } from '../api/client';
import { count } from '../format';
import { companyPath } from '../parts/claim_line';
import { TextField } from '../parts/filters';
import { useLines } from '../parts/lines';
import { Empty, Shown } from '../parts/state';
import { Source } from '../text/marked';
import { field } from '../words/vocabulary';
import { say } from '../words/words';

const kStep = 50;

export default function Companies() {
  const words = say();
  useTitle(words.pages.companies);
  const { query, set } = useQuery();
  const name = query.get('name') ?? '';
  const limit = useSignal(kStep);
  const list = useAsked(`companies ${name} ${limit.value}`, (signal) =>
    ask(api.GET('/companies', { params: { query: { ...(name && { name }), limit: limit.value } }, signal })),
  );
  const lines = useRef<HTMLTableSectionElement>(null);
  useLines(lines);
  return (
    <>
      <div class="page-head">
        <h1>{words.pages.companies}</h1>
        {list.data && (
          <p class="dim" role="status">
            {words.companies.found(count(list.data.page.total), list.data.page.total_is_exact)}
          </p>
        )}
      </div>
      <div class="filters">
        <div class="fields">
          <TextField
            class="wide"
            label={words.companies.name}
            value={name}
            set={(value) => set({ name: value }, true)}
            type="search"
          />
        </div>
      </div>
      <Shown of={list}>
        {(data) =>
          data.items.length === 0 ? (
            name ? (
              <Empty title={words.companies.nothingFiltered} hint={words.companies.nothingFilteredHint} />
            ) : (
              <Empty
                title={words.companies.nothing}
                hint={words.companies.nothingHint}
                command="gegenprobe add FILE …"
              />
            )
          ) : (
            <div class="sheet scroll-x">
              <table class="padded stacked">
                <thead>
                  <tr>
                    <th scope="col">{field('company')}</th>
                    <th scope="col" class="number">
                      {words.pages.claims}
                    </th>
                    <th scope="col" class="number">
                      {words.pages.articles}
                    </th>
                    <th scope="col">{words.companies.ticker}</th>
                    <th scope="col">LEI</th>
                    <th scope="col">Wikidata</th>
                  </tr>
                </thead>
                <tbody ref={lines}>
                  {data.items.map((company) => (
                    <tr key={company.entity}>
                      <td>
                        <a href={companyPath(company.entity)} data-line>
                          <Source text={company.name} />
                        </a>
                      </td>
                      <td class="number" data-label={words.pages.claims}>
                        {count(company.claims)}
                      </td>
                      <td class="number" data-label={words.pages.articles}>
                        {count(company.articles)}
                      </td>
                      <td class="mono" data-label={words.companies.ticker}>
                        {company.ticker}
                      </td>
                      <td class="mono" data-label="LEI">
                        {company.lei}
                      </td>
                      <td class="mono" data-label="Wikidata">
                        {company.wikidata}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Shown>
      {list.data && list.data.page.next_offset !== null && limit.value < 500 && (
        <p class="more">
          <button onClick={() => (limit.value += kStep)}>{words.shell.more}</button>
        </p>
      )}
    </>
  );
}
