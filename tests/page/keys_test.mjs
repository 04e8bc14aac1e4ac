// Each key of the Help page, on the desk of a person who never touches the mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openDesk } from './desk.mjs';

let desk;
before(async () => {
  desk = await openDesk({ corpus: true });
});
after(() => desk?.close());

async function withPage(path, work, options) {
  const page = await desk.newPage(options);
  try {
    await page.addInitScript(() => {
      window.opened = [];
      window.open = (to) => void window.opened.push(to);
    });
    await page.at(path);
    await work(page);
    assert.deepEqual(page.wrong, []);
  } finally {
    await page.context().close();
  }
}

const here = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.finding')].findIndex((each) => each.getAttribute('aria-current') === 'true'),
  );

for (const language of ['en', 'de'])
  test(`j and k move in ${language}`, () =>
    withPage(
      '/?since=all',
      async (page) => {
        await page.locator('.finding').first().waitFor();
        assert.equal(await here(page), 0);
        await page.keyboard.press('j');
        await page.keyboard.press('j');
        assert.equal(await here(page), 2);
        await page.keyboard.press('k');
        assert.equal(await here(page), 1);
        assert(await page.evaluate(() => document.activeElement.classList.contains('finding')));
      },
      { language },
    ));

test('h and l choose the sentence', () =>
  withPage('/?since=all', async (page) => {
    const chosen = () =>
      page.evaluate(() =>
        [...document.querySelector('.finding').querySelectorAll('.side')].findIndex((side) => side.dataset.chosen),
      );
    await page.locator('.finding').first().waitFor();
    await page.keyboard.press('l');
    assert.equal(await chosen(), 1);
    await page.keyboard.press('h');
    assert.equal(await chosen(), 0);
  }));

const decisions = {
  en: { a: 'accepted', r: 'rejected' },
  de: { a: 'bestätigt', r: 'verworfen' },
};
for (const [language, words] of Object.entries(decisions))
  for (const [key, word] of Object.entries(words))
    test(`${key} and u in ${language}`, () =>
      withPage(
        '/?since=all',
        async (page) => {
          await page.locator('.finding').first().waitFor();
          const badge = page.locator('.finding').first().locator('.side[data-chosen] .badge', { hasText: word });
          await page.keyboard.press(key);
          await badge.waitFor();
          await page.keyboard.press('u');
          await badge.waitFor({ state: 'detached' });
        },
        { language },
      ));

test('c corrects with a figure and a note', () =>
  withPage('/?since=all', async (page) => {
    await page.locator('.finding').first().waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('What it should read').fill('4 trillion dollars');
    await page.getByLabel('Note').fill('slip of translation');
    await page.getByRole('button', { name: 'Save' }).click();
    const side = page.locator('.finding').first().locator('.side[data-chosen]');
    await side.locator('.badge', { hasText: 'corrected: 4 trillion USD' }).waitFor();
    await side.getByText('slip of translation').waitFor();
    await page.keyboard.press('u');
    await side.locator('.badge', { hasText: 'corrected' }).waitFor({ state: 'detached' });
  }));

test('o opens the source at the sentence', () =>
  withPage('/?since=all', async (page) => {
    const finding = page.locator('.finding', { has: page.getByText('At the source') }).first();
    await finding.waitFor();
    const index = await page
      .locator('.finding')
      .evaluateAll((all, one) => all.indexOf(one), await finding.elementHandle());
    for (let step = 0; step < index; ++step) await page.keyboard.press('j');
    const left = await finding.locator('.side').first().getByText('At the source').count();
    await page.keyboard.press(left ? 'h' : 'l');
    await page.keyboard.press('o');
    const [address] = await page.evaluate(() => window.opened);
    assert.match(address, /^https:\/\/[\w.-]+\.example\/.*#:~:text=\S+/);
  }));

test('Enter opens the claim', () =>
  withPage('/?since=all', async (page) => {
    await page.locator('.finding').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/claims\/\d+$/);
    await page.getByRole('heading', { name: 'How it was read' }).waitFor();
  }));

test('a on a claim, with its note', () =>
  withPage('/claims/2', async (page) => {
    await page.getByRole('heading', { name: 'How it was read' }).waitFor();
    await page.keyboard.press('a');
    await page.locator('aside .badge', { hasText: 'accepted' }).waitFor();
    await page.getByLabel('Note').fill('seen in the annual report');
    await page.getByRole('button', { name: 'Save as accepted, with note' }).click();
    await page.locator('.history').getByText('seen in the annual report').waitFor();
  }));

const pages = {
  t: /:\d+\/$/,
  c: /\/claims$/,
  f: /\/companies$/,
  a: /\/articles$/,
  p: /\/check$/,
  s: /\/sources$/,
  w: /\/watches$/,
  r: /\/rates$/,
  h: /\/help$/,
};
test('g and a letter open each page', () =>
  withPage('/help', async (page) => {
    for (const [letter, address] of Object.entries(pages)) {
      await page.locator('main h1').click();
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await page.waitForURL(address);
    }
  }));

test('? is Help', () =>
  withPage('/claims', async (page) => {
    await page.keyboard.press('?');
    await page.waitForURL(/\/help$/);
  }));

for (const key of ['/', 'Control+k'])
  test(`${key} finds a company`, () =>
    withPage('/help', async (page) => {
      await page.keyboard.press(key);
      await page.getByRole('combobox').fill('siem');
      await page
        .getByRole('option', { name: /Siemens/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/companies\/siemens/);
    }));

test('j, k and Enter in the list of claims', () =>
  withPage('/claims', async (page) => {
    await page.locator('.grid-row').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await page.locator('.grid-row[aria-current]').getAttribute('aria-rowindex'), '3');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/claims\/\d+$/);
  }));

test('a, u and o in the list of claims', () =>
  withPage('/claims?columns=subject,value,review', async (page) => {
    await page.locator('.grid-row').first().waitFor();
    await page.keyboard.press('j');
    const row = page.locator('.grid-row[aria-current]');
    await page.keyboard.press('a');
    await row.getByText('accepted').waitFor();
    await page.keyboard.press('u');
    await row.getByText('accepted').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it should read').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('o');
    assert.equal(await page.evaluate(() => window.opened.length), 1);
  }));

test('no finding moves away under the hands of who judges it', () =>
  withPage('/?since=all', async (page) => {
    const findings = page.locator('.finding');
    await findings.nth(1).waitFor();
    await page.keyboard.press('j');
    const words = await findings.nth(1).locator('.side').first().innerText();
    await page.keyboard.press('r');
    await findings.nth(1).locator('.badge', { hasText: 'rejected' }).waitFor();
    // Another's contradiction comes in and stands at the top; a review elsewhere has the page ask for the list again.
    const article = (outlet, figure) => ({
      id: outlet,
      outlet,
      lang: 'de',
      published: new Date().toISOString().slice(0, 10),
      text: `Die Seilerwerk AG steigerte den Umsatz 2024 auf ${figure} Euro.`,
    });
    desk.add([article('Kaipost', '3,2 Milliarden'), article('Molenblatt', '3,2 Millionen')]);
    const { items } = await desk.api('/claims?company=Seilerwerk');
    await desk.write(`/claims/${items[0].id}/review`, { decision: 'accept' });
    await findings.filter({ hasText: 'Seilerwerk' }).first().waitFor();
    const current = page.locator('.finding[aria-current=true]');
    assert.equal(await current.count(), 1);
    assert(await current.locator('.badge', { hasText: 'rejected' }).isVisible());
    assert.equal((await current.locator('.side').first().innerText()).slice(0, 20), words.slice(0, 20));
  }));

// As fast as can be: the browser has painted nothing in between.
test('a key is heard as soon as there is a list', () =>
  withPage('/help', async (page) => {
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('.finding')) return;
        seen.disconnect();
        dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.at('/?since=all');
    await page.locator('.finding').nth(1).and(page.locator('[aria-current=true]')).waitFor();
  }));

test('the dialog hears what is pressed after c, and the page what is pressed after Escape', () =>
  withPage('/claims', async (page) => {
    await page.locator('.grid-row').first().waitFor();
    await page.keyboard.press('j');
    const open = await page.evaluate(async () => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'c' }));
      for (let turn = 0; turn < 9; ++turn) await null;
      return document.querySelector('dialog').open;
    });
    assert(open);
    await page.getByLabel('What it should read').waitFor();
    const opened = await page.evaluate(() => {
      document.querySelector('dialog').close();
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true }));
      return window.opened.length;
    });
    assert.equal(opened, 1);
  }));

for (const [name, path, opened] of [
  ['articles', '/articles', /\/articles\/\d+$/],
  ['companies', '/companies', /\/companies\/[^/]+$/],
])
  test(`j, k and Enter in the list of ${name}`, () =>
    withPage(path, async (page) => {
      const focused = () =>
        page.evaluate(() => [...document.querySelectorAll('[data-line]')].indexOf(document.activeElement));
      await page.locator('[data-line]').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      assert.equal(await focused(), 1);
      await page.keyboard.press('k');
      assert.equal(await focused(), 0);
      await page.keyboard.press('Enter');
      await page.waitForURL(opened);
    }));

test('letters do nothing once they are switched off, and in fields they are letters', () =>
  withPage('/help', async (page) => {
    await page.getByLabel('Single-letter keys are on').uncheck();
    await page.locator('main h1').click();
    await page.keyboard.press('?');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    assert.match(page.url(), /\/help$/);
    await page.getByLabel('Single-letter keys are on').check();
    await page.at('/claims');
    await page.getByLabel('Words').fill('');
    await page.getByLabel('Words').press('j');
    assert.equal(await page.getByLabel('Words').inputValue(), 'j');
  }));

test('what comes in is told at once, and n shows it', () =>
  withPage('/', async (page) => {
    await page.locator('.pulse[data-state=live]').waitFor({ state: 'attached' });
    const today = new Date().toISOString().slice(0, 10);
    const article = (outlet, figure) => ({
      id: outlet,
      outlet,
      lang: 'en',
      published: today,
      title: 'Harlow results',
      text: `Harlow plc reported revenue of ${figure} for 2024.`,
    });
    desk.add([article('Quayside Post', '£3.2 billion'), article('Dockland Star', '£3.2 trillion')]);
    await page.getByRole('button', { name: /2 new articles/ }).waitFor();
    await page.locator('main h1').click();
    await page.keyboard.press('n');
    await page.locator('.finding', { hasText: 'Harlow' }).first().waitFor();
  }));

// The last one: it takes the server away.
test('a lost connection is told in one line', async () => {
  const page = await desk.newPage();
  await page.at('/help');
  await page.locator('.pulse[data-state=live]').waitFor({ state: 'attached' });
  await desk.stopServer();
  await page.getByText('The connection to gegenprobe is lost; trying again.').waitFor();
  await page.context().close();
});
