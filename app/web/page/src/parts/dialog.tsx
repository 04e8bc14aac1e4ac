import { signal, useSignal } from '@preact/signals';

import { say } from '../words/words';
import { useModal } from './modal';

interface Question {
  title: string;
  hint?: string;
  yes: string;
  field?: { label: string; value: string };
  answer: (text: string | undefined) => void;
}
const asked = signal<Question | undefined>();

const put = (question: Omit<Question, 'answer'>) =>
  new Promise<string | undefined>((answer) => {
    asked.value = { ...question, answer };
  });

/** Whether the reader wants it; the button says what it does. */
export const sure = async (title: string, yes: string) => (await put({ title, yes })) !== undefined;
/** A name or other short text; nothing when it was called off. */
export const askText = (title: string, hint: string, yes: string, label: string, value: string) =>
  put({ title, hint, yes, field: { label, value } });

export function Dialogs() {
  return asked.value ? <Dialog key={asked.value.title} question={asked.value} /> : null;
}

function Dialog({ question }: { question: Question }) {
  const dialog = useModal();
  const text = useSignal(question.field?.value ?? '');
  const close = (answer: string | undefined) => {
    asked.value = undefined;
    question.answer(answer);
  };
  return (
    <dialog ref={dialog} onClose={() => asked.value === question && close(undefined)} aria-labelledby="question">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close(text.value.trim());
        }}
      >
        <h2 id="question" class="source">
          {question.title}
        </h2>
        {question.hint && <p class="dim">{question.hint}</p>}
        {question.field && (
          <label>
            {question.field.label}
            <input required value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
          </label>
        )}
        <div class="row">
          <button class="primary">{question.yes}</button>
          <button type="button" class="plain" onClick={() => dialog.current!.close()}>
            {say().shell.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}
