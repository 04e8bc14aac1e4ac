import { useSignal } from '@preact/signals';

import type { useQuery } from '../../address';
import { useAsked } from '../../api/asked';
import { api, ask, type Schemas } from '../../api/client';
import { count } from '../../format';
import { useWide } from '../../parts/screen';
import { Source } from '../../text/marked';
import { field, label } from '../../words/vocabulary';
import { say } from '../../words/words';
import { filterOf } from './query';

/** How many claims there are by company, metric and so on; each narrows the list. */
export function Facets({ query, link }: { query: URLSearchParams; link: ReturnType<typeof useQuery>['link'] }) {
  const words = say();
  const filter = filterOf(query);
  const asked = useAsked(`facets ${JSON.stringify(filter)}`, (signal) =>
    ask(api.GET('/claims/facets', { params: { query: filter }, signal })),
  );
  const wide = useWide();
  const facets = asked.data?.facets.filter(({ values }) => values.length > 0) ?? [];
  return (
    <aside class="facets" aria-label={words.claims.narrow}>
      <details open={wide}>
        <summary>{words.claims.narrow}</summary>
        {asked.data && !asked.data.complete && (
          <p class="small dim">{words.claims.ofNewest(count(asked.data.counted))}</p>
        )}
        {facets.map(({ name, values }) => (
          <Facet key={name} name={name} values={values} query={query} link={link} />
        ))}
      </details>
    </aside>
  );
}

function Facet({
  name,
  values,
  query,
  link,
}: {
  name: Schemas['Facets']['facets'][number]['name'];
  values: Schemas['Facets']['facets'][number]['values'];
  query: URLSearchParams;
  link: ReturnType<typeof useQuery>['link'];
}) {
  const words = say();
  const kShown = 7;
  const all = useSignal(false);
  const parameter = name === 'year' ? 'period' : name;
  const lists = { metric: 'metrics', modality: 'modalities', unit: 'units' } as const;
  const text = (value: string, given: string) => {
    if (name === 'language') return words.languageName[value as 'de' | 'en'] ?? given;
    return name in lists ? label(lists[name as keyof typeof lists], value) : given;
  };
  return (
    <section>
      <h2 class="facet-title">{name === 'year' ? words.field.year : field(name)}</h2>
      <ul>
        {values.slice(0, all.value ? undefined : kShown).map(({ value, label: given, count: many }) => {
          const is = query.get(parameter) === value || (name === 'company' && query.get('company') === given);
          return (
            <li key={value}>
              <a class="facet" href={link({ [parameter]: is ? null : value })} aria-current={is ? 'true' : undefined}>
                <Source text={text(value, given)} /> <span class="number dim">{count(many)}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {values.length > kShown && (
        <button class="plain small" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>
          {all.value ? words.fewer : words.shell.more}
        </button>
      )}
    </section>
  );
}
