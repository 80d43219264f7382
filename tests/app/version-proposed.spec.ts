import { AxeBuilder } from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { call, chooseFiles, expect, recordsOf, test, type Workbench } from './fixtures.ts';
import { makeCase } from './make-case.ts';

const address = 'https://example.org/news/railway';
const lines = [
  'The foreign minister of Uzbekistan received a delegation from Kabul on Tuesday, and the two sides spoke for three hours about the railway that is to lead to Peshawar.',
  'A spokesman said that the two countries would open three border crossings in the spring, and that the bridge at Hairaton would be repaired before the winter comes.',
  'Observers in Tashkent doubt that the money for the tracks has been found; a bank that was named in March has not answered letters since then.',
  'The water of the Amu Darya was spoken about as well, although neither side wanted to say what had been agreed about the canal that is being dug.',
];
const later = [
  lines[0],
  lines[1]?.replace('three border', 'two border'),
  'A conference of the donors is to be held in the summer.',
  lines[3],
];
const quotes = {
  sure: 'delegation from Kabul',
  changed: 'would open three border crossings in the spring',
  gone: 'the money for the tracks has been found',
};

const pageOf = (paragraphs: readonly (string | undefined)[]) =>
  `<html lang="en"><head><title>A railway to Peshawar</title><link rel="canonical" href="${address}">` +
  `</head><body><article><h1>A railway to Peshawar</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}` +
  '</article></body></html>';

const looks = (page: Page) => page.getByRole('region', { name: 'Needs a look' });
const options = (page: Page) => looks(page).getByRole('option');
const detail = (page: Page) => looks(page).getByRole('group', { name: 'About this line' });
const list = (page: Page) => looks(page).getByRole('listbox');
const counts = /1 exact, 0 moved, 1 uncertain, 1 lost\.$/;

/** The highlights of a document by the names that the test gave them. */
async function marksOf(page: Page, document: string) {
  const { highlights } = await call(page, 'document.read', { id: document });
  return Object.fromEntries(highlights.map((mark) => [mark.id, mark]));
}

/** Imports a file; answers the id of its document. */
async function bringIn(page: Page, path: string, app: ElectronApplication) {
  await chooseFiles(app, path);
  const known = new Set((await recordsOf(page)).document.map(({ id }) => id));
  await call(page, 'import.choose', { folder: false });
  let id: string | undefined;
  await expect(async () => {
    id = (await recordsOf(page)).document.find((one) => !known.has(one.id))?.id;
    expect(id).toBeDefined();
  }).toPass();
  return id ?? '';
}

/** Marks the words of {@link quotes}, lets a relation stand on two of them, and answers where they stand. */
async function markQuotes(page: Page, document: string): Promise<void> {
  const { text } = await call(page, 'document.read', { id: document });
  for (const [id, words] of Object.entries(quotes)) {
    const start = text.text.indexOf(words);
    const input = { id, document, start, end: start + words.length };
    await call(page, 'case.perform', { op: 'highlight.add', input });
  }
  const [from, to] = ['Afghanistan', 'Uzbekistan'];
  for (const name of [from, to]) {
    await call(page, 'case.perform', {
      op: 'entity.add',
      input: { id: name, type: 'state', name },
    });
  }
  const input = { id: 'r1', type: 'borders', from, to, evidence: ['sure', 'gone'] };
  await call(page, 'case.perform', { op: 'relation.add', input });
}

/** The case with the older text, its highlights and the newer text; the proposal is looked at. */
async function withProposal(
  launch: (options: { args: string[] }) => Promise<Workbench>,
  folder: string,
) {
  const files = { 'may.html': pageOf(lines), 'june.html': pageOf(later) };
  for (const [name, html] of Object.entries(files)) await writeFile(join(folder, name), html);
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'News')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  const older = await bringIn(page, join(folder, 'may.html'), app);
  await markQuotes(page, older);
  const newer = await bringIn(page, join(folder, 'june.html'), app);
  await expect(page.locator('.rail [role=option]')).toHaveCount(2);
  await page.keyboard.press('Alt+l');
  const proposed = options(page).filter({ hasText: 'Newer version of' });
  await expect(proposed).toContainText('A railway to Peshawar (may.html)');
  await proposed.click();
  return { page, older, newer, proposed };
}

/** What became of the highlights, and that one link says so. */
async function expectTaken(page: Page, { older, newer }: { older: string; newer: string }) {
  await expect(page.getByText(counts)).toBeVisible();
  expect((await recordsOf(page)).documentLink).toMatchObject([
    { type: 'version-of', from: newer, to: older, state: 'confirmed' },
  ]);
  expect(await marksOf(page, newer)).toMatchObject({ sure: { quote: quotes.sure } });
  const waits = await marksOf(page, older);
  expect(Object.keys(waits).sort()).toEqual(['changed', 'gone']);
  expect(waits).toMatchObject({
    changed: { anchoring: { state: 'uncertain', to: { document: newer } } },
    gone: { anchoring: { state: 'lost', to: { document: newer } } },
  });
}

test('a proposed version is confirmed by a key: highlights come along, and what is open waits', async ({
  launch,
  folder,
}) => {
  const { page, older, newer, proposed } = await withProposal(launch, folder);
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(proposed).toHaveCount(0);
  await expectTaken(page, { older, newer });
  await expect(page.getByRole('document', { name: /^Text of/ })).toContainText('two border');
  const { relation } = await recordsOf(page);
  expect(relation).toMatchObject([{ id: 'r1', evidence: ['sure', 'gone'] }]);

  await page.getByRole('button', { name: 'Look at them' }).click();
  await expect(list(page)).toBeFocused();
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(options(page)).toContainText([/Uncertain.*would open three/s, /Lost.*the money/s]);
  await expect(detail(page)).toContainText('would open two border crossings in the spring');
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('section[aria-label="Needs a look"]')
    .analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(detail(page)).toContainText('Nothing like it was found.');
  expect((await marksOf(page, newer)).changed).toMatchObject({
    quote: 'would open two border crossings in the spring',
    anchoring: { state: 'exact', from: { document: older } },
  });

  // One step takes back the repair, the next one the version with all that came along; then it is proposed again.
  await page.keyboard.press('Control+z');
  await expect(options(page).first()).toContainText('Uncertain');
  await page.keyboard.press('Control+z');
  await expect(proposed).toHaveCount(1);
  expect((await recordsOf(page)).documentLink).toEqual([]);
  expect(await marksOf(page, newer)).toEqual({});
  const back = await marksOf(page, older);
  for (const [id, quote] of Object.entries(quotes)) {
    expect(back[id]).toMatchObject({ quote });
    expect(back[id]).not.toHaveProperty('anchoring');
  }
});

test('a proposed version is confirmed where both are compared', async ({ launch, folder }) => {
  const { page, older, newer, proposed } = await withProposal(launch, folder);
  await page.keyboard.press('Space');
  const compare = page.getByRole('dialog', { name: 'Compare' });
  await expect(compare.getByRole('heading', { name: /Peshawar/ })).toHaveText([
    'A railway to Peshawar (may.html)',
    'A railway to Peshawar (june.html)',
  ]);
  await expect(compare.locator('del', { hasText: 'three' })).toBeVisible();
  await expect(compare.locator('ins', { hasText: 'two' })).toBeVisible();
  await compare.getByRole('button', { name: 'It is', exact: true }).click();
  await expect(compare).toBeHidden();
  await expect(proposed).toHaveCount(0);
  await expectTaken(page, { older, newer });
  await expect(list(page)).toBeFocused();
});

test('the list takes the keys, also when it was opened before anything waited', async ({
  launch,
  folder,
}) => {
  await writeFile(join(folder, 'may.html'), pageOf(lines));
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Empty')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await page.keyboard.press('Alt+l');
  const nothing = looks(page).getByText('Nothing needs a look.');
  await expect(nothing).toBeFocused();
  await bringIn(page, join(folder, 'may.html'), app);
  await expect(list(page)).toBeFocused();

  // Asked for again while something else has the keys, it gets them back.
  await page.getByRole('tab', { name: /^Documents/ }).focus();
  await page.keyboard.press('Alt+l');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(nothing).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(looks(page)).toBeHidden();
});
