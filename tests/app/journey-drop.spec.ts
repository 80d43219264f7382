import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { corpusFiles, corpusMissing } from './pages/corpus.ts';
import { ReaderPage } from './pages/reader.ts';

/** Drags files over the middle of the window and lets them go, as the system would. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
  await expect(page.getByText(/^Drop to import into/)).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
  await session.detach();
}

test('files dropped on the window are imported, a bad one among them', async ({
  launch,
  folder,
}) => {
  test.skip(corpusMissing !== '', corpusMissing);
  const bad = join(folder, 'empty.txt');
  await writeFile(bad, '');
  const { page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Dropped')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await drop(page, [...(await corpusFiles()), bad]);

  const results = page.getByRole('region', { name: 'Results of the import' });
  await expect(results.getByRole('status')).toHaveText('5 imported, 1 not imported');
  await expect(results).toContainText('empty.txt');
  await results.getByText('001_', { exact: false }).click();
  await new ReaderPage(page).shows('Four-nation alliance');
  const open = await call(page, 'case.current', {});
  expect(open?.records.document.map(({ source }) => source.method)).toEqual(
    Array<string>(5).fill('drag and drop'),
  );
});

test('a dropped folder gives its files, and what is here already is told', async ({
  launch,
  folder,
}) => {
  const notes = join(folder, 'notes');
  await mkdir(notes);
  await writeFile(join(notes, 'one.txt'), 'The first note speaks of Dushanbe.');
  await writeFile(join(notes, 'two.md'), '# Second\n\nThe second speaks of Kabul.');
  const { page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Dropped')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  const summary = page.getByRole('region', { name: 'Results of the import' }).getByRole('status');
  await drop(page, [notes]);
  await expect(summary).toHaveText('2 imported');
  await drop(page, [join(notes, 'one.txt')]);
  await expect(summary).toHaveText('1 here already');
});
