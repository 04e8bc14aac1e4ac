import type { ComponentChildren } from 'preact';

import type { Asked } from '../api/asked';
import type { Problem } from '../api/client';
import { language } from '../settings';
import { label, meaning } from '../words/vocabulary';
import { say } from '../words/words';

/** What went wrong in one line: translated where the code is known, with the server's own words below it. */
export function Trouble({ problem, again }: { problem: Problem; again?: () => void }) {
  const words = say();
  const lost = problem.code === 'lost';
  const known = lost ? words.shell.lost : label('problems', problem.code);
  const meant = meaning('problems', problem.code);
  const told = [problem.title, problem.hint].filter(Boolean).join(' – ') || meant;
  // The server speaks English; what it says of a case that the page can explain itself is not repeated.
  const help = lost ? '' : language.value === 'en' ? told : meant || (problem.code === 'not_found' ? '' : told);
  const helps = problem.status === 0 || problem.status === 429 || problem.status >= 500;
  return (
    <p class="trouble" role="alert">
      <span>
        <strong>{known}</strong> {help && <span class="source">{help}</span>}
      </span>
      {again && helps && <button onClick={again}>{words.shell.retry}</button>}
      {problem.code === 'not_found' && (
        <a class="button" href="/">
          {words.shell.toToday}
        </a>
      )}
    </p>
  );
}

/** Nothing to show, and what to do about it: a sentence and the command or link that helps. */
export function Empty({
  title,
  hint,
  command,
  children,
}: {
  title: string;
  hint?: string;
  command?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <h2>{title}</h2>
      {hint && <p class="dim">{hint}</p>}
      {command && <code>{command}</code>}
      {children}
    </div>
  );
}

/** The data of an answer as soon as there is some; until then that it is on its way, or why there is none. */
export function Shown<Data>({ of, children }: { of: Asked<Data>; children: (data: Data) => ComponentChildren }) {
  return (
    <>
      {of.problem && <Trouble problem={of.problem} again={of.again} />}
      {of.data !== undefined ? children(of.data) : of.busy && <Loading />}
    </>
  );
}

function Loading() {
  return (
    <p class="loading dim" role="status">
      {say().shell.loading}
    </p>
  );
}
