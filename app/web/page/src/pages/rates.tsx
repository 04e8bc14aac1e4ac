import { useMemo } from 'preact/hooks';

import { useQuery, useTitle } from '../address';
import { useAsked } from '../api/asked';
import { api, ask, type Schemas } from '../api/client';
import { mayWrite } from '../api/session';
import { count, day } from '../format';
import { Empty, Shown } from '../parts/state';
import { attempt, tell } from '../parts/toast';
import { type Mark, Plot } from '../plot/plot';
import { language } from '../settings';
import { say } from '../words/words';

const kMostBytes = 8_000_000;

const currencyName = (code: string) => {
  try {
    return new Intl.DisplayNames(language.value, { type: 'currency' }).of(code) ?? code;
  } catch {
    return code;
  }
};
const rateWords = (rate: number) =>
  new Intl.NumberFormat(language.value, { minimumSignificantDigits: 5, maximumSignificantDigits: 6 }).format(rate);

export default function Rates() {
  const words = say();
  useTitle(words.pages.rates);
  const { query } = useQuery();
  const currency = query.get('currency') ?? '';
  const rates = useAsked(`rates ${currency}`, (signal) =>
    ask(api.GET('/rates', { params: { query: currency ? { currency } : {} }, signal })),
  );
  const take = (input: HTMLInputElement) =>
    attempt(async () => {
      const file = input.files?.[0];
      input.value = '';
      if (!file) return;
      if (file.size > kMostBytes) return tell(words.rates.tooLarge);
      await ask(api.POST('/rates', { body: { text: await file.text() } }));
      tell(words.rates.taken(file.name));
      rates.again();
    });
  return (
    <>
      <div class="page-head">
        <h1>{words.rates.title}</h1>
        <p class="dim">{words.rates.hint}</p>
        <div class="end">
          {mayWrite() && (
            <label class="button file">
              {words.rates.import}
              <input
                class="sr"
                type="file"
                accept=".csv,.xml,text/csv,text/xml"
                onChange={(event) => void take(event.currentTarget)}
              />
            </label>
          )}
        </div>
      </div>
      <Shown of={rates}>
        {(data) =>
          data.currencies.length === 0 ? (
            <Empty
              title={words.rates.nothing}
              hint={words.rates.nothingHint}
              command="gegenprobe rates import eurofxref-hist.csv"
            />
          ) : (
            <div class="columns rates">
              <One of={data} currency={currency || data.items[0]?.currency || data.currencies[0]!.currency} />
              <Currencies of={data} chosen={currency} />
            </div>
          )
        }
      </Shown>
    </>
  );
}

function Currencies({ of, chosen }: { of: Schemas['Rates']; chosen: string }) {
  const words = say();
  const { link } = useQuery();
  return (
    <section class="sheet scroll-x" aria-label={words.rates.currencies}>
      <table class="padded">
        <thead>
          <tr>
            <th scope="col">{words.rates.currency}</th>
            <th scope="col">{words.rates.span}</th>
            <th scope="col" class="number">
              {words.rates.days}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.currencies.map(({ currency, first, last, days }) => (
            <tr key={currency}>
              <td>
                <a href={link({ currency })} aria-current={currency === chosen ? 'true' : undefined}>
                  {currency}
                </a>{' '}
                <span class="small dim">{currencyName(currency)}</span>
              </td>
              <td class="small">
                {day(first)} – {day(last)}
              </td>
              <td class="number">{count(days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function One({ of, currency }: { of: Schemas['Rates']; currency: string }) {
  const words = say();
  const items = of.items.filter((item) => item.currency === currency);
  const marks = useMemo<Mark[]>(
    () =>
      items.map(({ day: on, rate }) => ({
        at_ms: Date.parse(on),
        min: rate,
        max: rate,
        tone: 'accent',
        hollow: false,
        strong: false,
        group: null,
        to: `/rates?currency=${currency}`,
        told: (
          <>
            <strong class="number">
              1 EUR = {rateWords(rate)} {currency}
            </strong>
            <p class="small dim">{day(on)}</p>
          </>
        ),
        words: `${day(on)}: ${rateWords(rate)} ${currency}`,
      })),
    [of, currency, words],
  );
  if (items.length === 0) return <p class="dim">{words.rates.choose}</p>;
  return (
    <div class="stack">
      <section class="sheet pad">
        <Plot marks={marks} title={words.rates.perEuro(currency)} unit="" height_px={260} line />
        {of.source && <p class="small dim">{words.rates.source(words.rates.bank[of.source] ?? of.source)}</p>}
      </section>
      <section class="sheet scroll-x" tabIndex={0} role="region" aria-label={words.rates.perEuro(currency)}>
        <table class="padded">
          <thead>
            <tr>
              <th scope="col">{words.rates.day}</th>
              <th scope="col" class="number">
                {words.rates.perEuro(currency)}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, 60).map(({ day: on, rate }) => (
              <tr key={on}>
                <td>{day(on)}</td>
                <td class="number">{rateWords(rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
