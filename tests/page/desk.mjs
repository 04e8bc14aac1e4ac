// What the tests of the page share: the real program with a real database, and Debian's Chromium in front of it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
// The page's own packages serve its tests.
export const require = createRequire(join(root, 'app/web/page/package.json'));
const { chromium } = require('playwright-core');

const program = process.env.GEGENPROBE ?? join(root, 'build/release/app/gegenprobe');
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const kPatience_ms = 15_000;

const corpusPages = () =>
  ['de', 'en'].flatMap((language) =>
    readdirSync(join(root, 'corpus', language)).map((slug) => join(root, 'corpus', language, slug, 'page.html')),
  );

/** Runs the program; fails the test with its words if it fails. */
function run(args, input = '') {
  const done = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0)
    throw new Error(`gegenprobe ${args.join(' ').slice(0, 200)} ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

/**
 * A desk on a fresh database. `articles` are JSON Lines objects as `gegenprobe add` takes them; `corpus` adds the project's
 * labelled articles. close() ends everything it started.
 */
export async function openDesk({ articles = [], corpus = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const database = join(folder, 'desk.db');
  const add = (lines, options = []) =>
    run(
      ['add', '-', '--db', database, '--quiet', ...options],
      lines.map((line) => JSON.stringify(line) + '\n').join(''),
    );
  if (corpus) run(['add', ...corpusPages(), '--db', database, '--quiet']);
  if (articles.length > 0) add(articles);

  const server = spawn(program, ['serve', '--new', '--port', '0', '--db', database], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await new Promise((resolve, reject) => {
    let told = '';
    server.stderr.on('data', (words) => {
      told += words;
      const at = /http:\/\/[\w.]+:\d+/.exec(told);
      if (at) resolve(at[0]);
    });
    server.on('exit', () => reject(new Error(`gegenprobe serve ended: ${told}`)));
  });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  });

  const api = async (path) => {
    const answer = await fetch(`${url}/api/v1${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };

  /** As the page writes: with the token. */
  const write = async (path, body, method = 'POST') => {
    const { token } = await api('/session');
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-Gegenprobe-Token': token },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };

  /** A page with what went wrong on it: scripts' errors, and requests to any other host, which are stopped. */
  const newPage = async ({ language = 'en', scheme = 'light', width = 1280, height = 860 } = {}) => {
    const context = await browser.newContext({
      locale: language === 'de' ? 'de-DE' : 'en-GB',
      colorScheme: scheme,
      viewport: { width, height },
      timezoneId: 'Europe/Berlin',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(kPatience_ms);
    page.wrong = [];
    await context.route('**/*', (route) => {
      const to = new URL(route.request().url());
      if (to.origin === url || to.protocol === 'data:') return route.continue();
      page.wrong.push(`foreign request: ${to.href.slice(0, 200)}`);
      return route.abort();
    });
    page.on('pageerror', (error) => page.wrong.push(`error: ${error.message}`));
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && page.wrong.push(`console: ${message.text()} ${message.location().url}`),
    );
    page.on('dialog', (dialog) => {
      page.wrong.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.at = async (path) => {
      await page.goto(url + path);
      await page.locator('main h1').first().waitFor();
      await page.locator('main .loading').waitFor({ state: 'detached' });
    };
    return page;
  };

  const stopServer = () =>
    new Promise((resolve) => {
      if (server.exitCode !== null) return resolve();
      server.on('exit', resolve);
      server.kill();
    });
  const close = async () => {
    await browser.close();
    server.removeAllListeners('exit');
    await stopServer();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url,
    database,
    add,
    run: (...args) => run([...args, '--db', database]),
    api,
    write,
    newPage,
    stopServer,
    close,
  };
}

/** The text of an element with plain spaces: figures hold no-break ones. */
export const textOf = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ');

/** The pages by name, with the ids that this database gives them. */
export async function allPages(desk) {
  const { items: conflicts } = await desk.api('/conflicts');
  const { items: articles } = await desk.api('/articles?limit=200');
  const { items: companies } = await desk.api('/companies');
  const claim = conflicts[0]?.a ?? (await desk.api('/claims?limit=1')).items[0];
  const longest = [...articles].sort((a, b) => b.claims - a.claims)[0];
  return {
    today: '/?since=all',
    claims: '/claims',
    claim: `/claims/${claim.id}`,
    articles: '/articles',
    article: `/articles/${longest.id}`,
    companies: '/companies',
    company: `/companies/${encodeURIComponent(companies[0].entity)}`,
    check: '/check',
    sources: '/sources',
    watches: '/watches',
    rates: '/rates',
    help: '/help',
  };
}

const changed = (figure) => ({
  id: '1',
  url: 'https://tagwerk.example/wirtschaft/kellermann',
  outlet: 'Tagwerk',
  lang: 'de',
  title: figure === '5,5' ? 'Kellermann wächst kräftig' : 'Kellermann wächst noch kräftiger',
  published: '2025-03-14',
  text: `Die Kellermann AG steigerte den Umsatz 2024 auf ${figure} Milliarden Euro.\n\nDer Gewinn lag bei 310 Millionen Euro.`,
});
const rates = `Date,USD,GBP,CHF\n${Array.from({ length: 260 }, (_, day) => {
  const on = new Date(Date.UTC(2025, 9, 7) - day * 86_400_000).toISOString().slice(0, 10);
  const wave = Math.sin(day / 23) * 0.02 + Math.sin(day / 7) * 0.006;
  return `${on},${(1.13 + wave - day / 8000).toFixed(4)},${(0.85 - wave / 3).toFixed(4)},${(0.94 + wave / 4).toFixed(4)}\n`;
}).join('')}`;

/** Something on each page that a fresh database leaves empty. Answers with the pages that only exist then. */
export async function fill(desk) {
  desk.add([changed('5,5')]);
  const watch = await desk.write('/watches', {
    name: 'Umsatz über 1 Mrd. €',
    query: { metric: 'revenue', value: '> 1 Mrd. €' },
  });
  await desk.write('/watches', { name: 'Stellenabbau', query: { metric: 'job_cuts', language: 'de' } });
  desk.add([changed('6,5')]);
  await desk.write(`/watches/${watch.id}/run`, {});
  await desk.write('/rates', { text: rates });
  await desk.write('/sources', { url: 'https://tagwerk.example/feed.xml', outlet: 'Tagwerk', language: 'de' });
  await desk.write('/sources', { url: 'https://ledger.example/sitemap.xml', outlet: 'Ledger', language: 'en' });
  await desk.write('/claims/3/review', { decision: 'accept', note: 'seen in the annual report' });
  const kept = await desk.write('/check', {
    text: 'Siemens machte im Geschäftsjahr 2024 einen Umsatz von 75,9 Billionen Euro.\n\nDer Umsatz von BASF lag 2024 bei 65,3 Milliarden Euro.',
    name: 'Entwurf',
    keep: true,
  });
  const { items } = await desk.api('/articles?text=Kellermann&outlet=Tagwerk');
  return {
    changes: `/articles/${items[0].id}?show=changes`,
    watch: `/watches/${watch.id}`,
    kept: `/check/${kept.id}`,
    rates: '/rates?currency=USD',
  };
}
