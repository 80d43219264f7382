import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test, type Workbench } from './fixtures.ts';
import { kindsText } from './kinds-text.ts';
import { makeCase } from './make-case.ts';
import { takePictures } from './pages/pictures.ts';
import { ReaderPage } from './pages/reader.ts';

/** A case with a text that has every kind of block, open in the reader. */
async function openKinds(
  launch: (options: { args: string[] }) => Promise<Workbench>,
  folder: string,
): Promise<{ workbench: Workbench; page: Page; reader: ReaderPage }> {
  const { text, regions } = kindsText;
  const about = { regions, reading: { pages: 3 } };
  const document = { id: 'd1', title: 'Every kind of block', text, about };
  const states = [{ op: 'entity.add', input: { id: 'china', type: 'state', name: 'China' } }];
  const path = await makeCase(join(folder, 'a.case'), 'Kinds', [document], states);
  const workbench = await launch({ args: [path] });
  const reader = new ReaderPage(workbench.page);
  await reader.open('Every kind');
  await workbench.page.keyboard.press('Control+1');
  return { workbench, page: workbench.page, reader };
}

const fold = (reader: ReaderPage, name: string | RegExp) =>
  reader.pane.getByRole('button', { name });

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('every kind of block shows the working text to the letter', async ({
  launch,
  folder,
}, info) => {
  const { workbench, page, reader } = await openKinds(launch, folder);
  await page.keyboard.press('Alt+Shift+r');
  await expect(reader.pane.getByText('Share this page')).toBeVisible();
  await takePictures(workbench, info, 'layer');
  await page.keyboard.press('Alt+Shift+r');
  const shown = new Map<string, string>();
  const { text, blocks } = kindsText.text;
  const wanted = blocks.map(({ start, end }) => [String(start), text.slice(start, end)] as const);
  const hidden = kindsText.regions;
  const outside = wanted.filter(
    ([start]) => !hidden.some((one) => Number(start) >= one.start && Number(start) < one.end),
  );
  await reader.pane.click({ position: { x: 5, y: 60 } });
  await expect(async () => {
    const rows = await reader.pane
      .locator('.words')
      .evaluateAll((all) =>
        all.map((row) => [
          row.querySelector<HTMLElement>('[data-start]')?.dataset.start ?? '',
          row.textContent ?? '',
        ]),
      );
    for (const [start = '', words = ''] of rows) shown.set(start, words);
    await page.keyboard.press('PageDown');
    expect(shown.size).toBe(outside.length);
  }).toPass();
  expect(outside.filter(([start, words]) => shown.get(start) !== words)).toEqual([]);
  await takePictures(workbench, info, 'end');
  expect(await serious(page)).toEqual([]);

  // Words over two cells are words of the text, with the tab between them.
  await reader.select('Gen. Fang Fenghui', 'Gen. Fang Fenghui');
  await page.keyboard.type('China');
  await page.keyboard.press('Enter');
  await expect(reader.marks('Gen. Fang Fenghui')).toBeVisible();
  await reader.click('Gen. Fang Fenghui');
  const inspector = page.locator('.inspector');
  await expect(inspector.getByText('Every kind of block · p. 12')).toBeVisible();
  await takePictures(workbench, info, 'table');
});

test('what is folded away is opened, brought back, folded and moved by keys', async ({
  launch,
  folder,
}, info) => {
  const { workbench, page, reader } = await openKinds(launch, folder);
  const both = fold(reader, /Navigation·Sharing/);
  await expect(both).toContainText('2 paragraphs · 30 characters');
  await both.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+f');
  await expect(reader.pane.getByText('Share this page')).toBeVisible();
  await expect(fold(reader, /^Navigation/)).toHaveAttribute('aria-expanded', 'false');
  await expect(fold(reader, /^Sharing/)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Alt+f');

  // This is text; and undone.
  await page.keyboard.press('Alt+t');
  await expect(fold(reader, /Sharing/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(fold(reader, /Sharing/)).toHaveCount(1);

  // Its lower edge, down and up again.
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(both).toContainText('3 paragraphs');
  await page.keyboard.press('Alt+Shift+PageUp');
  await expect(both).toContainText('2 paragraphs');

  // Its kind.
  await page.keyboard.press('Alt+k');
  await page.keyboard.type('foot');
  await takePictures(workbench, info, 'kind');
  await page.keyboard.press('Enter');
  await expect(fold(reader, /Navigation·Page footer/)).toBeVisible();

  // Selected words, in whole blocks, as what comes first.
  await reader.select(
    'what they know about the mountains',
    'agreed to share what they know about the mountains',
  );
  await page.keyboard.press('Alt+k');
  await page.keyboard.press('Enter');
  await expect(fold(reader, /Boilerplate/)).toContainText('1 paragraph');
  await page.keyboard.press('Control+z');
  await expect(fold(reader, /Boilerplate/)).toHaveCount(0);
  await takePictures(workbench, info, 'folds');
});

test('what is folded away is listed, shown, changed and brought back in the inspector', async ({
  launch,
  folder,
}, info) => {
  const { workbench, page, reader } = await openKinds(launch, folder);
  await page.getByRole('tab', { name: /^Regions/ }).click();
  const list = page.getByRole('list', { name: 'What is folded away' });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await list.getByRole('button', { name: /^Related posts/ }).click();
  await expect(fold(reader, /^Related posts/)).toBeInViewport();
  await page.keyboard.press('u');
  await expect(reader.pane.getByText('Related: Four armies')).toBeVisible();
  await list.getByRole('button', { name: /^Related posts/ }).focus();
  await page.keyboard.press('k');
  await page.keyboard.type('refer');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: /^References/ })).toContainText('by an analyst');
  await takePictures(workbench, info, 'list');
  expect(await serious(page)).toEqual([]);
  await list.getByRole('button', { name: /^References/ }).focus();
  await page.keyboard.press('Delete');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('listitem')).toHaveCount(4);
});

test('finding leaves out what is folded away, unless it is asked for', async ({
  launch,
  folder,
}) => {
  const { page, reader } = await openKinds(launch, folder);
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in this text' });
  await page.keyboard.type('four armies');
  await expect(bar.getByRole('status')).toHaveText('1 of 2 (+1 folded)');
  await bar.getByRole('button', { name: 'Also in what is folded away' }).click();
  await bar.getByRole('textbox').focus();
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('3 of 3');
  await expect(reader.pane.getByText('Related: Four armies')).toBeVisible();
});

test('a sign leads to its note, and the note back to it', async ({ launch, folder }) => {
  const { page, reader } = await openKinds(launch, folder);
  await reader.click('[1]');
  const caret = reader.pane.locator('.caret');
  const note = reader.pane
    .locator('.words')
    .filter({ hasText: 'The statement of the ministry, in' });
  const sign = reader.pane.locator('.words').filter({ hasText: 'A page with' });
  const isIn = async (words: typeof note) => {
    const [inner, outer] = [await caret.boundingBox(), await words.boundingBox()];
    return inner && outer ? inner.y >= outer.y - 2 && inner.y < outer.y + outer.height : false;
  };
  await expect.poll(() => isIn(note)).toBe(true);
  await page.keyboard.press('Alt+Shift+n');
  await expect.poll(() => isIn(sign)).toBe(true);
});
