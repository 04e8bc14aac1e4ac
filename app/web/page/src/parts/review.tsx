import { useSignal } from '@preact/signals';

import type { Claim, Decision, Review } from '../api/client';
import { review, undo } from '../api/reviews';
import { mayWrite } from '../api/session';
import { moment } from '../format';
import { Source } from '../text/marked';
import { say } from '../words/words';
import { figureWords } from './figure';
import { useModal } from './modal';
import { attempt, tell } from './toast';

export const claimName = (claim: Claim) => `c${claim.id}`;

export async function decide(claim: Claim, decision: Decision, note = '', value = ''): Promise<boolean> {
  const words = say().review;
  return attempt(async () => {
    await review(claim, decision, note, value);
    tell(words.done(claimName(claim), words.done_as[decision]), {
      words: words.undo,
      key: 'u',
      run: () => void takeBack(),
    });
  });
}

export async function takeBack(id?: number) {
  const words = say().review;
  await attempt(async () => {
    const which = await undo(id);
    tell(which === undefined ? words.nothingToUndo : words.undone(`c${which}`));
  });
}

/** What a person said of the claim: "accepted", with name, day and note. */
export function ReviewBadge({ review: of }: { review: Review | null }) {
  if (!of) return null;
  const words = say().review;
  const corrected = of.decision === 'correct' && (of.min !== null || of.max !== null);
  const sign = { accept: '✓', correct: '✎', reject: '✗' }[of.decision];
  return (
    <span class={`badge review-${of.decision}`} title={[of.who, moment(of.at)].filter(Boolean).join(', ')}>
      <span class="badge-sign" aria-hidden="true">
        {sign}
      </span>
      {words.done_as[of.decision]}
      {corrected && `: ${figureWords({ ...of, qualifier: 'exact', role: 'level' })}`}
    </span>
  );
}

export function ReviewNote({ review: of }: { review: Review | null }) {
  if (!of?.note) return null;
  return (
    <p class="small dim">
      «<Source text={of.note} />»{of.who && <> {of.who}</>}
    </p>
  );
}

/** Accept, correct, reject; `correct` opens the form. The keys are told on the buttons. */
export function ReviewButtons({ claim, onCorrect }: { claim: Claim; onCorrect: () => void }) {
  const words = say().review;
  if (!mayWrite() || claim.id === null) return null;
  const is = (decision: Decision) => claim.review?.decision === decision;
  const choose = (decision: Decision) => void (is(decision) ? takeBack(claim.id!) : decide(claim, decision));
  return (
    <div class="row review-buttons" role="group" aria-label={words.of(claimName(claim))}>
      <button aria-pressed={is('accept')} onClick={() => choose('accept')}>
        {words.accept} <kbd aria-hidden="true">a</kbd>
      </button>
      <button aria-pressed={is('correct')} onClick={onCorrect}>
        {words.correct} <kbd aria-hidden="true">c</kbd>
      </button>
      <button aria-pressed={is('reject')} onClick={() => choose('reject')}>
        {words.reject} <kbd aria-hidden="true">r</kbd>
      </button>
      {claim.review && (
        <button class="plain" onClick={() => void takeBack(claim.id!)}>
          {words.undo} <kbd aria-hidden="true">u</kbd>
        </button>
      )}
    </div>
  );
}

/** What the text really states: the figure in words, and a note. */
export function CorrectDialog({ claim, close }: { claim: Claim; close: () => void }) {
  const words = say();
  const dialog = useModal();
  const value = useSignal('');
  const note = useSignal(claim.review?.note ?? '');
  const save = async (event: Event) => {
    event.preventDefault();
    if (await decide(claim, 'correct', note.value.trim(), value.value.trim())) close();
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="correct-title">
      <form class="stack" onSubmit={(event) => void save(event)}>
        <h2 id="correct-title">{words.review.correctTitle(claimName(claim))}</h2>
        <p class="quote source" lang={claim.language ?? undefined}>
          <Source text={claim.surface} />
        </p>
        <p class="dim">{words.review.correctHint}</p>
        <label>
          {words.review.value}
          <input
            value={value.value}
            placeholder={words.review.valueExample}
            onInput={(event) => (value.value = event.currentTarget.value)}
          />
        </label>
        <label>
          {words.review.note}
          <textarea rows={3} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} />
        </label>
        <div class="row">
          <button class="primary">{words.shell.save}</button>
          <button type="button" class="plain" onClick={() => dialog.current!.close()}>
            {words.shell.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
