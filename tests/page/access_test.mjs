// axe-core on every page, light and dark, wide and narrow: nothing serious or critical.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { allPages, fill, openDesk, require } from './desk.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let desk;
let filled;
before(async () => {
  desk = await openDesk({ corpus: true });
  filled = await fill(desk);
});
after(() => desk?.close());

/** What axe finds, as "rule: element" lines. It is put in by the browser itself, which the page's policy does not stop. */
async function serious(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`),
    );
}

for (const [scheme, width, language] of [
  ['light', 1280, 'en'],
  ['dark', 1280, 'de'],
  ['light', 390, 'de'],
  ['dark', 390, 'en'],
])
  test(`no serious finding, ${scheme} at ${width} pixels`, async () => {
    const page = await desk.newPage({ scheme, width, language });
    for (const [name, path] of Object.entries({ ...(await allPages(desk)), ...filled })) {
      await page.at(path);
      assert.deepEqual(await serious(page), [], name);
    }
    for (const nothing of ['/?company=Zzyzx', '/claims?company=Zzyzx', '/claims?value=much', '/articles?text=Zzyzx']) {
      await page.at(nothing);
      assert.deepEqual(await serious(page), [], nothing);
    }
    await page.at('/check');
    await page.locator('textarea').fill('Der Umsatz von Siemens lag im Geschäftsjahr 2024 bei 75,9 Billionen Euro.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.checked').first().waitFor();
    assert.deepEqual(await serious(page), [], 'checked text');
    await page.keyboard.press('Control+k');
    await page.locator('.find-field').fill('b');
    assert.deepEqual(await serious(page), [], 'find');
    await page.context().close();
  });
