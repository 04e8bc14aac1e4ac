// Pictures of every page for docs/desk/, from the corpus: light in English, dark in German, some on a narrow screen.
//   node tests/page/screenshots.mjs [FOLDER]      GEGENPROBE=… names the program, ALL=1 takes every page at both widths
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { allPages, openDesk, root } from './desk.mjs';

const folder = process.argv[2] ?? join(root, 'docs/desk');
const narrow = process.env.ALL ? () => true : (name) => ['today', 'claim'].includes(name);
const draft =
  'Siemens machte im Geschäftsjahr 2024 einen Umsatz von 75,9 Billionen Euro.\n\nDer Umsatz von BASF lag 2024 bei 65,3 Milliarden Euro.';
const kellermann = (figure) => ({
  id: '1',
  url: 'https://tagwerk.example/wirtschaft/kellermann',
  outlet: 'Tagwerk',
  lang: 'de',
  title: 'Kellermann wächst kräftig',
  published: '2025-03-14',
  text: `Die Kellermann AG steigerte den Umsatz 2024 auf ${figure} Milliarden Euro.\n\nDer Gewinn lag bei 310 Millionen Euro.`,
});
const rates = `Date,USD,GBP,CHF\n${Array.from({ length: 260 }, (_, day) => {
  const on = new Date(Date.UTC(2025, 9, 7) - day * 86_400_000).toISOString().slice(0, 10);
  const wave = Math.sin(day / 23) * 0.02 + Math.sin(day / 7) * 0.006;
  return `${on},${(1.13 + wave - day / 8000).toFixed(4)},${(0.85 - wave / 3).toFixed(4)},${(0.94 + wave / 4).toFixed(4)}\n`;
}).join('')}`;

const desk = await openDesk({ corpus: true, articles: [kellermann('5,5')] });
desk.add([kellermann('6,5')]);

/** What fills the pages that a fresh database leaves empty; the server's answers are not looked at. */
async function fill() {
  const { token } = await desk.api('/session');
  const post = (path, body) =>
    fetch(`${desk.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Gegenprobe-Token': token },
      body: JSON.stringify(body),
    });
  await post('/rates', { text: rates });
  await post('/watches', { name: 'Siemens revenue', query: { company: 'siemens', metric: 'revenue' } });
  await post('/watches', { name: 'Stellenabbau', query: { metric: 'job_cuts', language: 'de' } });
  await post('/sources', { url: 'https://tagwerk.example/feed.xml', outlet: 'Tagwerk', language: 'de' });
  await post('/sources', { url: 'https://ledger.example/sitemap.xml', outlet: 'Ledger', language: 'en' });
}

async function picture(page, name) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 72 });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
}

mkdirSync(folder, { recursive: true });
await fill();
const { items } = await desk.api('/articles?text=Kellermann');
const pages = {
  ...(await allPages(desk)),
  company: '/companies/volkswagen?metric=revenue&unit=EUR',
  rates: '/rates?currency=USD',
  changes: `/articles/${items[0].id}?show=changes`,
};
for (const [scheme, language] of [
  ['light', 'en'],
  ['dark', 'de'],
])
  for (const width of [1280, 390]) {
    const page = await desk.newPage({ scheme, language, width, height: width === 390 ? 844 : 860 });
    for (const [name, path] of Object.entries(pages)) {
      if (width === 390 && !narrow(name)) continue;
      await page.at(path);
      if (name === 'check') {
        await page.locator('textarea').fill(draft);
        await page.keyboard.press('Control+Enter');
        await page.locator('.checked').first().waitFor();
        await page.evaluate(() => document.activeElement?.blur());
      }
      await page.waitForTimeout(250); // the plot takes its size a frame later
      await picture(page, `${name}-${scheme}${width === 390 ? '-narrow' : ''}`);
    }
    if (page.wrong.length > 0) console.error(page.wrong.join('\n'));
    await page.context().close();
  }
await desk.close();
