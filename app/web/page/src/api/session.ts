import { signal } from '@preact/signals';

import { api, ask, type Schemas, useToken } from './client';

export const session = signal<Schemas['Session'] | undefined>();

function take(given: Schemas['Session']) {
  useToken(given.token);
  session.value = given;
}
export const loadSession = async () => take(await ask(api.GET('/session')));
export const logIn = async (password: string, who: string) =>
  take(await ask(api.POST('/session', { body: who ? { password, who } : { password } })));
export const mayWrite = () => session.value?.read_only === false;
