import { join } from 'node:path';
import { call, expect, test } from './fixtures.ts';
import { makeCase } from './make-case.ts';
import { ReaderPage } from './pages/reader.ts';

/** Characters of a paragraph with the blank line after it. */
const LENGTH = 500;
const PARAGRAPHS = 10_000;
/** Paragraphs that may be on the page at once: what is seen, and as much above and below. */
const MOUNTED = 120;

/** A text of 5 MB; every paragraph begins with its number, and each has a highlight. */
function longText(): string {
  const words = 'Envoys of several states met and spoke about borders, trade and trains. ';
  return Array.from({ length: PARAGRAPHS }, (_, i) => {
    const head = `Paragraph ${String(i).padStart(5, '0')}. `;
    return (head + words.repeat(8)).slice(0, LENGTH - 3) + '.';
  }).join('\n\n');
}

test('5 MB with 10,000 highlights open, scroll and take tags like a page of news', async ({
  launch,
  folder,
}, info) => {
  const text = longText();
  expect(Buffer.byteLength(text)).toBeGreaterThan(4_900_000);
  const operations = Array.from({ length: PARAGRAPHS }, (_, i) => ({
    op: 'highlight.add',
    input: { document: 'long', start: i * LENGTH, end: i * LENGTH + 15, tags: ['membership'] },
  }));
  const path = await makeCase(
    join(folder, 'long.case'),
    'Long',
    [
      { id: 'short', title: 'A page of news', text: text.slice(0, 3 * LENGTH - 2) },
      { id: 'long', title: 'A long text', text },
    ],
    [{ op: 'batch', input: { operations } }],
  );
  const { page } = await launch({ args: [path] });
  const reader = new ReaderPage(page);
  const marks = reader.pane.locator('mark');
  const mounted = () => reader.pane.locator('.words').count();
  const timed = async (what: string, work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    const took = `${Math.round(performance.now() - start)} ms, test driver included`;
    info.annotations.push({ type: what, description: took });
  };

  await timed('opening a page of news', () => reader.open('A page of news'));
  await timed('opening 5 MB with 10,000 highlights', () => reader.open('A long text'));
  await expect(marks.first()).toHaveText('Paragraph 00000');
  expect(await mounted()).toBeLessThan(MOUNTED);

  await timed('going to the end', async () => {
    await reader.pane.focus();
    await page.keyboard.press('Control+End');
    await expect(marks.last()).toHaveText('Paragraph 09999');
  });
  await page.keyboard.press('F7');
  await page.keyboard.press('Control+End');
  await expect(reader.marks('Paragraph 09999')).toBeInViewport();
  expect(await mounted()).toBeLessThan(MOUNTED);

  await reader.pane.evaluate((pane) => (pane.scrollTop = pane.scrollHeight / 2));
  await expect(marks.first()).toHaveText(/^Paragraph 0(4[5-9]|5[0-4])/);
  expect(await mounted()).toBeLessThan(MOUNTED);
  const number = (await marks.nth(Math.floor((await marks.count()) / 2)).innerText()).slice(-5);
  await reader.select('Envoys of several states', `Paragraph ${number}. Envoys of several states`);
  await timed('tagging in the middle', async () => {
    await page.keyboard.press('d');
    await page.keyboard.press('Enter');
    await expect(marks.filter({ hasText: 'Envoys of several states' })).toHaveCount(1);
  });
  expect((await call(page, 'case.current', {}))?.highlightCounts).toMatchObject({
    long: PARAGRAPHS + 1,
  });

  await page.keyboard.press('Control+f');
  await page.keyboard.type('Paragraph 07777');
  await expect(page.getByRole('search').getByText('1 of 1')).toBeVisible();
  await expect(reader.marks('Paragraph 07777')).toBeInViewport();
  expect(await mounted()).toBeLessThan(MOUNTED);
});
