import type { Page } from './page.ts';

const NUMBER =
  /^(?:(?:page|seite|стр\.|страница|página|sayfa|صفحه|صفحة) ?\p{Nd}{1,4}(?: ?(?:of|\/|из|von|sur|de|از|من) ?\p{Nd}{1,4})?|\p{Nd}{1,4} ?(?:of|\/) ?\p{Nd}{1,4}|[-–—] ?\p{Nd}{1,4} ?[-–—]|第 ?\d{1,4} ?页.{0,12})$/iu;
const FEWEST = 2;

/** Numbers of pages in a text of pages: rows that are nothing else, when there are several. */
export function pageNumbers(page: Page): void {
  const found = page.rows.flatMap((row, index) =>
    row.length <= 30 && NUMBER.test(row.text) ? [index] : [],
  );
  const isRow = (at: number): boolean => found[at + 1] === (found[at] ?? 0) + 1;
  if (found.length < FEWEST || found.some((_, at) => isRow(at))) return;
  for (const index of found) page.mark(index, 'page-number');
}
