import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ReaderPage } from './pages/reader.ts';

/** Visible controls of the sample at 1280x800 before the window took on daily work. No more may come. */
const MOST_CONTROLS = 33;

const controls = [
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  'a[href]',
  '[role=button]',
  '[role=tab]',
  '[role=switch]',
  '[role=slider]',
  '[role=separator][tabindex]',
].join();

async function resize(app: ElectronApplication, page: Page, width: number, height: number) {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Controls that a person sees, in words. */
function visible(page: Page): Promise<string[]> {
  return page.evaluate((wanted) => {
    const isSeen = (one: Element) =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      one.getBoundingClientRect().width > 0;
    const named = (one: Element) => one.getAttribute('aria-label') ?? one.textContent ?? '';
    return [...document.querySelectorAll(wanted)]
      .filter(isSeen)
      .map((one) => `${one.tagName.toLowerCase()} ${named(one).trim().slice(0, 40)}`);
  }, controls);
}

/** Controls that another control or a message covers at their middle, and those that stick out of the window. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate((wanted) => {
    const faults: string[] = [];
    /** What lies in a part that scrolls may be scrolled into sight. */
    const isInScroller = (one: Element | null): boolean =>
      one !== null && (one.scrollHeight > one.clientHeight + 1 || isInScroller(one.parentElement));
    for (const one of document.querySelectorAll(wanted)) {
      const { left, top, width, height, right, bottom } = one.getBoundingClientRect();
      if (
        width === 0 ||
        !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      ) {
        continue;
      }
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      const name = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
      const isOut = right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1;
      const scrolls = isInScroller(one);
      const isCovered =
        at !== null && !one.contains(at) && !at.contains(one) && !at.closest('label');
      if ((isOut || isCovered) && !scrolls) faults.push(`${one.tagName} ${name}`);
    }
    return faults;
  }, controls);
}

test('at 1280x800 the window shows no more controls than before, and nothing lies on another', async ({
  workbench: { app, page },
}) => {
  await resize(app, page, 1280, 800);
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await expect(page.getByText(/\d+ actors, \d+ relations/)).toBeVisible();
  const seen = await visible(page);
  expect(seen.length, seen.join('\n')).toBeLessThanOrEqual(MOST_CONTROLS);
  expect(seen.length).toBeGreaterThan(20);
  expect(await covered(page)).toEqual([]);
  for (const [key, name] of [
    ['Control+1', 'Reader'],
    ['Control+3', 'Network'],
    ['Control+2', 'Network'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('region', { name })).toBeVisible();
    expect(await covered(page), `after ${key}`).toEqual([]);
  }
});

test('the bar never covers the words it stands for, nor does it leave the pane', async ({
  workbench: { app, page },
}) => {
  await resize(app, page, 1280, 800);
  const reader = new ReaderPage(page);
  await reader.open('N01');
  for (const words of ['Fang Fenghui', 'grave danger', 'exchange intelligence']) {
    await reader.select(words);
    const bar = await reader.bar.boundingBox();
    const pane = await reader.pane.boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(
      (pane?.y ?? 0) + (pane?.height ?? 0),
    );
    expect(bar?.y).toBeGreaterThanOrEqual((pane?.y ?? 0) - 1);
    const chosen = await page.evaluate(() => {
      for (const [name, highlight] of CSS.highlights) {
        if (!/select/.test(name)) continue;
        return [...highlight].flatMap((found) => {
          const range = document.createRange();
          range.setStart(found.startContainer, found.startOffset);
          range.setEnd(found.endContainer, found.endOffset);
          return [...range.getClientRects()].map(({ top, bottom }) => [top, bottom]);
        });
      }
      return [];
    });
    expect(chosen.length).toBeGreaterThan(0);
    for (const [top = 0, bottom = 0] of chosen) {
      expect(bottom <= (bar?.y ?? 0) + 1 || top >= (bar?.y ?? 0) + (bar?.height ?? 0) - 1).toBe(
        true,
      );
    }
    await page.keyboard.press('Escape');
  }
});
