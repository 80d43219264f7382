import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { call, expect, recordsOf, test, type LaunchOptions, type Workbench } from './fixtures.ts';
import { makeCase, type TestDocument, type TestOperation } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';
import { told, type Tongue } from '../data/text/alignment/four-languages.ts';

/** The report in a language, without some of its paragraphs. */
const report = (id: string, tongue: Tongue, title: string, without: number[] = []) => ({
  id,
  title,
  text: told
    .filter((_, number) => !without.includes(number))
    .map((one) => one[tongue])
    .join('\n\n'),
  about: { language: tongue },
});
const persian = report('persian', 'fa', 'گفت‌وگو دربارهٔ راه‌آهن');
const english = report('english', 'en', 'Talks about the railway', [8]);
const quote = 'هیچ‌یک از دو سفارت نخواست اظهارنظر کند';

const linked: TestOperation[] = [
  {
    op: 'documentLink.add',
    input: { id: 'link', type: 'translation-of', from: 'english', to: 'persian' },
  },
];
const marked: TestOperation = {
  op: 'highlight.add',
  input: {
    id: 'embassies',
    document: 'persian',
    start: persian.text.indexOf(quote),
    end: persian.text.indexOf(quote) + quote.length,
  },
};

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const beside = (page: Page) => page.getByRole('dialog', { name: 'Read side by side' });
const paragraphs = (page: Page) => beside(page).getByRole('listbox');
const option = (page: Page, words: string) =>
  beside(page).getByRole('option').filter({ hasText: words });

type Launch = (options?: LaunchOptions) => Promise<Workbench>;

async function begin(
  launch: Launch,
  folder: string,
  documents: TestDocument[],
  operations: TestOperation[],
) {
  const path = await makeCase(join(folder, 'a.case'), 'Translations', documents, operations);
  const { page } = await launch({ args: [path] });
  return { page, reader: new ReaderPage(page) };
}

const markOf = async (page: Page) =>
  (await call(page, 'highlight.quotes', { ids: ['embassies'] }))[0]?.highlight;

test('documents are linked as translations, read side by side and mended; a quote leads across and back', async ({
  launch,
  folder,
}, info) => {
  const { page, reader } = await begin(launch, folder, [persian, english], [marked]);
  await reader.open(english.title);
  await inspector(page).getByRole('button', { name: 'Copies and origins' }).click();
  await inspector(page).getByLabel('What it is of the other').selectOption('Translation of');
  await inspector(page).getByRole('combobox', { name: 'Link another document' }).fill('راه');
  await page.keyboard.press('Enter');
  await expect(inspector(page).getByText('Translation of', { exact: true }).first()).toBeVisible();
  expect((await recordsOf(page)).documentLink).toMatchObject([
    { type: 'translation-of', from: 'english', to: 'persian' },
  ]);

  // A quote of one leads to the other's paragraph, and back.
  await reader.open(persian.title);
  await page.getByText(quote).click();
  await page.keyboard.press('Alt+g');
  await reader.shows(english.title);
  await expect(page.getByText('Neither embassy wished to comment.')).toBeInViewport();
  await page.keyboard.press('Alt+g');
  await reader.shows(persian.title);
  await expect(page.getByText(quote)).toBeInViewport();

  await page.getByText(quote).click();
  await page.keyboard.press('Alt+b');
  await expect(paragraphs(page)).toBeFocused();
  await expect(beside(page).locator('mark', { hasText: quote })).toBeVisible();
  await expect(option(page, 'Neither embassy')).toBeInViewport();
  await page.screenshot({ path: info.outputPath('beside.png') });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations).toEqual([]);

  // Mended by hand: from then on the pair holds, until it is taken away.
  await option(page, 'Neither embassy').click();
  await option(page, 'دیدار بعدی').click();
  await page.keyboard.press('p');
  await expect(beside(page).getByText('One row put by hand')).toBeVisible();
  const [link] = (await recordsOf(page)).documentLink;
  expect(link?.pairs).toEqual([
    { from: english.text.indexOf('Neither'), to: persian.text.indexOf('دیدار بعدی') },
  ]);
  await page.screenshot({ path: info.outputPath('mended.png') });
  await paragraphs(page).press('Control+z');
  await expect(beside(page).getByText('Aligned by the program')).toBeVisible();
  await beside(page).getByRole('button', { name: 'Show in the reader' }).click();
  await expect(beside(page)).toBeHidden();
});

test('a pair is put and taken away by keys alone', async ({ launch, folder }) => {
  const { page, reader } = await begin(launch, folder, [persian, english], linked);
  await reader.open(english.title);
  await page.keyboard.press('Alt+b');
  await expect(paragraphs(page)).toBeFocused();
  for (const key of ['Home', 'Space', 'ArrowLeft', 'ArrowDown', 'Space', 'p']) {
    await page.keyboard.press(key);
  }
  await expect(beside(page).getByText('One row put by hand')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(beside(page).getByText('Aligned by the program')).toBeVisible();
  expect((await recordsOf(page)).documentLink[0]).not.toHaveProperty('pairs');
  await page.keyboard.press('Escape');
  await expect(beside(page)).toBeHidden();
});

test('a quote is translated in the tag bar, changed in the inspector, and printed', async ({
  launch,
  folder,
}, info) => {
  const claim = {
    op: 'claim.add',
    input: { text: 'No comment', evidence: ['embassies', 'march'] },
  };
  const march = english.text.indexOf('The next meeting');
  const other = { id: 'march', document: 'english', start: march, end: march + 16 };
  const { page, reader } = await begin(
    launch,
    folder,
    [persian, english],
    [...linked, marked, { op: 'highlight.add', input: other }, claim],
  );
  await reader.open(persian.title);
  await page.getByText(quote).click();
  await page.keyboard.press('Alt+=');
  const text = reader.bar.getByLabel('What it says in another language');
  await expect(text).toBeFocused();
  await reader.bar.getByRole('button', { name: /^Take from/ }).click();
  await expect(text).toHaveValue('Neither embassy wished to comment.');
  await expect(reader.bar.getByLabel('Translated by')).toHaveValue(english.title);
  // It is kept as a draft whatever comes between.
  await page.keyboard.press('Escape');
  await inspector(page)
    .getByRole('button', { name: /^Translate the quote/ })
    .click();
  const field = inspector(page).getByLabel('What it says in another language');
  await expect(field).toHaveValue('Neither embassy wished to comment.');
  await inspector(page).getByLabel('Translated by').fill('');
  await inspector(page).getByLabel('Made by a program').check();
  await page.screenshot({ path: info.outputPath('form.png') });
  await field.press('Enter');
  await expect
    .poll(() => markOf(page))
    .toMatchObject({
      translation: { text: 'Neither embassy wished to comment.', language: 'en', machine: true },
    });
  const shown = inspector(page).getByRole('button', { name: /^Neither embassy/ });
  await expect(shown).toContainText('English');
  await shown.click();
  await field.fill('Both embassies declined to comment.');
  await inspector(page).getByLabel('Made by a program').uncheck();
  await field.press('Enter');
  await expect(inspector(page).getByText('Both embassies declined')).toBeVisible();
  await page.screenshot({ path: info.outputPath('shown.png') });

  await page.getByRole('tab', { name: /^Claims/ }).click();
  await page.getByRole('option', { name: /No comment/ }).click();
  await expect(inspector(page).getByText('Both embassies declined')).toBeVisible();
  await page.keyboard.press('Control+e');
  const preview = page.frameLocator('iframe');
  await expect(preview.getByText('Both embassies declined to comment.').first()).toBeVisible();
  await expect(preview.getByText(/^translation of “گفت‌وگو/)).toBeAttached();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+z');
  await expect(inspector(page).getByText('Neither embassy')).toBeVisible();
});
