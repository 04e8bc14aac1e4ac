import { language } from './settings';

// Figures, days and times in the reader's language. A German Billion is an English trillion: what is shown in words is always
// made here, from the number, and never from the source's words.

const tags = { de: 'de-DE', en: 'en-GB' } as const;
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function formatter<Kind extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  name: string,
  make: (tag: string) => Kind,
): Kind {
  const key = language.value + name;
  if (!made.has(key)) made.set(key, make(tags[language.value]));
  return made.get(key) as Kind;
}

export const count = (number: number) => formatter('count', (tag) => new Intl.NumberFormat(tag)).format(number);
export const percent = (share: number) =>
  formatter('percent', (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })).format(
    share,
  );

const digits = (number: number) =>
  formatter('digits', (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 20 })).format(number);
const words = () =>
  formatter(
    'words',
    (tag) =>
      new Intl.NumberFormat(tag, {
        notation: 'compact',
        compactDisplay: 'long',
        maximumSignificantDigits: 12,
        useGrouping: true,
      }),
  );
/** From a million on in words: "75.9 billion", «75,9 Milliarden»; all digits that the figure has. */
const inWords = (number: number) => (Math.abs(number) < 1e6 ? digits(number) : words().format(number));
/** Short, for the axis of a plot: "75.9bn" would be a guess, so "75.9 billion" stays; thin figures stay digits. */
export const onAxis = (number: number) => inWords(Number(number.toPrecision(6)));

const isMoney = (unit: string) => /^[A-Z]{3}$/.test(unit);
const withUnit = (number: string, unit: string | null, unitLabel: (unit: string) => string) => {
  if (!unit) return number;
  return `${number}\u00a0${unit === '%' || isMoney(unit) ? unit : unitLabel(unit)}`;
};

export interface Amount {
  min: number | null;
  max: number | null;
  unit: string | null;
}
/** A figure in words, all its digits, and its unit. Both ends of a range; one where both are the same or one is open. */
export function amountParts({ min, max, unit }: Amount, unitLabel: (unit: string) => string) {
  const ends = [...new Set([min, max].filter((end) => end !== null))];
  return {
    ends: ends.map(inWords),
    /** "2–3 billion", «2–3 Milliarden». */
    range:
      ends.length === 2
        ? Math.abs(ends[0]!) < 1e6
          ? ends.map(digits).join('–')
          : words().formatRange(ends[0]!, ends[1]!)
        : '',
    /** What the range stays under: 20 to 99.999 billion is told as under 100 billion. */
    under: max === null ? '' : inWords(max + 1),
    /** All digits, where inWords() left some to the word; else nothing. */
    digits: ends.some((end) => Math.abs(end) >= 1e6) ? ends.map((end) => withUnit(digits(end), unit, unitLabel)) : [],
    unit: withUnit('', unit, unitLabel),
  };
}

/** What was mistaken for what: a thousand for 290 trillion against 290.4 billion, or a million. */
export const scaleOf = (ratio: number) => 1000 ** Math.round(Math.log10(ratio) / 3);

/** The larger figure over the smaller: "1,000", "1.24"; never rounded down to 1. */
export function ratio(of: number): string {
  const places = of >= 100 ? 0 : of >= 10 ? 1 : of >= 1.1 ? 2 : 4;
  return formatter(`ratio${places}`, (tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: places })).format(of);
}

const utc = (iso: string) => new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
export const day = (iso: string) =>
  formatter('day', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' })).format(utc(iso));
export const moment = (iso: string) =>
  formatter('moment', (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })).format(
    utc(iso),
  );
export const month = (date: Date) =>
  formatter(
    'month',
    (tag) => new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  ).format(date);

/** «vor 3 Stunden», "in 20 minutes". */
export function fromNow(iso: string, now = Date.now()): string {
  const seconds = (utc(iso).getTime() - now) / 1000;
  const relative = formatter('relative', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  for (const [unit, length] of [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ] as const)
    if (Math.abs(seconds) >= length) return relative.format(Math.round(seconds / length), unit);
  return relative.format(Math.round(seconds), 'second');
}

const kDay_ms = 86_400_000;
/**
 * A period as its calendar name where it has one: 2024, Q3 2024, H1 2024, Mar 2024; else its first and last day.
 * `to` is exclusive, as everywhere, and shown inclusive.
 */
export function period(from: string | null, to: string | null, half: (n: number) => string): string {
  if (!from && !to) return '';
  const first = from ? utc(from) : undefined;
  const last = to ? new Date(utc(to).getTime() - kDay_ms) : undefined;
  if (!first) return `– ${day(last!.toISOString())}`;
  if (!last) return `${day(first.toISOString())} –`;
  const startsMonth = first.getUTCDate() === 1;
  const after = utc(to!);
  const months = (after.getUTCFullYear() - first.getUTCFullYear()) * 12 + after.getUTCMonth() - first.getUTCMonth();
  if (startsMonth && after.getUTCDate() === 1) {
    const year = first.getUTCFullYear();
    const at = first.getUTCMonth();
    if (months === 1) return month(first);
    if (months === 3 && at % 3 === 0) return `Q${at / 3 + 1} ${year}`;
    if (months === 6 && at % 6 === 0) return `${half(at / 6 + 1)} ${year}`;
    if (months === 12 && at === 0) return `${year}`;
    if (months % 12 === 0 && at === 0) return `${year}–${year + months / 12 - 1}`;
    return `${month(first)} – ${month(last)}`;
  }
  if (last.getTime() - first.getTime() < kDay_ms) return day(first.toISOString());
  return `${day(first.toISOString())} – ${day(last.toISOString())}`;
}
