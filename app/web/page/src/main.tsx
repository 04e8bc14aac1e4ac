import './style/tokens.css';
import './style/base.css';
import './style/shell.css';

import { render } from 'preact';

render(<h1>Gegenprobe</h1>, document.getElementById('desk')!);
