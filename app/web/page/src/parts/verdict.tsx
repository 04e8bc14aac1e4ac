import type { Checked, Claim, Evidence, Verdict } from '../api/client';
import { current } from '../api/reviews';
import { ratio, scaleOf } from '../format';
import { language } from '../settings';
import { label, meaning } from '../words/vocabulary';
import { say } from '../words/words';
import { figureWords, type Told as Figure } from './figure';

type Told = Figure & Pick<Claim, 'metric'>;

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
  of: Pick<Evidence, 'verdict' | 'part' | 'ratio' | 'reason'>,
  claim: Told,
  other: Told | null,
): string {
  if (language.value === 'en') return of.reason;
  const words = say().reason;
  const names =
    other && claim.metric !== other.metric ? [claim, other].map(({ metric }) => label('metrics', metric)) : [];
  const trusted =
    of.part === 'metric' && names.length > 0 ? words.names(names) : of.part && words.trusted(label('parts', of.part));
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
        return of.part ? words.otherPart(label('parts', of.part)) : words.not_comparable;
    }
  };
  return of.verdict === 'not_comparable' ? because() : facing + [because(), trusted].filter(Boolean).join('; ');
}

/** Nothing speaks for it or against it: neither evidence nor, by itself, the figure. */
export const isAlone = ({ verdict }: Pick<Checked, 'verdict'>) => verdict === 'not_comparable';

/** Why a claim got its verdict: by the evidence that decided, by itself, or by what came nearest. */
export function decidedWords(of: Checked): string {
  const claim = current(of.claim);
  const [first] = of.evidence;
  if (first?.verdict === of.verdict)
    return reasonWords({ ...first, reason: of.reason || first.reason }, claim, current(first.claim)) + elsewhere(of);
  const byItself = { verdict: of.verdict, part: null, ratio: null, reason: of.reason };
  return isAlone(of) ? aloneWords(of) : reasonWords(byItself, claim, null);
}

/** The same digits a thousand times as much; what a firm is worth has others by the day. */
function scaleWords(of: number): string {
  const scale = scaleOf(of);
  const words = say().reason;
  return Math.abs(of / scale - 1) <= 0.1 ? words.scale(ratio(scale)) : words.scaleAbout(ratio(scale));
}

/** The metric under which others have the figure of that time; the server's own line tells it in English. */
function elsewhere({ claim, verdict, near_misses }: Checked): string {
  if (language.value === 'en' || verdict !== 'agrees') return '';
  const told = near_misses.find(
    ({ part, claim: other }) =>
      part === 'metric' &&
      !['other', claim.metric].includes(other.metric) &&
      other.period_to !== null &&
      (['min', 'max', 'unit', 'period_from', 'period_to'] as const).every((name) => other[name] === claim[name]),
  );
  return told ? `; ${say().reason.elsewhere(label('metrics', told.claim.metric))}` : '';
}

function aloneWords({ claim, reason, near_misses: [near] }: Checked): string {
  const words = say().claim;
  if (language.value === 'en') return reason;
  if (!claim.subject) return words.noSubject;
  return near ? `${words.alone} ${words.nearest(reasonWords(near, claim, current(near.claim)))}` : words.alone;
}
