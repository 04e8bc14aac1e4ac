import type { Checked, Claim, Evidence, Schemas, Verdict } from '../api/client';
import { current } from '../api/reviews';
import { day, ratio, scaleOf } from '../format';
import { language } from '../settings';
import { label, meaning } from '../words/vocabulary';
import { say } from '../words/words';
import { Source } from '../text/marked';
import { figureWords, periodWords, type Told as Figure, variantWords } from './figure';

type Told = Figure &
  Pick<
    Claim,
    'metric' | 'period_from' | 'period_to' | 'unit' | 'role' | 'counterparty' | 'variant' | 'modality' | 'subject'
  >;
type Remark = NonNullable<Checked['remarks']>[number];
type Calculated = NonNullable<Schemas['Told']>['figures'][number];

/** Colour and sign of a verdict; the sign is there for those who do not see the colour. */
const signs: Record<Verdict, { tone: string; sign: string }> = {
  scale_suspect: { tone: 'alarm', sign: '×' },
  sum_suspect: { tone: 'alarm', sign: 'Σ' },
  conversion_suspect: { tone: 'alarm', sign: '⇄' },
  contradicts: { tone: 'bad', sign: '≠' },
  forecast_missed: { tone: 'miss', sign: '↓' },
  superseded: { tone: 'old', sign: '→' },
  differs: { tone: 'off', sign: '≈' },
  forecast_met: { tone: 'good', sign: '↑' },
  agrees: { tone: 'good', sign: '=' },
  not_comparable: { tone: 'none', sign: '·' },
};
export const tone = (verdict: Verdict) => signs[verdict].tone;

export function VerdictBadge({ verdict, evidence = true }: { verdict: Verdict; evidence?: boolean }) {
  const { tone, sign } = signs[verdict];
  return (
    <span class={`badge tone-${tone}`} title={evidence ? meaning('verdicts', verdict) : undefined}>
      <span class="badge-sign" aria-hidden="true">
        {sign}
      </span>
      {evidence ? label('verdicts', verdict) : say().noEvidence}
    </span>
  );
}

const isForecast = ({ modality }: Pick<Claim, 'modality'>) => modality === 'expected' || modality === 'possible';

/** What a reader must know of the verdict before reading on. */
export function DoubtBadge({ of }: { of: Checked }) {
  const words = say();
  const [first] = of.evidence;
  const decides = first && first.verdict === of.verdict;
  const doubt = of.split
    ? words.split.badge
    : decides && of.verdict.startsWith('forecast_') && isForecast(first.claim)
      ? words.doubt.unconfirmed
      : decides && first.part === 'subject'
        ? words.doubt.firm
        : null;
  return doubt ? <span class="badge tone-off">{doubt}</span> : null;
}

/** How many claims and origins stand behind each verdict. */
export function Tallies({ of }: { of: Checked['verdicts'] }) {
  if (of.length === 0) return null;
  return (
    <ul class="row">
      {of.map(({ verdict, claims, origins }) => (
        <li key={verdict} class={`tally tone-${tone(verdict)}`}>
          <VerdictBadge verdict={verdict} /> {say().claim.tally(claims, origins)}
        </li>
      ))}
    </ul>
  );
}

/** Why it got its verdict: the server's line in English, made from the parts and the two figures in German. */
export function reasonWords(
  of: Pick<Evidence, 'verdict' | 'part' | 'ratio' | 'reason' | 'rate'>,
  claim: Told,
  other: Told | null,
): string {
  if (language.value === 'en') return of.reason;
  const words = say().reason;
  const names =
    other && claim.metric !== other.metric ? [claim, other].map(({ metric }) => label('metrics', metric)) : [];
  const trusted =
    of.part === 'metric' && names.length > 0
      ? words.names(names)
      : of.part === 'subject' && claim.subject
        ? words.firm(claim.subject)
        : of.part && words.trusted(label('parts', of.part));
  const facing = other ? `${words.facing(figureWords(claim), figureWords(other))}: ` : '';
  const because = () => {
    switch (of.verdict) {
      case 'scale_suspect':
        return of.ratio ? scaleWords(of.ratio) : words.scaleAlone;
      case 'sum_suspect':
      case 'conversion_suspect':
        return meaning('verdicts', of.verdict);
      case 'contradicts':
      case 'differs':
      case 'forecast_missed':
      case 'forecast_met':
      case 'superseded':
        if (names.length > 0 && !of.part) return words.sign(names);
        return of.ratio && of.ratio > 1 ? words.apart(ratio(of.ratio)) : words[of.verdict];
      case 'agrees':
        return words.agrees;
      case 'not_comparable':
        if (names.length > 0) return words.otherMetric(names);
        return of.part ? doubtWords(of.part, claim, other) : words.not_comparable;
    }
  };
  return of.verdict === 'not_comparable'
    ? because()
    : facing + [because(), trusted, rateWords(of.rate)].filter(Boolean).join('; ');
}

const rounded = (rate: number) => new Intl.NumberFormat(language.value, { maximumSignificantDigits: 4 }).format(rate);

/** The rate by which two currencies were compared, and of when it is. */
function rateWords(used: Evidence['rate']): string {
  if (!used) return '';
  const ofOneDay = Date.parse(used.end) - Date.parse(used.begin) <= 86_400_000;
  const when = ofOneDay ? day(used.begin) : `Ø ${periodWords({ period_from: used.begin, period_to: used.end })}`;
  return say().reason.converted(`1 ${used.from} = ${rounded(used.rate)} ${used.to}`, when);
}

/** In which part they differ and what each says of it; or why that part is not sure. */
function doubtWords(part: string, claim: Told, other: Told | null): string {
  const words = say().reason;
  const isRead = (of: Told) => of.min !== null || of.max !== null;
  if (part === 'value' && !(isRead(claim) && (!other || isRead(other)))) return words.notRead;
  const sides = sidesOf(part, claim, other);
  const why = words.doubt[part];
  if (sides || !why || !other) return words.otherPart(label('parts', part)) + sides;
  return `${words.facing(figureWords(claim), figureWords(other))}: ${why}`;
}

/** What each of the two says of the part in which they differ: " (2023 gegen 2024)". */
function sidesOf(part: string, claim: Told, other: Told | null): string {
  const words = say().reason;
  const told = (of: Told): string | null => {
    switch (part) {
      case 'subject':
        return of.subject;
      case 'period':
        return periodWords(of) || words.noPeriod;
      case 'unit':
        return of.unit ? label('units', of.unit) : words.nothing;
      case 'role':
        return label('roles', of.role);
      case 'variant':
        return of.variant ? variantWords(of.variant) : words.whole;
      case 'counterparty':
        return of.counterparty ?? words.nothing;
      case 'modality':
        return label('modalities', of.modality);
      default:
        return null;
    }
  };
  const [one, two] = [told(claim), other && told(other)];
  return one && two && one !== two ? ` (${words.facing(one, two)})` : '';
}

/** Nothing speaks for it or against it: neither evidence nor, by itself, the figure. */
export const isAlone = ({ verdict }: Pick<Checked, 'verdict'>) => verdict === 'not_comparable';

/** Why a claim got its verdict: by the evidence that decided, by itself, or by what came nearest. */
export function decidedWords(of: Checked): string {
  if (isAlone(of)) return aloneWords(of);
  const claim = current(of.claim);
  const finding = of.findings?.find(({ verdict, reason }) => verdict === of.verdict && reason === of.reason);
  const [first] = of.evidence;
  if (finding || first?.verdict !== of.verdict)
    return findingWords({ verdict: of.verdict, reason: of.reason, told: finding?.told }, claim);
  return reasonWords({ ...first, reason: of.reason || first.reason }, claim, current(first.claim)) + splitWords(of);
}

/** What is wrong with a figure by itself: the server's line in English, made from its figures in German. */
export function findingWords(
  { verdict, reason, told }: { verdict: Verdict; reason: string; told?: Schemas['Told'] },
  claim: Told,
): string {
  if (language.value === 'en') return reason;
  if (!told) return reasonWords({ verdict, part: null, ratio: null, reason, rate: null }, claim, null);
  const figures = told.figures.map((figure) => figureWords({ ...withoutSign(figure), role: 'level' }));
  const falls = told.figures.map(({ min }) => (min ?? 0) < 0);
  return say().finding[told.how](figures, falls, label('metrics', claim.metric));
}

const withoutSign = (figure: Calculated): Calculated => ({
  ...figure,
  min: figure.min && Math.abs(figure.min),
  max: figure.max && Math.abs(figure.max),
});

/** Who stands on which side, in German; the server's own line tells it in English. */
function splitWords({ split }: Checked): string {
  if (language.value === 'en' || !split) return '';
  const words = say().split;
  const whose = words.whose[split.lean](split.others_slipped, split.with.length, split.off.length);
  return `; ${words.sides(some(split.with), some(split.off))}; ${whose}`;
}

/** "Küstenbote (2025-02-27)" with the day as the reader writes it. */
const withDay = (name: string) => name.replace(/\d{4}-\d\d-\d\d(?=\)$)/, day);
const mostNames = 3;
const some = (names: string[]) =>
  names.slice(0, mostNames).map(withDay).join(', ') +
  (names.length > mostNames ? say().split.more(names.length - mostNames) : '');

/** What is no verdict, and not to be read past. */
export function Remarks({ of }: { of: Checked }) {
  if (!of.remarks?.length) return null;
  return (
    <ul class="stack">
      {of.remarks.map((remark) => (
        <li key={remark.kind} class="note tone-off small">
          <Source text={remarkWords(of, remark)} />
        </li>
      ))}
    </ul>
  );
}

function remarkWords({ claim, evidence, near_misses }: Checked, { kind, claim: id, reason }: Remark): string {
  if (language.value === 'en') return reason;
  const words = say().remark;
  if (kind === 'other_sign') return words.other_sign(label('metrics', claim.metric === 'loss' ? 'profit' : 'loss'));
  const near = [...near_misses, ...evidence].find((each) => each.claim.id === id)?.claim;
  if (!near) return reason;
  const source = [near.outlet ?? `a${near.article}`, near.published && day(near.published), `c${near.id}`]
    .filter(Boolean)
    .join(', ');
  switch (kind) {
    case 'other_metric':
      return words.other_metric(label('metrics', near.metric), source);
    case 'other_firm':
      return words.other_firm(near.subject ?? '', source);
    case 'other_time':
      return words.other_time(periodWords(near), source);
    default:
      return words[kind](figureWords(near), source);
  }
}

/** The same digits a thousand times as much; what a firm is worth has others by the day. */
function scaleWords(of: number): string {
  const scale = scaleOf(of);
  const words = say().reason;
  return Math.abs(of / scale - 1) <= 0.1 ? words.scale(ratio(scale)) : words.scaleAbout(ratio(scale));
}

function aloneWords({ claim, reason, near_misses: [near] }: Checked): string {
  const words = say().claim;
  if (language.value === 'en') return reason;
  if (!claim.subject) return words.noSubject;
  return near ? `${words.alone} ${words.nearest(reasonWords(near, claim, current(near.claim)))}` : words.alone;
}
