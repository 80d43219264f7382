import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';
import type { HighlightAnswer } from '#data/model/highlight.ts';
import {
  call,
  chooseFiles,
  chooseTarget,
  expect,
  recordsOf,
  test,
  type Workbench,
} from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { PagePane } from './pages/page-pane.ts';
import { ReaderPage } from './pages/reader.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** Opens a new case with a file in it. */
async function withFile(
  launch: (options: { args: string[] }) => Promise<Workbench>,
  folder: string,
  file: string,
): Promise<Workbench> {
  const started = await launch({ args: [await makeCase(join(folder, 'pages.case'), 'Pages')] });
  const { app, page } = started;
  await call(page, 'case.current', {});
  await chooseFiles(app, join(fixtures, file));
  await call(page, 'import.choose', { folder: false });
  await expect(page.locator('.rail [role=option]')).toHaveCount(1);
  return started;
}

async function highlights(page: Page): Promise<HighlightAnswer[]> {
  const current = (await call(page, 'case.current', {})) as CaseSnapshot;
  const [document] = current.records.document;
  const read = await call(page, 'document.read', { id: document?.id ?? '' });
  return read.highlights;
}

/** The heading of the first page. */
const heading = { from: { x: 0.09, y: 0.106 }, to: { x: 0.6, y: 0.106 } };

test('words selected on the page are tagged in the text, and seen on both', async ({
  launch,
  folder,
}) => {
  const { page } = await withFile(launch, folder, 'import/pdf-two-columns.pdf');
  const reader = new ReaderPage(page);
  const pane = new PagePane(page);
  await reader.open('A road for three valleys');
  await pane.show();
  await pane.drag(1, heading.from, heading.to);
  await expect(reader.bar).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('p');
  await expect(reader.bar).toBeHidden();
  const [mark] = await highlights(page);
  expect(mark?.quote).toBe('A road for three valleys');
  await expect(pane.marks(mark?.id ?? '')).toHaveCount(1);
  await expect(page.locator('mark', { hasText: 'A road for three valleys' })).toBeVisible();
});

test('jumping to a quote goes to its page', async ({ launch, folder }) => {
  const { page } = await withFile(launch, folder, 'import/pdf-two-columns.pdf');
  const reader = new ReaderPage(page);
  const pane = new PagePane(page);
  await reader.open('A road for three valleys');
  await pane.show('Original');
  for (let n = 0; n < 3; n++) {
    await pane.bar.getByRole('button', { name: 'Larger pages' }).click();
  }
  await expect(pane.sheet(2)).not.toBeInViewport({ ratio: 0.5 });
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in this text' }).fill('second page');
  await page.keyboard.press('Enter');
  await expect(pane.sheet(2).locator('.hit.now')).toBeInViewport();
});

test('a rectangle without words is asked what it shows, and is evidence like any highlight', async ({
  launch,
  folder,
}) => {
  const { page } = await withFile(launch, folder, 'pdf/scan.pdf');
  const reader = new ReaderPage(page);
  const pane = new PagePane(page);
  await page.locator('.rail [role=option]').click();
  await reader.shows('One page has a text');
  await pane.show();
  await pane.bar.getByRole('button', { name: 'Mark a rectangle on a page' }).click();
  await pane.drag(1, { x: 0.2, y: 0.3 }, { x: 0.7, y: 0.6 });
  const asked = page.getByRole('textbox', { name: 'What does it show?' });
  await asked.fill('A stamp of the ministry');
  // The pages are narrower than what is asked beside them: all of it is seen.
  await expect(page.getByRole('button', { name: 'Mark it' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('p');
  await expect(reader.bar).toBeHidden();
  const [mark] = await highlights(page);
  expect(mark).toMatchObject({
    quote: 'A stamp of the ministry',
    caption: 'A stamp of the ministry',
    area: { page: 1 },
  });
  expect(mark?.area?.x).toBeCloseTo(0.2, 1);
  expect(mark?.start).toBe(mark?.end);
  await expect(pane.marks(mark?.id ?? '')).toBeVisible();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const quote = inspector.getByRole('button', { name: /A stamp of the ministry.*p\. 1$/ });
  await expect(quote.locator('q')).toHaveText('A stamp of the ministry');
  await page.keyboard.press('Control+z');
  await expect(pane.marks(mark?.id ?? '')).toHaveCount(0);
});

test('a rectangle over words quotes them', async ({ launch, folder }) => {
  const { page } = await withFile(launch, folder, 'import/pdf-two-columns.pdf');
  const reader = new ReaderPage(page);
  const pane = new PagePane(page);
  await reader.open('A road for three valleys');
  await pane.show('Original');
  await page.keyboard.down('Alt');
  await pane.drag(1, { x: 0.05, y: 0.09 }, { x: 0.7, y: 0.125 });
  await page.keyboard.up('Alt');
  await expect(reader.bar).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('p');
  await expect(reader.bar).toBeHidden();
  const [mark] = await highlights(page);
  expect(mark).toMatchObject({ quote: 'A road for three valleys', area: { page: 1 } });
});

test('Escape leaves a rectangle undrawn, and the case as it was', async ({ launch, folder }) => {
  const { page } = await withFile(launch, folder, 'pdf/scan.pdf');
  const pane = new PagePane(page);
  await page.locator('.rail [role=option]').click();
  await pane.show();
  await page.keyboard.down('Alt');
  await pane.drag(1, { x: 0.2, y: 0.3 }, { x: 0.7, y: 0.6 });
  await page.keyboard.up('Alt');
  await expect(page.getByRole('textbox', { name: 'What does it show?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'What does it show?' })).toBeHidden();
  expect(await highlights(page)).toEqual([]);
});

test('a locked file asks for its password before it shows its pages', async ({
  launch,
  folder,
}) => {
  const started = await launch({ args: [await makeCase(join(folder, 'locked.case'), 'Locked')] });
  const { app, page } = started;
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, join(fixtures, 'pdf/locked.pdf'));
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('region', { name: 'Results of the import' })).toContainText(
    'locked.pdf',
  );
  await page.keyboard.press('Alt+l');
  const field = page
    .getByRole('region', { name: 'Needs a look' })
    .getByLabel('Password', { exact: true });
  await page.keyboard.press('Enter');
  await field.fill('user');
  await field.press('Enter');
  await page.locator('.rail [role=option]').click();
  const pane = new PagePane(page);
  await pane.choose('Original');
  const asked = pane.pane.getByRole('textbox', { name: 'Password' });
  await asked.fill('wrong');
  await asked.press('Enter');
  await expect(asked).toHaveValue('');
  await asked.fill('user');
  await asked.press('Enter');
  await pane.drawn(1);
});

test('a saved web page stands beside its text, and runs nothing', async ({ launch, folder }) => {
  const { page } = await withFile(launch, folder, 'import/treaty.html');
  const reader = new ReaderPage(page);
  await reader.open('Convention on joint measures');
  await new PagePane(page).choose('Both');
  const frame = page.frameLocator('iframe[title^="Web page as it was saved"]');
  await expect(frame.getByText('joint exercises of border troops')).toBeVisible();
  await expect(page.locator('iframe[title^="Web page"]')).toHaveAttribute('sandbox', '');
});

test('a web page in one file stands beside its text with its pictures and styles, and runs nothing', async ({
  launch,
  folder,
}) => {
  const { page } = await withFile(launch, folder, 'import/pictured.mhtml');
  const reader = new ReaderPage(page);
  await reader.open('The pass in winter');
  await new PagePane(page).choose('Both');
  const outer = page.locator('iframe[title^="Web page as it was saved"]');
  await expect(outer).toHaveAttribute('sandbox', '');
  const frame = outer.contentFrame();
  await expect(frame.getByText('The pass is closed until April')).toHaveCSS(
    'color',
    'rgb(10, 20, 200)',
  );
  for (const name of ['By its name', 'By where it was']) {
    const picture = frame.getByRole('img', { name });
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1);
  }
  await expect(frame.locator('.paper')).toHaveCSS('background-image', /^url\("data:image\/gif/);
  await expect(frame.frameLocator('iframe').getByText('A frame of it')).toBeVisible();
  await expect(frame.locator('#ran')).toHaveText('not run');
});

test('a PDF leaves with its highlights in it, and the case tells that it left', async ({
  launch,
  folder,
}) => {
  const { app, page } = await withFile(launch, folder, 'import/pdf-two-columns.pdf');
  const reader = new ReaderPage(page);
  await reader.open('A road for three valleys');
  await reader.addActor('Ardan', 'p');
  const place = join(folder, 'marked.pdf');
  await chooseTarget(app, place);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Save the PDF with');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved marked.pdf with 1 highlight.')).toBeVisible();
  const original = await readFile(join(fixtures, 'import/pdf-two-columns.pdf'));
  const marked = await readFile(place);
  expect(marked.subarray(0, original.length).equals(original)).toBe(true);
  expect(marked.toString('latin1')).toContain('/Highlight');
  const { document } = await recordsOf(page);
  expect(document[0]?.copies?.map(({ name }) => name)).toEqual(['marked.pdf']);
});
