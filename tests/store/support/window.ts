import type { Page } from 'playwright';
import type { CaseChange } from '#data/api/case-snapshot.ts';
import type { Change } from '#data/model/records.ts';
import type { Ledger } from './ledger.ts';

const MARK = 'saved ';

/** Enters into a ledger whatever the window is told to be saved, at the moment it is told. */
export async function noteSaved(page: Page, ledger: Ledger): Promise<void> {
  let key = -1000;
  page.on('console', (message) => {
    const text = message.text();
    if (!text.startsWith(MARK)) return;
    const change = JSON.parse(text.slice(MARK.length)) as CaseChange;
    ledger.ack(--key, { n: change.n, changes: changesOf(change) });
  });
  await page.evaluate((mark) => {
    window.desktop.on('change', (change) => console.log(mark + JSON.stringify(change)));
  }, MARK);
}

function changesOf({ put, remove }: CaseChange): Change[] {
  return [
    ...put.map(({ kind, record }) => ({ kind, id: record.id, before: null, after: record })),
    ...remove.map(({ kind, id }) => ({ kind, id, before: null, after: null })),
  ] as Change[];
}

/** Shows a document and waits until its words are there. */
export async function showDocument(page: Page, title: string): Promise<void> {
  await page.getByRole('tab', { name: /^Documents/ }).click();
  await page.getByRole('tabpanel').getByRole('option', { name: title }).click();
  await page.locator('.reader [data-start]').first().waitFor();
}

/**
 * Marks word after word as a person does, by double click and two keys, until the window is gone.
 * `from`: the word to start with.
 */
export async function markWords(page: Page, from: number, tag: string): Promise<void> {
  for (let word = from; ; word += 3) {
    try {
      const at = await placeOf(page, word);
      await page.mouse.dblclick(at.x, at.y);
      await page.keyboard.type(tag);
      await page.keyboard.press('Enter');
    } catch (error) {
      if (page.isClosed() || isGone(error)) return;
      throw error;
    }
  }
}

/** Lets the page ask for highlight after highlight as fast as answers come, beside what is typed. */
export function pourHighlights(page: Page, document: string): Promise<void> {
  const pour = page.evaluate(async (id) => {
    for (let start = 0; ; start = (start + 7) % 3900) {
      const input = { document: id, start, end: start + 6 };
      await window.desktop.call('case.perform', { op: 'highlight.add', input });
    }
  }, document);
  return pour.catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** What Playwright says when the program is killed while it is asked something. */
const isGone = (error: unknown): boolean => /closed|crashed|destroyed/i.test(String(error));

/** Middle of a word on the screen: the `nth` of those that are visible, counted round and round. */
async function placeOf(page: Page, nth: number): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const places: { x: number; y: number }[] = [];
    for (const run of document.querySelectorAll('.reader [data-start]')) {
      const node = run.firstChild;
      for (const { index, 0: word } of run.textContent?.matchAll(/\S+/g) ?? []) {
        if (!node || index + word.length > (node.textContent?.length ?? 0)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        if (top > 0 && bottom < innerHeight)
          places.push({ x: (left + right) / 2, y: (top + bottom) / 2 });
      }
    }
    const place = places[wanted % places.length];
    if (!place) throw new Error('there are no words on the screen');
    return place;
  }, nth);
}
