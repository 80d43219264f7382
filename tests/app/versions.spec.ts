import { AxeBuilder } from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseFiles, expect, recordsOf, test } from './fixtures.ts';
import { makeCase, type TestOperation } from './make-case.ts';

const lines = [
  'The foreign minister of Uzbekistan received a delegation from Kabul on Tuesday.',
  'Both sides spoke about the railway to Peshawar and about the water of the Amu Darya.',
  'A spokesman said that the two countries would open three border crossings in the spring.',
  'Observers in Tashkent doubt that the money for the tracks has been found.',
];
const older = lines.join('\n\n');
const newer = [
  'Tashkent, 4 May.',
  lines[0],
  lines[1],
  lines[2]?.replace('three', 'two'),
  'The Asian bank has not decided yet.',
].join('\n\n');

const quotes = {
  h1: 'delegation from Kabul',
  h2: 'would open three border crossings',
  h3: 'the money for the tracks',
};

const operations: TestOperation[] = [
  ...Object.entries(quotes).map(([id, words]) => {
    const start = older.indexOf(words);
    const input = { id, document: 'news', start, end: start + words.length };
    return { op: 'highlight.add', input };
  }),
  { op: 'entity.add', input: { id: 'afg', type: 'state', name: 'Afghanistan' } },
  { op: 'entity.add', input: { id: 'uzb', type: 'state', name: 'Uzbekistan' } },
  {
    op: 'relation.add',
    input: { id: 'r1', type: 'borders', from: 'afg', to: 'uzb', evidence: ['h1', 'h2'] },
  },
];

/** What is known already is not proposed. */
const news = { id: 'news', title: 'A meeting in Tashkent', text: older, about: { language: 'en' } };

const looks = (page: Page) => page.getByRole('region', { name: 'Needs a look' });
const list = (page: Page) => looks(page).getByRole('listbox');
const detail = (page: Page) => looks(page).getByRole('group', { name: 'About this line' });

const markOf = (page: Page, id: string) =>
  page.evaluate(async (wanted) => {
    const answer = await window.desktop.call('highlight.quotes', { ids: [wanted] });
    const reply = JSON.parse(String(answer)) as {
      value: { highlight: { document: string; quote: string; anchoring?: object } }[];
    };
    return reply.value[0]?.highlight;
  }, id);

test('a changed source becomes a new version, and what its edits left open is repaired', async ({
  launch,
  folder,
}, info) => {
  const path = join(folder, 'changed.txt');
  await writeFile(path, newer);
  const args = [await makeCase(join(folder, 'a.case'), 'Versions', [news], operations)];
  const { app, page } = await launch({ args });
  await page.getByRole('option', { name: /A meeting in Tashkent/ }).click();
  await chooseFiles(app, path);
  await page.getByRole('button', { name: 'Import a new version of this document…' }).click();
  await expect(page.getByText(/1 exact, 0 moved, 1 uncertain, 1 lost\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Look at them' }).click();

  const options = list(page).getByRole('option');
  await expect(options).toHaveText([/Uncertain.*three border/s, /Lost.*the money/s]);
  await list(page).focus();
  await expect(detail(page)).toContainText('would open two border crossings');
  await page.screenshot({ path: info.outputPath('waiting.png') });
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('section[aria-label="Needs a look"]')
    .analyze();
  expect(violations).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(options).toHaveText([/Lost.*the money/s]);
  const { document } = await recordsOf(page);
  const version = document.find(({ id }) => id !== 'news')?.id;
  expect(await markOf(page, 'h2')).toMatchObject({
    document: version,
    quote: 'would open two border crossings',
    anchoring: { state: 'exact', from: { document: 'news' } },
  });
  await expect(detail(page)).toContainText('Nothing like it was found.');
  await page.keyboard.press('Delete');
  await expect(looks(page)).toContainText('Nothing needs a look.');
  expect(await markOf(page, 'h3')).toMatchObject({ document: 'news', quote: quotes.h3 });

  const { relation } = await recordsOf(page);
  expect(relation).toMatchObject([{ id: 'r1', evidence: ['h1', 'h2'] }]);
  const titles = page.getByRole('listbox', { name: 'Documents' }).getByRole('option');
  await expect(titles).toHaveCount(2);
  await expect(titles.nth(1)).toContainText('older version');
  await titles.nth(1).click();
  await expect(page.getByText('would open three border crossings')).toBeVisible();
  await page.screenshot({ path: info.outputPath('older.png') });

  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
  await expect(titles).toHaveCount(1);
  expect(await markOf(page, 'h2')).not.toHaveProperty('anchoring');
});

test('words that were lost are placed at a selection; the same file is nothing new', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'changed.txt');
  await writeFile(path, newer);
  const args = [await makeCase(join(folder, 'a.case'), 'Versions', [news], operations)];
  const { app, page } = await launch({ args });
  await page.getByRole('option', { name: /A meeting in Tashkent/ }).click();
  await chooseFiles(app, path);
  await page.getByRole('button', { name: 'Import a new version of this document…' }).click();
  await expect(page.getByText(/1 uncertain, 1 lost\.$/)).toBeVisible();
  await page.keyboard.press('Alt+l');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('End');
  await expect(detail(page)).toContainText('Nothing like it was found.');
  // Without a selection there, the newer version is shown, and what to do is said.
  await page.keyboard.press('p');
  await expect(page.getByText(/^Select the words in the newer version first/)).toBeVisible();
  await page.getByText('The Asian bank has not decided yet.').dblclick();
  await detail(page)
    .getByRole('button', { name: /At selection/ })
    .click();
  await expect(list(page).getByRole('option')).toHaveCount(1);
  const mark = await markOf(page, 'h3');
  expect(newer).toContain(mark?.quote);
  expect(mark?.document).not.toBe('news');

  await chooseFiles(app, path);
  await page.keyboard.press('Escape');
  await page
    .getByRole('option', { name: /A meeting in Tashkent/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Import a new version of this document…' }).click();
  await expect(page.getByText(/has this text already\. Nothing was changed\.$/)).toBeVisible();
});
