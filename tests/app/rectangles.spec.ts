import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { call, chooseFiles, expect, recordsOf, test, type Workbench } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { PagePane, type Point } from './pages/page-pane.ts';
import { ReaderPage } from './pages/reader.ts';
import { ReportPanel } from './pages/report-panel.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** Opens a new case with a file in it, and shows its pages beside the text. */
async function withPages(
  launch: (options: { args: string[] }) => Promise<Workbench>,
  { folder, file, begins }: { folder: string; file: string; begins: string },
) {
  const started = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Rectangles')] });
  const { app, page } = started;
  await expect(page.getByText('This case has no documents yet.')).toBeVisible();
  await chooseFiles(app, join(fixtures, file));
  await call(page, 'import.choose', { folder: false });
  const reader = new ReaderPage(page);
  const pane = new PagePane(page);
  await page.locator('.rail [role=option]').click();
  await reader.shows(begins);
  await pane.show();
  return { app, page, reader, pane };
}

/** Draws a rectangle on the first page by its key and the mouse. */
async function draw(page: Page, pane: PagePane, from: Point, to: Point): Promise<void> {
  await page.keyboard.press('Alt+Shift+X');
  await expect(
    pane.bar.getByRole('button', { name: 'Mark a rectangle on a page' }),
  ).toHaveAttribute('aria-pressed', 'true');
  await pane.drag(1, from, to);
}

/** Draws a rectangle without words, says what it shows, and waits for the bar. */
async function drawCaptioned(
  { page, pane, reader }: { page: Page; pane: PagePane; reader: ReaderPage },
  { from, to, caption }: { from: Point; to: Point; caption: string },
): Promise<void> {
  await draw(page, pane, from, to);
  const field = page.getByRole('textbox', { name: 'What does it show?' });
  await expect(field).toBeFocused();
  await page.keyboard.type(caption);
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeVisible();
}

/** Pictures of a report in their order: what each is said to show, its size, and how dark its darkest point is. */
async function picturesIn(html: string) {
  const found = html.matchAll(
    /<img class="cut" alt="([^"]*)" src="data:image\/png;base64,([^"]+)">/g,
  );
  return Promise.all(
    [...found].map(async ([, alt, base64 = '']) => {
      const image = await loadImage(Buffer.from(base64, 'base64'));
      const { width, height } = image;
      const context = createCanvas(width, height).getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      const darkest = data.reduce((least, part, at) =>
        at % 4 < 3 ? Math.min(least, part) : least,
      );
      return { alt, width, height, darkest };
    }),
  );
}

test('a rectangle carries a claim, and stands in the report as it looks', async ({
  launch,
  folder,
}, info) => {
  const file = 'import/pdf-two-columns.pdf';
  const begins = 'A road for three valleys';
  const { app, page, reader, pane } = await withPages(launch, { folder, file, begins });
  await draw(page, pane, { x: 0.05, y: 0.09 }, { x: 0.7, y: 0.125 });
  await expect(reader.bar).toBeVisible();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  const claim = reader.bar.getByLabel('What is claimed');
  await expect(claim).toHaveValue(begins);
  await claim.fill('A road is planned');
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();
  const { claim: claims } = await recordsOf(page);
  expect(claims).toMatchObject([{ text: 'A road is planned', evidence: { length: 1 } }]);

  const report = await ReportPanel.open(page);
  const shown = report.preview.contentFrame().locator('img.cut');
  await expect(shown).toHaveAttribute('alt', begins);
  await expect
    .poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth))
    .toBeGreaterThan(0);
  await shown.scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath('preview.png') });
  const html = (await report.save(app, 'HTML', join(folder, 'report.html'))).toString();
  const [picture, ...others] = await picturesIn(html);
  expect(others).toEqual([]);
  // The heading is black on white, and much wider than high.
  expect(picture).toMatchObject({ alt: begins });
  expect(picture?.darkest).toBeLessThan(64);
  expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeGreaterThan(8);
  expect(html).toContain('rectangle on p. 1');
});

test('rectangles without words carry a relation by themselves, with their captions', async ({
  launch,
  folder,
}, info) => {
  const file = 'pdf/scan.pdf';
  const begins = 'One page has a text';
  const { app, page, reader, pane } = await withPages(launch, { folder, file, begins });
  const parts = { page, pane, reader };
  const stamp = { from: { x: 0.1, y: 0.2 }, to: { x: 0.5, y: 0.35 }, caption: 'Stamp of Ardan' };
  const flag = { from: { x: 0.1, y: 0.5 }, to: { x: 0.5, y: 0.65 }, caption: 'Flag of Belisar' };
  const types = page.getByRole('listbox', { name: 'Type of the new actor' });

  await drawCaptioned(parts, stamp);
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(types).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByText('choose the other end')).toBeVisible();

  await drawCaptioned(parts, flag);
  await page.keyboard.press('Control+Enter');
  await expect(types).toBeFocused();
  await page.keyboard.press('p');
  const type = reader.bar.getByRole('combobox', { name: 'How are they related?' });
  await expect(type).toBeFocused();
  await expect(reader.bar.locator('q')).toHaveText([stamp.caption, flag.caption]);
  await page.screenshot({ path: info.outputPath('relation.png') });
  await page.keyboard.press('Enter');
  await expect(reader.bar).toBeHidden();

  const { relation, document } = await recordsOf(page);
  const { highlights } = await call(page, 'document.read', { id: document[0]?.id ?? '' });
  expect(highlights.map(({ caption }) => caption).sort()).toEqual([flag.caption, stamp.caption]);
  expect([...(relation[0]?.evidence ?? [])].sort()).toEqual(highlights.map(({ id }) => id).sort());

  const report = await ReportPanel.open(page);
  await expect(report.preview.contentFrame().locator('img.cut')).toHaveCount(2);
  const html = (await report.save(app, 'HTML', join(folder, 'report.html'))).toString();
  const pictures = await picturesIn(html);
  expect(pictures.map(({ alt }) => alt).sort()).toEqual([flag.caption, stamp.caption]);
  expect(html).toContain(`<mark>${stamp.caption}</mark>`);
});

test('Escape gives up drawing wherever the keys are', async ({ launch, folder }) => {
  const file = 'pdf/scan.pdf';
  const begins = 'One page has a text';
  const { page, pane } = await withPages(launch, { folder, file, begins });
  const button = pane.bar.getByRole('button', { name: 'Mark a rectangle on a page' });
  await page.getByRole('document', { name: /^Text of/ }).focus();
  await page.keyboard.press('Alt+Shift+X');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  // Neither is the way back to the pages lost with the field that asked.
  await draw(page, pane, { x: 0.1, y: 0.2 }, { x: 0.5, y: 0.35 });
  const field = page.getByRole('textbox', { name: 'What does it show?' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(pane.pane).toBeFocused();
});
