import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Locator, Page } from '@playwright/test';
import { call, chooseFiles, expect, test, type Workbench } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { PagePane } from './pages/page-pane.ts';

const PAGES = 12;
const LINES = 45;
const HEIGHT = 842;
const TOP = 70;
const LEADING = 16;

/** A PDF whose lines say on which page they stand, and which of it they are: “Item 7.31”. */
async function itemsPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= PAGES; page++) {
    const sheet = document.addPage([595, HEIGHT]);
    for (let line = 1; line <= LINES; line++) {
      const words = `Item ${page}.${line} of what the convoys brought over the pass in that year.`;
      sheet.drawText(words, { x: 60, y: HEIGHT - TOP - line * LEADING, size: 11 });
    }
  }
  return document.save();
}

interface Item {
  page: number;
  line: number;
}

/** Text and pages of a long PDF, side by side. */
class Both {
  readonly page: Page;
  readonly pages: PagePane;
  readonly text: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pages = new PagePane(page);
    this.text = page.getByRole('document', { name: /^Text of/ });
  }

  get toggle(): Locator {
    return this.pages.bar.getByRole('button', { name: 'Text and pages scroll together' });
  }

  async wheel(pane: Locator, by: number): Promise<void> {
    await pane.hover();
    await this.page.mouse.wheel(0, by);
  }

  /** The item that the top-most line of the text is about. */
  topItem(): Promise<Item> {
    return this.text.evaluate((pane) => {
      const { left, top, width, bottom } = pane.getBoundingClientRect();
      for (let y = top + 2; y < bottom; y += 4) {
        const caret = document.caretPositionFromPoint(left + width / 2, y);
        const run = caret?.offsetNode.parentElement?.closest('[data-start]');
        if (!caret || !run) continue;
        const before = [...run.textContent.slice(0, caret.offset).matchAll(/Item (\d+)\.(\d+)/g)];
        const found = before.at(-1) ?? /Item (\d+)\.(\d+)/.exec(run.textContent);
        if (found) return { page: Number(found[1]), line: Number(found[2]) };
      }
      throw new Error('the text shows no item');
    });
  }

  /** How far below the top of the pages an item stands, in parts of the pane's height; far away when not drawn. */
  async heightOf({ page, line }: Item): Promise<number> {
    const pane = await this.pages.pane.boundingBox();
    const sheet = await this.pages
      .sheet(page)
      .boundingBox({ timeout: 100 })
      .catch(() => null);
    if (!pane || !sheet) return -99;
    const y = sheet.y + ((TOP + (line - 0.5) * LEADING) / HEIGHT) * sheet.height;
    return (y - pane.y) / pane.height;
  }

  /** Waits until the top-most line of the text is near the top of the pages, and nothing moves any more. */
  async meets(): Promise<void> {
    await expect
      .poll(async () => Math.abs((await this.heightOf(await this.topItem())) - 0.05))
      .toBeLessThan(0.12);
    await this.rests();
  }

  /** Waits until both panes stay where they are for twenty frames. */
  async rests(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async () => {
          const panes = [...document.querySelectorAll('.reader [role=document]')];
          const seen = new Set<string>();
          for (let frame = 0; frame < 20; frame++) {
            await new Promise(requestAnimationFrame);
            seen.add(panes.map(({ scrollTop }) => Math.round(scrollTop)).join(' '));
          }
          return seen.size;
        }),
      )
      .toBe(1);
  }

  /** Whether what find is at is in sight in the text. */
  isFoundInText(): Promise<boolean> {
    return this.text.evaluate((pane) => {
      const frame = pane.getBoundingClientRect();
      const now = [...(CSS.highlights.get('reader-find-now') ?? [])][0];
      if (!now) return false;
      const range = document.createRange();
      range.setStart(now.startContainer, now.startOffset);
      range.setEnd(now.endContainer, now.endOffset);
      const { top, bottom } = range.getBoundingClientRect();
      return top >= frame.top && bottom <= frame.bottom;
    });
  }
}

async function opened(
  launch: (options: { args: string[] }) => Promise<Workbench>,
  folder: string,
): Promise<Both> {
  const file = join(folder, 'items.pdf');
  await writeFile(file, await itemsPdf());
  const { app, page } = await launch({ args: [await makeCase(join(folder, 'a.case'), 'Items')] });
  await call(page, 'case.current', {});
  await chooseFiles(app, file);
  await call(page, 'import.choose', { folder: false });
  await page.locator('.rail [role=option]').click();
  const both = new Both(page);
  await expect(both.text.locator('[data-start]').first()).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('region', { name: 'Network' })).toBeHidden();
  await both.pages.show();
  return both;
}

test('text and pages scroll together, whoever leads, and come to rest', async ({
  launch,
  folder,
}) => {
  const both = await opened(launch, folder);
  const { page, text, pages } = both;
  await expect(both.toggle).toHaveAttribute('aria-pressed', 'true');
  for (const [pane, by] of [
    [text, 3_000],
    [text, -1_500],
    [pages.pane, 2_000],
    [pages.pane, -1_000],
  ] as const) {
    const before = await both.topItem();
    await both.wheel(pane, by);
    await expect.poll(() => both.topItem()).not.toEqual(before);
    await both.meets();
  }
  const number = pages.bar.getByRole('textbox', { name: 'Page' });
  await number.fill('11');
  await number.press('Enter');
  await expect.poll(() => both.topItem()).toEqual({ page: 11, line: 1 });
  await both.meets();
  // A jump brings its words in sight on both sides, and nobody goes along anywhere else.
  for (let n = 0; n < 3; n++) {
    await pages.bar.getByRole('button', { name: 'Larger pages' }).click();
  }
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'Find in this text' });
  for (const item of ['Item 9.40 ', 'Item 3.22 ']) {
    await field.fill(item);
    await field.press('Enter');
    await expect(pages.pane.locator('.hit.now')).toBeInViewport();
    await both.rests();
    await expect(pages.pane.locator('.hit.now')).toBeInViewport();
    expect(await both.isFoundInText()).toBe(true);
  }
});

test('text and pages scroll each on its own when told so, and the case remembers', async ({
  launch,
  folder,
}) => {
  const both = await opened(launch, folder);
  const { page, pages, text } = both;
  await both.toggle.click();
  await expect(both.toggle).toHaveAttribute('aria-pressed', 'false');
  const before = await both.topItem();
  await both.wheel(text, 4_000);
  await expect.poll(() => both.topItem()).not.toEqual(before);
  await both.rests();
  await expect(pages.sheet(1)).toBeInViewport();
  await expect
    .poll(async () => (await call(page, 'case.current', {}))?.view)
    .toMatchObject({ together: false });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('Scroll text and pages');
  await page.keyboard.press('Enter');
  await expect(both.toggle).toHaveAttribute('aria-pressed', 'true');
  await both.meets();
});
