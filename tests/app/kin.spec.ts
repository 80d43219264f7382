import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, chooseFiles, expect, recordsOf, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { Dice, prose } from '../bench/lib/words.ts';

const dice = new Dice(41);
const wire = Array.from({ length: 8 }, () => prose(dice, 400));
const first =
  'URUMQI, Aug 4 (Xinhua) -- The armies of four neighbours agreed on Wednesday to share what they know.';
const files = {
  'paper.txt': ['Four armies agree', first, ...wire],
  'post.txt': ['Neighbours close ranks', first.replace('Wednesday', 'Thursday'), ...wire],
};

const looks = (page: Page) => page.getByRole('region', { name: 'Needs a look' });
const lines = (page: Page) => looks(page).getByRole('option');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** Marks the first words of every document, and lets one claim stand on them. */
async function claimOnBoth(page: Page): Promise<void> {
  const { document: documents } = await recordsOf(page);
  const evidence = documents.map((_, at) => `mark-${at}`);
  for (const [at, { id }] of documents.entries()) {
    const input = { id: evidence[at], document: id, start: 0, end: 10 };
    await call(page, 'case.perform', { op: 'highlight.add', input });
  }
  const input = { text: 'Four armies agree', evidence };
  await call(page, 'case.perform', { op: 'claim.add', input });
}

test('a copy is proposed, compared and confirmed; then two papers are one origin', async ({
  launch,
  folder,
}) => {
  for (const [name, paragraphs] of Object.entries(files)) {
    await writeFile(join(folder, name), paragraphs.join('\n\n'));
  }
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Kin')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, join(folder, 'paper.txt'), join(folder, 'post.txt'));
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('status').filter({ hasText: 'imported' })).toBeVisible();
  await claimOnBoth(page);
  await page.getByRole('tab', { name: /Claims/ }).click();
  await page.getByRole('option', { name: /Four armies agree/ }).click();
  await expect(inspector(page)).toContainText('From 2 documents, 2 independent origins.');

  await page.keyboard.press('Alt+l');
  const copy = lines(page).filter({ hasText: 'Copy of' });
  await expect(copy).toContainText('Four armies agree');
  await copy.click();
  await page.keyboard.press('Space');
  const compare = page.getByRole('dialog', { name: 'Compare' });
  await expect(compare.locator('del', { hasText: 'Wednesday' })).toBeVisible();
  await expect(compare.locator('ins', { hasText: 'Thursday' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations).toEqual([]);
  await compare.getByRole('button', { name: 'It is', exact: true }).click();
  await expect(compare).toBeHidden();
  await expect(copy).toHaveCount(0);
  expect((await recordsOf(page)).documentLink).toMatchObject([
    { type: 'copy-of', state: 'confirmed' },
  ]);
  await page
    .getByRole('option', { name: /Four armies agree/ })
    .first()
    .click();
  await expect(inspector(page)).toContainText('From 2 documents, one independent origin.');
  // Taken back, it waits again: that is looked for anew.
  await page.keyboard.press('Control+z');
  await expect(copy).toHaveCount(1);
});

test('an origin is confirmed by a key, and the document says what it goes back to', async ({
  launch,
  folder,
}) => {
  const path = await makeCase(join(folder, 'a.case'), 'Kin', [
    { id: 'd1', title: 'Four armies agree', text: files['paper.txt'].join('\n\n') },
    { id: 'd2', title: 'Another text', text: prose(dice, 2000) },
  ]);
  const { page } = await launch({ args: [path] });
  await expect(page.getByText('Another text').first()).toBeVisible();
  await page.keyboard.press('Alt+l');
  const origin = lines(page).filter({ hasText: 'Names as its source' });
  await expect(origin).toContainText('Xinhua');
  await origin.click();
  await expect(looks(page).locator('mark')).toHaveText('(Xinhua)');
  await page.keyboard.press('Enter');
  await expect(origin).toHaveCount(0);
  expect((await recordsOf(page)).origin).toMatchObject([{ name: 'Xinhua', documents: ['d1'] }]);
  const section = inspector(page).locator('section', { hasText: 'Copies and origins' });
  await expect(section).toContainText('Xinhua');

  await section.getByLabel('Link another document').fill('Another');
  await page.keyboard.press('Enter');
  await expect(section.getByRole('button', { name: 'Another text', exact: true })).toBeVisible();
  expect((await recordsOf(page)).documentLink).toMatchObject([
    { type: 'copy-of', from: 'd1', to: 'd2', state: 'confirmed' },
  ]);
  await section.getByRole('button', { name: 'Remove “Xinhua” from this document' }).click();
  await expect.poll(async () => (await recordsOf(page)).origin).toEqual([]);
});
