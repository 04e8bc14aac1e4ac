// Articles that try to do something to the page: each is shown as text, runs nothing and asks nobody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { allPages, openDesk } from './desk.mjs';

const run = "document.title='taken';window.taken=1";
const name = `"><img src=https://evil.example/x onerror="${run}">`;
const script = `</textarea></script><script>${run}</script><svg onload="${run}"><style>*{display:none!important}</style><iframe src=https://evil.example></iframe>`;
const override = 'Umsatz\u202e von 1,5 Mrd. Euro\u202c\u2066';
const article = (id, more) => ({
  id,
  lang: 'de',
  published: '2025-03-14',
  outlet: 'Tagwerk',
  ...more,
});
const articles = [
  article('1', {
    outlet: name,
    title: `Titel ${name} ${script}`,
    url: 'https://a.example/?q=%22%3E%3Cimg',
    text: `Die Siemens AG ${script} machte 2024 einen Umsatz von 75,9 Milliarden Euro, sagte ${name}.`,
  }),
  article('2', {
    title: override,
    text: `Die Siemens AG machte 2024 ${override} einen Umsatz von 75,9 Billionen Euro.`,
  }),
  article('3', {
    title: 'A'.repeat(20_000),
    text: `Die ${'Wortohneende'.repeat(400_000)} AG machte 2024 einen Umsatz von 3,2 Milliarden Euro. ${script}`,
  }),
  article('4', {
    title: 'Name',
    text: `Die <b onmouseover=${run}>Müller</b> & Söhne GmbH machte 2024 einen Umsatz von 41 Millionen Euro.\n\n{{constructor.constructor('${run}')()}} \${${run}} javascript:${run}`,
  }),
  article('5', {
    title: 'Nullen und Steuerzeichen',
    text: 'Die Siemens AG\u0007 machte\u009b31m 2024 einen Gewinn von 9,0 Milliarden Euro.\u0008\u0008',
  }),
];

let desk;
before(async () => {
  desk = await openDesk({ articles });
});
after(() => desk?.close());

/** Nothing ran, nothing was asked from elsewhere, nothing was made into an element. */
async function assertHarmless(page, where) {
  const found = await page.evaluate(() => ({
    taken: window.taken,
    title: document.title,
    elements: document.querySelectorAll(
      'main img, main iframe, main script, main style, main svg[onload], [onerror], [onload], [onmouseover]',
    ).length,
    hidden: getComputedStyle(document.querySelector('main')).display === 'none',
    bidi: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText),
    links: [...document.querySelectorAll('a[href]')]
      .map((link) => link.protocol)
      .filter((protocol) => !/^https?:$/.test(protocol)),
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  assert.deepEqual(
    { ...found, title: found.title === 'taken' },
    {
      taken: undefined,
      title: false,
      elements: 0,
      hidden: false,
      bidi: false,
      links: [],
      wide: false,
    },
    where,
  );
  assert.deepEqual(page.wrong, [], where);
}

test('every page shows them harmless', async () => {
  const page = await desk.newPage({ width: 1280 });
  const pages = await allPages(desk);
  const { items } = await desk.api('/articles');
  const { items: claims } = await desk.api('/claims');
  const { items: companies } = await desk.api('/companies');
  const paths = [
    ...Object.values(pages),
    ...items.map(({ id }) => `/articles/${id}`),
    ...claims.map(({ id }) => `/claims/${id}`),
    // A name of megabytes makes an address that the server refuses.
    ...companies.map(({ entity }) => `/companies/${encodeURIComponent(entity)}`).filter((path) => path.length < 8000),
    '/claims?columns=sentence,subject,outlet,attribution,printed',
  ];
  for (const path of paths) {
    await page.at(path);
    await page.mouse.move(300, 300);
    await assertHarmless(page, path);
  }
  await page.context().close();
});

test('they are shown, not left out', async () => {
  const page = await desk.newPage();
  await page.at('/articles');
  const text = await page.locator('main').innerText();
  assert(text.includes('<img src=https://evil.example/x onerror='), text.slice(0, 500));
  assert(text.includes('Umsatz⟨RLO⟩ von 1,5 Mrd. Euro⟨PDF⟩'), text.slice(0, 500));
  await page.context().close();
});

test('a draft that is checked is harmless too', async () => {
  const page = await desk.newPage();
  await page.at('/check');
  await page
    .locator('textarea')
    .fill(`Die Siemens AG machte 2024 einen Umsatz von 75,9 Billionen Euro. ${script} ${name}`);
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-mark').first().waitFor();
  await assertHarmless(page, 'check');
  await page.context().close();
});

test('an address that is an attack is only words', async () => {
  const page = await desk.newPage();
  for (const path of [
    `/claims?text=${encodeURIComponent(name)}`,
    `/claims?company=${encodeURIComponent(script)}`,
    `/?outlet=${encodeURIComponent(name)}&since=all`,
    `/check?text=${encodeURIComponent(script)}`,
    `/articles?text=${encodeURIComponent(`"${name}"`)}`,
  ]) {
    await page.at(path);
    page.wrong = page.wrong.filter((line) => !/status of (40[04]|501)/.test(line)); // a search that is refused is told in one line
    await assertHarmless(page, path);
  }
  await page.context().close();
});

test('every answer forbids scripts of others', async () => {
  for (const path of ['/', '/claims', '/api/v1/claims']) {
    const { headers } = await fetch(desk.url + path);
    const policy = headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe|\*/, path);
  }
});
