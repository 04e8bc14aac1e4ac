import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/pages.css';
import './style/print.css';

import { render } from 'preact';

import { App } from './app';

// An address that is no valid percent-encoding would be an error in every part that reads it.
try {
  decodeURI(location.pathname);
} catch {
  history.replaceState(null, '', '/');
}

render(<App />, document.getElementById('desk')!);
