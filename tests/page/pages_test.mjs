// Every page in both languages, and what can be done on it with the pointer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { allPages, openDesk, textOf } from './desk.mjs';

const changed = {
  url: 'https://tagwerk.example/wirtschaft/kellermann',
  outlet: 'Tagwerk',
  lang: 'de',
  title: 'Kellermann wächst',
  published: '2025-03-14',
};
const articles = [
  {
    id: '1',
    ...changed,
    text: 'Die Kellermann AG steigerte den Umsatz 2024 auf 5,5 Milliarden Euro.\n\nDer Gewinn lag bei 310 Millionen Euro.',
  },
  {
    id: '2',
    url: 'https://ledger.example/kellermann',
    outlet: 'Ledger',
    lang: 'en',
    title: 'Kellermann grows',
    published: '2025-03-15',
    text: 'Kellermann AG expects revenue of 6.1 billion to 6.4 billion euros in 2025.',
  },
];
let desk;
let pages;
before(async () => {
  desk = await openDesk({ corpus: true, articles });
  desk.add([
    {
      id: '1',
      ...changed,
      text: 'Die Kellermann AG steigerte den Umsatz 2024 auf 6,5 Milliarden Euro.\n\nDer Gewinn lag bei 310 Millionen Euro.',
    },
  ]);
  pages = await allPages(desk);
});
after(() => desk?.close());

/** A test with a page on which nothing may go wrong: no script error, no request to another host. */
const on = (name, options, work) =>
  test(name, async () => {
    const page = await desk.newPage(options);
    try {
      await work(page);
      assert.deepEqual(page.wrong, []);
    } finally {
      await page.context().close();
    }
  });

const titles = {
  en: {
    today: 'Today',
    claims: 'Claims',
    companies: 'Companies',
    articles: 'Articles',
    check: 'Check a text',
    sources: 'Sources',
    watches: 'Watches',
    rates: 'Exchange rates',
    help: 'Help',
  },
  de: {
    today: 'Heute',
    claims: 'Angaben',
    companies: 'Unternehmen',
    articles: 'Artikel',
    check: 'Einen Text prüfen',
    sources: 'Quellen',
    watches: 'Beobachten',
    rates: 'Wechselkurse',
    help: 'Hilfe',
  },
};
for (const language of ['en', 'de'])
  on(`each page stands in ${language}`, { language }, async (page) => {
    for (const [name, title] of Object.entries(titles[language])) {
      if (!pages[name]) continue;
      await page.at(pages[name]);
      assert.equal(await page.locator('main h1').textContent(), title);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(
        await page.locator('main [role=alert]').count(),
        0,
        `${name}: ${await page.locator('main').textContent()}`,
      );
    }
  });

on('the switch of languages is kept', { language: 'de' }, async (page) => {
  await page.at('/help');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Help', exact: true }).waitFor();
  await page.at('/claims');
  assert.equal(await page.locator('main h1').textContent(), 'Claims');
});

on('the switch of colours is kept', {}, async (page) => {
  await page.at('/help');
  const paper = () => page.evaluate(() => getComputedStyle(document.body.parentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Colours as the system has them' }).click();
  await page.getByRole('button', { name: 'Light colours' }).click();
  assert.notEqual(await paper(), light);
  await page.at('/help');
  assert.notEqual(await paper(), light);
});

on('figures are told in the language of the reader', { language: 'de' }, async (page) => {
  await page.at('/claims?company=Nvidia&metric=market_cap');
  const rows = page.locator('.grid-row');
  await rows.first().waitFor();
  const texts = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' '));
  assert(
    texts.some((text) => text.includes('4 Billionen USD') && text.includes('«$4tn»')),
    texts.join('\n'),
  );
});

on('today: two sentences side by side, with what differs', {}, async (page) => {
  await page.at('/?since=all&section=scale_suspect');
  const first = page.locator('.finding').first();
  assert.equal(await first.locator('.side').count(), 2);
  assert.equal(await first.locator('.side mark').count(), 2);
  assert.match(await textOf(first), /scale suspect.*×[\d,]+.*Differs: order of magnitude/s);
});

on('heute: the reason names both figures, and the slip is a thousand', { language: 'de' }, async (page) => {
  await page.at('/?since=all&section=scale_suspect&company=Novo%20Nordisk');
  const text = await textOf(page.locator('.finding').first());
  assert.match(text, /×1\.000/);
  assert.match(text, /290,4 Milliarden DKK gegen 290 Billionen.*: dieselben Ziffern, das 1\.000-Fache/s);
});

on('today: a filter is in the address', {}, async (page) => {
  await page.at('/?since=all');
  const all = await page.locator('.finding').count();
  await page.getByLabel('Company').fill('Siemens');
  await page.waitForURL(/company=Siemens/);
  await page.waitForFunction((before) => document.querySelectorAll('.finding').length < before, all);
  for (const text of await page.locator('.finding-head').allTextContents()) assert.match(text, /Siemens/);
});

on('claims: words, facets, columns and exports', {}, async (page) => {
  await page.at('/claims');
  await page.getByLabel('Words').fill('Geschaeftsjahr');
  await page.waitForURL(/text=Geschaeftsjahr/);
  await page.locator('.facet', { hasText: 'revenue' }).first().click();
  await page.waitForURL(/metric=revenue/);
  await page.getByText('Columns').click();
  await page.getByRole('checkbox', { name: 'Sentence' }).check();
  await page.waitForURL(/columns=.*sentence/);
  assert.match(await textOf(page.locator('.grid-row').first()), /Geschäftsjahr/);
  await page.getByText('Export').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.csv$/);
});

on('claims: a value in words is read as told', { language: 'de' }, async (page) => {
  await page.at('/claims?value=1-2+Mrd.+€');
  assert.match(await textOf(page.locator('.understood')), /Gelesen als Wert: .*Milliarden EUR/);
});

on('claims: the list goes on while one scrolls', {}, async (page) => {
  await page.at('/claims');
  const before = await page.locator('.grid-row').first().textContent();
  await page.evaluate(() => scrollTo(0, 12_000));
  await page.waitForFunction(
    (text) =>
      document.querySelector('.grid-row')?.textContent !== text &&
      !document.querySelector('.grid-row .dim')?.textContent.startsWith('…'),
    before,
  );
  assert((await page.locator('.grid-row').count()) < 80);
});

on('claims: an unknown company is told', {}, async (page) => {
  await page.at('/claims?company=Zzyzx');
  await page.getByText('No article names this company.').waitFor();
});

on('claim: evidence, plot, how it was read', {}, async (page) => {
  await page.at(pages.claim);
  await page.getByRole('heading', { name: 'How it was read' }).waitFor();
  await page.getByRole('heading', { name: 'Evidence' }).waitFor();
  assert((await page.locator('.plot canvas').count()) > 0);
  await page.locator('.plot-box').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await textOf(page.locator('.plot-tip')), /\d/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/claims\/\d+/);
});

on('article: mentions by kind, switched off and on', {}, async (page) => {
  await page.at(pages.article);
  const money = page.locator('mark.kind-money');
  assert((await money.count()) > 0);
  await page.locator('button.kind-money').click();
  assert.equal(await money.count(), 0);
  await page.locator('button.kind-money').click();
  assert((await money.count()) > 0);
  assert((await page.locator('.margin-claim').count()) > 0);
});

on('article: what changed between two versions', { language: 'de' }, async (page) => {
  const { items } = await desk.api('/articles?text=Kellermann&outlet=Tagwerk');
  await page.at(`/articles/${items[0].id}`);
  await page.getByRole('link', { name: 'Änderungen (2 Fassungen)' }).click();
  assert.match(await textOf(page.locator('del').first()), /5,5/);
  assert.match(await textOf(page.locator('ins').first()), /6,5/);
});

on('company: a mark tells its sentence, forecasts are there', {}, async (page) => {
  await page.at('/companies');
  await page.getByLabel('Name').fill('Kellermann');
  await page
    .getByRole('link', { name: /Kellermann/ })
    .first()
    .click();
  await page
    .getByRole('navigation', { name: 'Figures' })
    .getByRole('link', { name: /revenue/ })
    .first()
    .click();
  await page.locator('.plot canvas').waitFor();
  await page.locator('.plot-box').focus();
  await page.keyboard.press('ArrowLeft');
  assert.match(await textOf(page.locator('.plot-tip')), /6\.1–6\.4 billion EUR.*expects revenue/s);
});

on('check: verdicts in place, evidence beside them', { language: 'de' }, async (page) => {
  await page.at('/check');
  await page
    .getByLabel('Text oder Adresse')
    .fill('Der Umsatz von Siemens lag im Geschäftsjahr 2024 bei 75,9 Billionen Euro.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-mark').waitFor();
  assert.match(await textOf(page.locator('.verdict-mark')), /75,9 Billionen Euro.*Größenordnung verdächtig/);
  assert.match(
    await textOf(page.locator('.checked')),
    /75,9 Billionen EUR.*«75,9 Billionen Euro».*75,9 Milliarden EUR/s,
  );
});

on('check: figures that were not checked are told', { language: 'de' }, async (page) => {
  await page.at('/check');
  await page.getByLabel('Text oder Adresse').fill('Bosch setzt 35 Milliarden um. Die Inflation lag bei 2,1 Prozent.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.unread-mark').nth(1).waitFor();
  assert.deepEqual(await page.locator('.unread-mark').allInnerTexts(), ['35 Milliarden', '2,1 Prozent']);
  assert.match(
    await textOf(page.locator('.unread')),
    /2 Zahlen wurden nicht geprüft.*35 Milliarden.*weder Währung noch Einheit.*2,1 Prozent.*kein Unternehmen/s,
  );
});

on('check: what had to be assumed is told', { language: 'de' }, async (page) => {
  await page.at('/check');
  await page
    .getByLabel('Text oder Adresse')
    .fill('Siemens machte 2024 rund 75 Milliarden Euro Umsatz. Bosch setzt 35 Milliarden um.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.checked').nth(1).waitFor();
  assert.match(await textOf(page.locator('.checked').nth(1)), /Bosch.*Angenommen: Währung übernommen/s);
});

on('check: what is wrong with a figure by itself is told without evidence', {}, async (page) => {
  await page.at('/check');
  await page.getByLabel('Text or address').fill('Die Zwirnerei Auer AG setzte 2024 78,9 Billionen Euro um.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.checked').waitFor();
  assert.match(
    await textOf(page.locator('.checked')),
    /scale suspect.*78\.9 trillion EUR is more than any company ever had as revenue/s,
  );
});

/** Checks a draft in the reader's language; gives what is told of its figures. */
async function checked(page, draft, label) {
  await page.at('/check');
  await page.getByLabel(label).fill(draft);
  await page.keyboard.press('Control+Enter');
  await page.locator('.checked').first().waitFor();
  return textOf(page.locator('.check-result'));
}

on('prüfen: a calculation that fails is told with its figures', { language: 'de' }, async (page) => {
  const told = await checked(
    page,
    'Der Umsatz der Auer AG stieg 2024 um 40 Prozent auf 5,5 Milliarden Euro nach 4,9 Milliarden Euro.',
    'Text oder Adresse',
  );
  assert.match(
    told,
    /Rechnung geht nicht auf.*von 4,9\sMilliarden\sEUR auf 5,5\sMilliarden\sEUR ist ein Anstieg um 12,2\s%, kein Anstieg um 40\s%/s,
  );
});

on('prüfen: more than any company ever had is told with the figure', { language: 'de' }, async (page) => {
  const told = await checked(page, 'Die Zwirnerei Auer AG setzte 2024 78,9 Billionen Euro um.', 'Text oder Adresse');
  assert.match(told, /78,9\sBillionen\sEUR sind mehr, als je ein Unternehmen hatte \(Umsatz\)/);
});

on('prüfen: split evidence names both sides', { language: 'de' }, async (page) => {
  const told = await checked(page, 'Nvidia ist an der Börse 4 Billionen Dollar wert.', 'Text oder Adresse');
  assert.match(
    told,
    /Belege geteilt.*die Belege sind geteilt: dafür .*\(\d\d\.\d\d\.2025\).*in anderer Größenordnung/s,
  );
  assert.match(told, /Als USD gelesen, obwohl kein Land dabeisteht: «4 Billionen Dollar»/);
  assert.doesNotMatch(told, /Angenommen: Währung angenommen/, 'once is enough');
});

on('prüfen: ten times the cuts are remarked on', { language: 'de' }, async (page) => {
  const told = await checked(page, 'Novo Nordisk will 90.000 Stellen streichen.', 'Text oder Adresse');
  assert.match(told, /kein Beleg.*Dieselben Ziffern, das Komma an anderer Stelle: 9\.000\sStellen \(.*, c\d+\)/s);
});

on('check: a profit that all others tell as a loss', { language: 'de' }, async (page) => {
  await page.at('/check');
  await page.getByLabel('Text oder Adresse').fill('Boeing machte 2024 einen Nettogewinn von 11,8 Milliarden Dollar.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.checked').waitFor();
  assert.match(
    await textOf(page.locator('.checked')),
    /widerspricht.*dieselbe Zahl, einmal als Gewinn, einmal als Verlust: nur ein Vorzeichen kann stimmen/s,
  );
});

on('check: a result is kept, linked and exported', {}, async (page) => {
  await page.at('/check');
  await page.getByLabel('Text or address').fill('Siemens reported revenue of 75.9 billion euros for 2024.');
  await page.getByRole('button', { name: /^Check/ }).click();
  await page.getByLabel('Name, to find it again').fill('Siemens draft');
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.waitForURL(/\/check\/[^/]+$/);
  await page.getByRole('heading', { name: 'Siemens draft' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /\.csv$/);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.waitForURL(/\/check$/);
});

on('company: names are merged and the decision is undone', {}, async (page) => {
  await page.at('/companies/siemens');
  await page.getByLabel('Further name').fill('Siemens-Konzern München');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('heading', { name: 'Decisions' }).waitFor();
  await page.locator('.history').getByRole('button', { name: 'Undo' }).click();
  await page.getByText('undone').waitFor();
});

on('sources: added, paused, gone on with, removed', {}, async (page) => {
  await page.at('/sources');
  await page.getByLabel('Address of a feed, sitemap or page').fill('https://tagwerk.example/feed.xml');
  await page.getByRole('button', { name: 'Add source' }).click();
  const row = page.getByRole('row', { name: /tagwerk/ });
  await row.getByRole('button', { name: 'Pause' }).click();
  await row.getByText('paused').waitFor();
  await row.getByRole('button', { name: 'Go on' }).click();
  await row.getByRole('button', { name: 'Pause' }).waitFor();
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await row.waitFor({ state: 'detached' });
});

on('watches: a search is watched, shown and removed', {}, async (page) => {
  await page.at('/claims?company=Siemens&metric=revenue');
  await page.getByRole('button', { name: 'Watch' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Siemens revenue');
  await page.getByRole('dialog').getByRole('button', { name: 'Watch' }).click();
  await page.at('/watches');
  await page.getByText('not run yet').waitFor();
  desk.add([
    {
      id: 'late',
      outlet: 'Ledger',
      lang: 'en',
      published: '2025-03-16',
      title: 'Siemens in the lead',
      text: 'Siemens reported revenue of 81.3 billion euros for 2031.',
    },
  ]);
  await page.getByRole('button', { name: 'Look now' }).click();
  await page.locator('.badge', { hasText: '1 new' }).waitFor();
  await page.getByRole('link', { name: 'Siemens revenue' }).click();
  await page.getByRole('heading', { name: 'Siemens revenue' }).waitFor();
  assert.match(await textOf(page.locator('.found').first()), /81\.3 billion EUR/);
  await page.at('/watches');
  await page.locator('.badge', { hasText: '1 new' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('Nothing is being watched.').waitFor();
});

on('rates: a file of the ECB is taken in and drawn', {}, async (page) => {
  await page.at('/rates');
  const buffer = Buffer.from('Date,USD,GBP,\n2025-10-07,1.1666,0.8690,\n2025-10-06,1.1678,0.8685,\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'eurofxref-hist.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('link', { name: 'USD' }).click();
  await page.locator('.plot canvas').waitFor();
  await page.getByRole('cell', { name: '1.1666' }).waitFor();
});

on('help: keys, verdicts, query words', {}, async (page) => {
  await page.at('/help');
  for (const name of ['Keys', 'Verdicts', 'Words of a search', 'This database'])
    await page.getByRole('heading', { name }).waitFor();
});

test('an address that is not there is told by the page', async () => {
  const page = await desk.newPage({ language: 'de' });
  const answer = await page.goto(`${desk.url}/nowhere`);
  assert.equal(answer.status(), 404);
  await page.getByText('Diese Seite gibt es nicht.').waitFor();
  await page.context().close();
});

on('today: what stands alone is not told as if it were compared', { language: 'de' }, async (page) => {
  await page.at('/?since=all&section=one_origin');
  const text = await textOf(page.locator('.finding').first());
  assert.match(text, /Keine andere Quelle nennt diese Zahl/);
  assert.doesNotMatch(text, /nicht vergleichbar|Verschiedenem/);
});

on('paper shows what was found and nothing to press', {}, async (page) => {
  await page.at('/?since=all');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.finding').first().isVisible(), true);
  for (const unwanted of ['.bar', '.filters', 'button'])
    assert.equal(await page.locator(unwanted).first().isVisible(), false, unwanted);
});

test('a claim that is not there is told in one line', async () => {
  const page = await desk.newPage();
  await page.goto(`${desk.url}/claims/99999999`);
  assert.match(await textOf(page.locator('[role=alert]')), /There is no such thing/);
  await page.context().close();
});

for (const width of [390, 640, 1280])
  on(`nothing is wider than the page at ${width} pixels`, { width, language: 'de' }, async (page) => {
    for (const [name, path] of Object.entries(pages)) {
      await page.at(path);
      assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide`);
      const table = page.locator('.grid-scroll');
      if ((await table.count()) > 0)
        assert(await table.evaluate((box) => box.scrollWidth <= box.clientWidth), `the table of ${name} is too wide`);
    }
  });
