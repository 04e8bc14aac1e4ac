import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';

import { useAsked } from './api/asked';
import { api, ask } from './api/client';
import { companyPath } from './parts/claim_line';
import { useModal } from './parts/modal';
import { places } from './places';
import { plain } from './text/plain';
import { say } from './words/words';

interface Target {
  to: string;
  kind: string;
  text: string;
}

/** Quick search: a page, a company, a claim or article by its number, or words to look for. */
export function Find({ close }: { close: () => void }) {
  const words = say();
  const { route } = useLocation();
  const dialog = useModal();
  const typed = useSignal('');
  const chosen = useSignal(0);

  const text = typed.value.trim();
  const suggestions = useAsked(text ? `suggest ${text}` : null, (signal) =>
    ask(api.GET('/companies/suggest', { params: { query: { q: text, limit: 6 } }, signal })),
  );
  const targets = targetsOf(text, text ? (suggestions.data?.items ?? []) : []);
  const at = Math.min(chosen.value, targets.length - 1);
  const go = (target: Target | undefined) => {
    if (!target) return;
    dialog.current!.close();
    route(target.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) chosen.value = (at + step + targets.length) % targets.length;
    else if (event.key === 'Enter') go(targets[at]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      class="find"
      onClose={close}
      aria-label={words.find.title}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <input
        class="find-field"
        role="combobox"
        aria-expanded="true"
        aria-controls="find-list"
        aria-activedescendant={targets[at] ? `find-${at}` : undefined}
        aria-label={words.find.placeholder}
        placeholder={words.find.placeholder}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          chosen.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="find-list" role="listbox" aria-label={words.find.title}>
        {targets.map((target, index) => (
          <li
            key={target.to + target.kind}
            id={`find-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(target)}
            onMouseMove={() => (chosen.value = index)}
          >
            <span class="source">{plain(target.text)}</span>
            <span class="dim small">{target.kind}</span>
          </li>
        ))}
      </ul>
    </dialog>
  );
}

function targetsOf(text: string, companies: { entity: string; name: string; matched: string }[]): Target[] {
  const words = say();
  const found: Target[] = [];
  const id = /^([ca])(\d{1,15})$/i.exec(text);
  if (id?.[1]?.toLowerCase() === 'c') found.push({ to: `/claims/${id[2]}`, kind: words.find.claim, text });
  if (id?.[1]?.toLowerCase() === 'a') found.push({ to: `/articles/${id[2]}`, kind: words.find.article, text });
  for (const { entity, name, matched } of companies)
    found.push({
      to: companyPath(entity),
      kind: words.find.company,
      text: matched === name ? name : `${name} (${matched})`,
    });
  const folded = text.toLocaleLowerCase();
  for (const [name, to] of places)
    if (words.pages[name].toLocaleLowerCase().startsWith(folded))
      found.push({ to, kind: words.find.page, text: words.pages[name] });
  if (text && !id) {
    const query = new URLSearchParams({ text }).toString();
    found.push({ to: `/claims?${query}`, kind: words.pages.claims, text: words.find.searchClaims(text) });
    found.push({ to: `/articles?${query}`, kind: words.pages.articles, text: words.find.searchArticles(text) });
  }
  return found;
}
