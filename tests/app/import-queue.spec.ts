import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chooseFiles, chooseTarget, expect, recordsOf, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { readFile } from 'node:fs/promises';

const results = (page: Page) => page.getByRole('region', { name: 'Results of the import' });
const titles = async (page: Page) => (await recordsOf(page)).document.map(({ title }) => title);

test('a thousand files come in by a list that tells how far they are, and the window answers', async ({
  launch,
  folder,
}) => {
  test.slow();
  const sources = join(folder, 'sources');
  await mkdir(sources);
  await Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      writeFile(join(sources, `note ${n}.txt`), `Note ${n} of a long series of notes.`),
    ),
  );
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Many')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  const told = await page.evaluateHandle(() => {
    const counts = { news: 0, results: 0 };
    window.desktop.on('import', (news) => {
      counts.news++;
      counts.results += news.results.length;
    });
    return counts;
  });
  await chooseFiles(app, sources);
  await page.keyboard.press('Control+Shift+I');
  await expect(results(page).getByText(/of 1,000/)).toBeVisible();
  // Other work goes on meanwhile.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('tab', { name: /^Actors/ })).toHaveAttribute('aria-selected', 'true');
  await expect(results(page).getByRole('status')).toHaveText('1,000 imported', {
    timeout: 120_000,
  });
  const counts = await told.jsonValue();
  expect(counts.results).toBe(1000);
  expect(counts.news).toBeLessThan(1000);
});

test('what was refused says why, is tried again without choosing it, and what is cancelled goes on', async ({
  launch,
  folder,
}) => {
  const growing = join(folder, 'growing.txt');
  const good = join(folder, 'good.txt');
  await writeFile(growing, '');
  await writeFile(good, 'The first round was held in Urumqi.');
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Again')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, growing, good);
  await page.keyboard.press('Control+i');
  const list = results(page);
  await expect(list.getByRole('status')).toHaveText('1 imported, 1 not imported');
  await expect(list).toContainText('“growing.txt” holds no text.');
  await writeFile(growing, 'Now there are words about Kabul in it.');
  await list.getByRole('button', { name: 'Try growing.txt again' }).click();
  await expect(list.getByRole('status')).toHaveText('1 imported');
  expect(await titles(page)).toContain('Now there are words about Kabul in it.');
});

test('words are dropped, and pasted with the address that the clipboard tells', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Words')] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await page.evaluate(() => {
    const { body } = globalThis.document;
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'A heading Words about the talks.');
    dataTransfer.setData('text/html', '<h1>A heading</h1><p>Words about the talks.</p>');
    for (const type of ['dragover', 'drop']) {
      body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  await expect(results(page).getByRole('status')).toHaveText('1 imported');
  await app.evaluate(({ clipboard }) =>
    (clipboard as unknown as { write: (data: object) => void }).write({
      text: 'The spokesman said that nobody is a target.',
      html: '<p>The <b>spokesman</b> said that nobody is a target.</p>',
    }),
  );
  await page.keyboard.press('Control+Shift+V');
  await expect.poll(async () => (await titles(page)).length).toBe(2);
  const { document } = await recordsOf(page);
  expect(document.map(({ source }) => [source.method, source.mediaType])).toEqual([
    ['drag and drop', 'text/html'],
    ['clipboard', 'text/html'],
  ]);
  expect(document[1]?.source.origin).toMatch(/^Pasted \d{4}-\d\d-\d\d/);
});

test('new files of a watched folder come in by themselves, and it goes on after a new start', async ({
  launch,
  folder,
}) => {
  const inbox = join(folder, 'inbox');
  await mkdir(inbox);
  await writeFile(join(inbox, 'before.txt'), 'This was there before.');
  const path = await makeCase(join(folder, 'a.case'), 'Watched');
  const { app, page, quit } = await launch({ args: [path] });
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, inbox);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('import new files');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Watching “inbox”' })).toBeVisible();
  await writeFile(join(inbox, 'after.txt'), 'This came later, about Kabul.');
  await expect
    .poll(() => titles(page), { timeout: 30_000 })
    .toEqual(['This came later, about Kabul.']);
  await expect(results(page)).toBeHidden();
  expect(await readFile(join(inbox, 'after.txt'), 'utf8')).toContain('Kabul');
  await quit();
  await writeFile(join(inbox, 'meanwhile.txt'), 'This came while it was closed.');
  const again = await launch({ args: [path] });
  await expect(again.page.getByRole('button', { name: 'Watching “inbox”' })).toBeVisible();
  await expect.poll(() => titles(again.page), { timeout: 30_000 }).toHaveLength(2);
  expect((await recordsOf(again.page)).document[1]?.source.method).toBe('watched folder');
});

test('the original is saved where somebody says, and the document remembers it', async ({
  launch,
  folder,
}) => {
  const words = 'The first round was held in Urumqi.';
  const document = { id: 'note', title: 'Urumqi', text: words };
  const path = await makeCase(join(folder, 'a.case'), 'Custody', [document]);
  const { app, page } = await launch({ args: [path] });
  await page.getByRole('option', { name: /Urumqi/ }).click();
  const target = join(folder, 'copy of the note.txt');
  await chooseTarget(app, target);
  await page.getByRole('button', { name: 'Save the original…' }).click();
  await expect(page.getByText('Saved the original as copy of the note.txt.')).toBeVisible();
  expect(await readFile(target, 'utf8')).toBe(words);
  const [record] = (await recordsOf(page)).document;
  expect(record?.copies).toMatchObject([{ name: 'copy of the note.txt' }]);
  expect(JSON.stringify(record)).not.toContain(folder);
  await expect(page.getByText(/^copy of the note\.txt, \d{4}-.* UTC/)).toBeVisible();
});
