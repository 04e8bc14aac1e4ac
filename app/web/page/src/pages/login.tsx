import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';

import { useTitle } from '../address';
import { Problem } from '../api/client';
import { logIn } from '../api/session';
import { Trouble } from '../parts/state';
import { say } from '../words/words';

export default function Login() {
  const words = say().login;
  useTitle(words.title);
  const { path, route } = useLocation();
  const password = useSignal('');
  const who = useSignal('');
  const problem = useSignal<Problem | undefined>(undefined);
  const enter = async (event: Event) => {
    event.preventDefault();
    try {
      await logIn(password.value, who.value.trim());
      if (path === '/login') route('/', true);
    } catch (failure) {
      problem.value = failure instanceof Problem ? failure : new Problem('internal', String(failure), null);
    }
  };
  return (
    <form class="sheet pad stack login" onSubmit={(event) => void enter(event)}>
      <h1>{words.title}</h1>
      <p class="dim">{words.hint}</p>
      {problem.value && <Trouble problem={problem.value} />}
      <label>
        {words.password}
        <input
          type="password"
          required
          autocomplete="current-password"
          value={password.value}
          onInput={(event) => (password.value = event.currentTarget.value)}
        />
      </label>
      <label>
        {words.who}
        <input autocomplete="username" value={who.value} onInput={(event) => (who.value = event.currentTarget.value)} />
      </label>
      <button class="primary">{words.enter}</button>
    </form>
  );
}
