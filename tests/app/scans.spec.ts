import { AxeBuilder } from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { page as paper } from '../electron/convert/ocr/pictures.ts';
import { chooseFiles, expect, recordsOf, test, type Workbench } from './fixtures.ts';
import { makeCase } from './make-case.ts';

/** A note of which one word is hardly to be read. */
function note(): Uint8Array {
  const canvas = paper(['The ministers met on Tuesday.', 'They agreed on'], { height: 400 });
  const context = canvas.getContext('2d');
  context.fillText('nothing', 420, 80 + 36 * 1.6);
  context.strokeStyle = 'black';
  context.lineWidth = 5;
  for (let at = 0; at < 4; at++) {
    context.beginPath();
    context.moveTo(425, 112 + at * 9);
    context.lineTo(540, 140 - at * 7);
    context.stroke();
  }
  return canvas.toBuffer('image/png');
}

/** Imports a picture, and goes to what it asks. */
async function bring({ app, page }: Workbench, path: string): Promise<void> {
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, path);
  await page.keyboard.press('Control+i');
  const results = page.getByRole('region', { name: 'Results of the import' });
  await expect(results.getByRole('status')).toContainText('1 has pages that are pictures');
  await page.keyboard.press('Alt+l');
}

const readingOf = async (page: Page) => (await recordsOf(page)).document[0]?.reading;

test('words of a picture are read when somebody asks, in languages that are remembered', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'note.png');
  await writeFile(path, note());
  const workbench = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Scans')] });
  const { page } = workbench;
  await bring(workbench, path);
  await expect(page.getByRole('option', { name: /Page 1 is a picture/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Read the words of pictures' });
  await expect(panel.getByRole('checkbox', { name: 'English' })).toBeChecked();
  await panel.getByRole('checkbox', { name: 'Russian' }).check();
  await panel.getByRole('checkbox', { name: 'Russian' }).uncheck();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations).toEqual([]);
  await panel.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByText(/Words were read on one page of “note”/)).toBeVisible();
  const text = page.getByRole('document', { name: 'Text of note' });
  await expect(text).toContainText('The ministers met on Tuesday.');
  expect(await readingOf(page)).toMatchObject({ recognised: { languages: ['eng'], pages: [1] } });

  const unsure = page.getByTitle('Unsure: read from a picture');
  await expect(unsure.first()).toBeVisible();
  await expect(unsure.first()).toHaveCSS('text-decoration-line', 'underline');
  await page.keyboard.press('Alt+Shift+U');
  await expect(unsure.first()).toHaveCSS('text-decoration-line', 'none');
  await page.keyboard.press('Alt+Shift+U');

  await page.keyboard.press('Control+z');
  await expect.poll(() => readingOf(page)).toMatchObject({ withoutText: [1] });
});

test('a language comes from a file that is chosen; what is none is refused', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'note.png');
  const none = join(folder, 'deu.traineddata');
  await writeFile(path, note());
  await writeFile(none, 'nothing of the kind');
  const workbench = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Scans')] });
  const { app, page } = workbench;
  await bring(workbench, path);
  await expect(page.getByRole('option', { name: /Page 1 is a picture/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Read the words of pictures' });
  await chooseFiles(app, none);
  await panel.getByRole('button', { name: 'Add a language from a file…' }).click();
  await expect(page.getByText('“deu.traineddata” is no .traineddata file')).toBeVisible();
  await expect(panel.getByRole('checkbox')).toHaveCount(8);
});

test('words are corrected in the text, as a new version that keeps the old one', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'note.png');
  await writeFile(path, note());
  const workbench = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Scans')] });
  const { page } = workbench;
  await bring(workbench, path);
  await expect(page.getByRole('option', { name: /Page 1 is a picture/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Read the words of pictures' });
  await panel.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByText(/Words were read on one page/)).toBeVisible();

  await page.getByRole('document', { name: 'Text of note' }).click();
  await page.keyboard.press('Alt+Shift+W');
  const dialog = page.getByRole('dialog', { name: 'Correct the words of a paragraph' });
  const field = dialog.getByRole('textbox', { name: 'Words of the paragraph' });
  await expect(field).toHaveValue(/The ministers met on Tuesday/);
  await expect(dialog.getByRole('button', { name: 'Make the new version' })).toBeDisabled();
  await field.fill('The ministers met on Tuesday. They agreed on nothing');
  await dialog.getByRole('button', { name: 'Make the new version' }).click();
  await expect(page.getByText('this is a new version of “note”')).toBeVisible();
  await expect(page.getByRole('document', { name: 'Text of note' })).toContainText(
    'They agreed on nothing',
  );
  await expect(page.getByTitle('Unsure: read from a picture')).toHaveCount(0);
  const { document, documentLink } = await recordsOf(page);
  expect(document).toHaveLength(2);
  expect(documentLink).toMatchObject([{ type: 'version-of', why: 'corrected' }]);
});

test('reading tells how far it is, and can be cancelled: the document is as it was', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'long.png');
  const lines = Array.from({ length: 60 }, () =>
    'They agreed on little, and met again. '.repeat(4),
  );
  await writeFile(path, paper(lines, { width: 2600 }).toBuffer('image/png'));
  const workbench = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Scans')] });
  const { page } = workbench;
  await bring(workbench, path);
  await expect(page.getByRole('option', { name: /Page 1 is a picture/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Read the words of pictures' });
  await panel.getByRole('button', { name: 'Read', exact: true }).click();
  const row = page.getByText(/Reading the words of long\s+\d+ of 100/);
  await expect(row).toBeVisible();
  await page.getByRole('button', { name: 'Cancel Reading the words of long' }).click();
  await expect(page.getByText('This was cancelled. The document is as it was.')).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(await readingOf(page)).toEqual({ pages: 1, withoutText: [1] });
});
