// Pictures of every page for docs/desk/, from the corpus: light in English, dark in German, some on a narrow screen.
//   node tests/page/screenshots.mjs [FOLDER]      GEGENPROBE=… names the program, ALL=1 takes every page at both widths
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { allPages, fill, openDesk, root } from './desk.mjs';

const folder = process.argv[2] ?? join(root, 'docs/desk');
const narrow = process.env.ALL ? () => true : (name) => ['today', 'claims', 'claim', 'watch'].includes(name);
const draft =
  'Siemens machte im Geschäftsjahr 2024 einen Umsatz von 75,9 Billionen Euro.\n\nDer Umsatz von BASF lag 2024 bei 65,3 Milliarden Euro.';
const desk = await openDesk({ corpus: true });

async function picture(page, name) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 72 });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
}

mkdirSync(folder, { recursive: true });
const filled = await fill(desk);
const pages = {
  ...(await allPages(desk)),
  company: '/companies/volkswagen?metric=revenue&unit=EUR',
  ...filled,
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
