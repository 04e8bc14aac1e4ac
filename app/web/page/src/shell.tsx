import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { connection } from './api/live';
import { session } from './api/session';
import { Find } from './find';
import { useKeys, useSequence } from './keys';
import { Dialogs } from './parts/dialog';
import { Icon } from './parts/icons';
import { takeBack } from './parts/review';
import { Toast } from './parts/toast';
import { places } from './places';
import { language, theme } from './settings';
import { say } from './words/words';

export function Shell({ children }: { children: ComponentChildren }) {
  const words = say();
  const { path, route } = useLocation();
  const main = useRef<HTMLElement>(null);
  const finding = useSignal(false);
  const open = useSignal(false);

  // Another page begins at its top, for readers with a screen reader too.
  const before = useRef(path);
  useEffect(() => {
    open.value = false;
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);

  useSequence('g', Object.fromEntries(places.map(([, to, letter]) => [letter, () => route(to)])));
  useKeys({ '?': () => route('/help'), '/': () => void (finding.value = true), u: () => void takeBack() });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        document.querySelector('dialog[open]')
      )
        return;
      event.preventDefault();
      finding.value = true;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <a class="skip" href="#main">
        {words.shell.skip}
      </a>
      <header class="bar">
        <div class="bar-row">
          <button
            class="menu plain"
            aria-expanded={open.value}
            aria-controls="places"
            onClick={() => (open.value = !open.value)}
          >
            <Icon name="menu" /> <span class="sr">{words.shell.menu}</span>
          </button>
          <a class="brand" href="/">
            <img src="/icon.svg" alt="" /> Gegenprobe
          </a>
          <nav id="places" aria-label={words.shell.menu} data-open={open.value}>
            <ul>
              {places.map(([name, to]) => (
                <li key={name}>
                  <a href={to} aria-current={isAt(path, to) ? 'page' : undefined}>
                    {words.pages[name]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="bar-tools">
            <span
              class="pulse"
              data-state={connection.value}
              title={connection.value === 'live' ? words.shell.live : undefined}
            />
            <button
              class="plain"
              onClick={() => (finding.value = true)}
              aria-label={words.shell.find}
              aria-keyshortcuts="/ Control+K"
            >
              <Icon name="search" /> <kbd aria-hidden="true">/</kbd>
            </button>
            <button
              class="plain"
              onClick={() => (language.value = language.value === 'de' ? 'en' : 'de')}
              title={words.shell.languageHint}
              lang={language.value === 'de' ? 'en' : 'de'}
            >
              <span aria-hidden="true">{language.value === 'de' ? 'EN' : 'DE'}</span>
              <span class="sr">{words.shell.language}</span>
            </button>
            <ThemeSwitch />
          </div>
        </div>
        {connection.value === 'lost' && (
          <p class="strip" role="status">
            {words.shell.lost}
          </p>
        )}
        {session.value?.read_only && <p class="strip">{words.shell.readOnly}</p>}
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <Toast />
      <Dialogs />
      {finding.value && <Find close={() => (finding.value = false)} />}
    </>
  );
}

const isAt = (path: string, to: string) => path === to || (to !== '/' && path.startsWith(`${to}/`));

function ThemeSwitch() {
  const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
  const icon = { auto: 'auto', light: 'sun', dark: 'moon' } as const;
  return (
    <button
      class="plain"
      onClick={() => (theme.value = next[theme.value])}
      title={say().shell.theme[theme.value]}
      aria-label={say().shell.theme[theme.value]}
    >
      <Icon name={icon[theme.value]} />
    </button>
  );
}
