import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId } from 'preact/hooks';

import { useAsked } from '../api/asked';
import { api, ask } from '../api/client';
import { allOf, label } from '../words/vocabulary';
import { say } from '../words/words';
import { useWide } from './screen';

/** The fields of a filter in rows; on a narrow screen folded, with how many are set. */
export function Fields({ active, children }: { active: number; children: ComponentChildren }) {
  const fields = <div class="fields">{children}</div>;
  if (useWide()) return fields;
  return (
    <details class="fold">
      <summary class="button">{say().filter(active)}</summary>
      {fields}
    </details>
  );
}

interface Field {
  label: string;
  value: string;
  set: (value: string) => void;
}

const kPause_ms = 350;

/** A text field that tells what was typed after a pause, or at once with Enter. */
export function TextField({
  label,
  value,
  set,
  ...rest
}: Field & { placeholder?: string; list?: string; type?: 'search'; onTyped?: (text: string) => void; class?: string }) {
  const typed = useSignal(value);
  useEffect(() => void (typed.value = value), [value]);
  useEffect(() => {
    if (typed.value === value) return;
    const timer = setTimeout(() => set(typed.value), kPause_ms);
    return () => clearTimeout(timer);
  }, [typed.value]);
  const { onTyped, class: className, ...attributes } = rest;
  return (
    <label class={className}>
      {label}
      <input
        {...attributes}
        value={typed.value}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          onTyped?.(typed.value);
        }}
        onKeyDown={(event) => event.key === 'Enter' && set(typed.value)}
      />
    </label>
  );
}

/** A company by any of its names; the ones that fit are offered while one types. */
export function CompanyField({ label, value, set, class: className }: Field & { class?: string }) {
  const id = useId();
  const typed = useSignal('');
  const text = typed.value.trim();
  const offered = useAsked(text ? `suggest ${text}` : null, (signal) =>
    ask(api.GET('/companies/suggest', { params: { query: { q: text, limit: 8 } }, signal })),
  );
  return (
    <>
      <TextField
        label={label}
        value={value}
        set={set}
        list={id}
        class={className}
        onTyped={(text) => (typed.value = text)}
      />
      <datalist id={id}>
        {(text ? (offered.data?.items ?? []) : []).map(({ entity, name, matched }) => (
          <option key={entity} value={name}>
            {matched === name ? undefined : matched}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** One of a list of the claim model's words, or any. */
export function WordField({ label: title, value, set, list }: Field & { list: Parameters<typeof allOf>[0] }) {
  return (
    <Choice
      label={title}
      value={value}
      set={set}
      choices={allOf(list).map((word) => [word, label(list, word)])}
      any={say().any}
    />
  );
}

export function Choice({ label, value, set, choices, any }: Field & { choices: [string, string][]; any?: string }) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {choices.map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
