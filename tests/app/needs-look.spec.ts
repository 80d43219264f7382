import { AxeBuilder } from '@axe-core/playwright';
import iconv from 'iconv-lite';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { chooseFiles, expect, recordsOf, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';

const russian = 'Переговоры прошли в Душанбе. Стороны обсудили положение на границе.';
const page1 =
  '<html lang="en"><head><title>Four talks</title><meta name="author" content="A. Writer">' +
  '<meta property="article:published_time" content="2016-08-04"></head><body>' +
  '<h1>Four talks</h1><p>The first round of the talks was held in Urumqi.</p></body></html>';

const looks = (page: Page) => page.getByRole('region', { name: 'Needs a look' });
const list = (page: Page) => looks(page).getByRole('listbox');

/** Imports files by the dialog, and opens the list of what needs a look. */
async function importFiles(app: ElectronApplication, page: Page, ...paths: string[]) {
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, ...paths);
  await page.keyboard.press('Control+i');
  const results = page.getByRole('region', { name: 'Results of the import' });
  await expect(results.getByRole('status')).toContainText('imported');
  await page.keyboard.press('Alt+l');
  await expect(list(page)).toBeFocused();
}

async function documentOf(page: Page, origin: string) {
  const { document } = await recordsOf(page);
  return document.find(({ source }) => source.origin === origin);
}

test('each line is answered by one key, and undo takes it back', async ({ launch, folder }) => {
  const path = join(folder, 'talks.html');
  await writeFile(path, page1);
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Looks')] });
  await importFiles(app, page, path);
  await expect(list(page).getByRole('option')).toHaveText([
    /Four talks.*Author.*A\. Writer/s,
    /Published/,
    /Language.*English/s,
  ]);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await documentOf(page, 'talks.html'))?.author).toBe('A. Writer');
  await page.keyboard.press('Delete');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  expect(await documentOf(page, 'talks.html')).not.toHaveProperty('published');
  await page.keyboard.press('Control+Enter');
  await expect(looks(page)).toContainText('Nothing needs a look.');
  expect(await documentOf(page, 'talks.html')).toMatchObject({ language: 'en' });
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
  await expect(list(page).getByRole('option')).toHaveCount(3);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('section[aria-label="Needs a look"]')
    .analyze();
  expect(violations).toEqual([]);
});

test('a guessed encoding is changed afterwards; as a new version where words are highlighted', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'russian.txt');
  await writeFile(path, iconv.encode(russian, 'koi8-r'));
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Letters')] });
  await importFiles(app, page, path);
  await expect(list(page).getByRole('option').first()).toContainText('Encoding guessed: KOI8-R');
  await page.keyboard.press('Delete');
  const samples = page.getByRole('listbox', { name: 'Encodings' });
  await expect(samples).toBeFocused();
  await expect(samples.getByRole('option').first()).toContainText('Переговоры прошли');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations).toEqual([]);
  await samples.getByRole('option', { name: /WINDOWS-1251/ }).click();
  await expect(page.getByText(/^Read “.*” again\.$/)).toBeVisible();
  await expect
    .poll(async () => (await documentOf(page, 'russian.txt'))?.reading?.encoding)
    .toBe('windows-1251');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect
    .poll(async () => (await documentOf(page, 'russian.txt'))?.reading?.encoding)
    .toBe('koi8-r');
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('option')).toHaveCount(1);

  const { id = '' } = (await documentOf(page, 'russian.txt')) ?? {};
  await page.evaluate(
    (document) =>
      window.desktop.call('case.perform', {
        op: 'highlight.add',
        input: { document, start: 0, end: 10 },
      }),
    id,
  );
  await page.getByRole('button', { name: 'Read with another encoding…' }).click();
  await expect(page.getByRole('alert')).toContainText('Words of this document are highlighted');
  await samples.getByRole('option', { name: /WINDOWS-1251/ }).click();
  await expect(page.getByText(/^Read “.*” again, as a new version\.$/)).toBeVisible();
  await expect.poll(async () => (await recordsOf(page)).documentLink.length).toBe(1);
});

test('a file that was refused waits in the list, is tried again, and let go', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'empty.txt');
  await writeFile(path, '');
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Refused')] });
  await importFiles(app, page, path);
  await expect(list(page).getByRole('option')).toContainText(['empty.txt']);
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('option')).toContainText(['empty.txt']);
  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect(looks(page)).toContainText('Nothing needs a look.');
});

test('a password is asked for in the list, tried on all protected files, and asked again', async ({
  launch,
  folder,
}) => {
  const paths = ['pdf/locked.pdf', 'import/pdf-password.pdf'].map((path) =>
    join(import.meta.dirname, '../fixtures', path),
  );
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Locked')] });
  await importFiles(app, page, ...paths);
  const waiting = list(page).getByRole('option', { name: /Protected by a password/ });
  await expect(waiting).toHaveCount(2);
  const field = looks(page).getByLabel('Password', { exact: true });
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('wrong');
  await page.keyboard.press('Enter');
  await expect(looks(page).getByRole('group')).toContainText('another than the one that was given');
  await list(page).focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('user');
  await page.keyboard.press('Enter');
  await expect(waiting).toHaveCount(1);
  await expect.poll(async () => (await documentOf(page, 'locked.pdf'))?.title).toBeDefined();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('user');
});

test('what was found stands at its field in the inspector, with the words it comes from', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'talks.html');
  await writeFile(path, page1);
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Fields')] });
  await importFiles(app, page, path);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText('A. Writer')).toBeVisible();
  await inspector.getByRole('button', { name: 'Refuse what was found: Published' }).click();
  await inspector.getByLabel('Author', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(inspector.getByLabel('Author', { exact: true })).toHaveValue('A. Writer');
  expect(await documentOf(page, 'talks.html')).toMatchObject({
    author: 'A. Writer',
    proposals: [{ field: 'language' }],
  });
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include('.inspector')
    .analyze();
  expect(violations).toEqual([]);
});

test('the columns of a table are chosen, also after it was found right as it was', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'desk.csv');
  await writeFile(
    path,
    'Head,Body,Day\nOpen,The road is open.,2020-05-02\nShut,A rock fell.,2020\n',
  );
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Tables')] });
  await importFiles(app, page, path);
  const asked = list(page).getByRole('option', { name: /columns/i });
  await expect(asked).toHaveCount(1);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await expect(panel.getByLabel('Title')).toHaveValue('Head');
  await expect(panel.getByLabel('Date')).toHaveValue('Day');
  await page.keyboard.press('Escape');
  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect(asked).toHaveCount(0);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Choose its columns…' }).click();
  await expect(panel.getByLabel('Text')).toHaveValue('Body');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations).toEqual([]);
  await panel.getByRole('button', { name: 'Read it so' }).click();
  await expect
    .poll(async () => (await recordsOf(page)).document.map(({ title }) => title))
    .toEqual(['desk', 'Open', 'Shut']);
  const [, row] = (await recordsOf(page)).document;
  expect(row?.reading?.recipe).toEqual({ unit: 'row', text: 'Body', title: 'Head', date: 'Day' });
});
