import { takeFootnotes } from './footnotes.ts';
import { furnitureOf, type Furniture } from './furniture.ts';
import { flagEndnotes } from './endnotes.ts';
import { frameOf, framesOf } from './frames.ts';
import { flagHeadings, type OutlineEntry } from './headings.ts';
import { Vocabulary } from './hyphens.ts';
import { joinAcross } from './joining.ts';
import type { Line } from './line.ts';
import { flagItems } from './list-items.ts';
import type { Box } from './page.ts';
import type { PageLayout } from './page-layout.ts';
import { paragraphsOf } from './paragraphs.ts';
import { bulletOf, isCaption, type Paragraph } from './paragraph.ts';
import { flagQuotes } from './quotes.ts';
import { partsOf } from './tables.ts';

/** The paragraphs of a page, by where they go. */
export interface PageParagraphs {
  /** Running lines at its head and foot. */
  header: Line[];
  footer: Line[];
  body: Paragraph[];
  /** Boxes, notes and remarks: what stands beside the running text. */
  aside: Paragraph[];
  /** Lines that run in another direction. */
  turned: Line[];
  comments: string[];
}

/** A document as paragraphs, page by page, and the words that it knows. */
export interface Assembly {
  pages: PageParagraphs[];
  vocabulary: Vocabulary;
  body: { size: number; bold: boolean };
}

/** Puts the lines of all pages together to paragraphs; `passed` hears of each page. */
export function assembled(
  layouts: readonly PageLayout[],
  outline: readonly OutlineEntry[],
  passed: (pages: number) => void,
): Assembly {
  const furniture = furnitureOf(
    layouts.map(({ height, columns }) => ({ height, lines: columns.flat() })),
  );
  const body = bodyOf(layouts, furniture);
  const vocabulary = new Vocabulary();
  const frames = framesOf(layouts);
  const pages = layouts.map((layout) => {
    passed(1);
    for (const line of layout.columns.flat()) vocabulary.add(line);
    return pageOf(layout, furniture, body.size, frames);
  });
  flagEndnotes(pages);
  flagItems(pages.flatMap((page) => page.columns.flat()));
  flagHeadings(
    pages.map((page) => page.body),
    outline,
    body,
  );
  for (const page of pages) joinColumns(page);
  joinPages(pages);
  return { pages: pages.map(({ columns: _, ...page }) => page), vocabulary, body };
}

interface OpenPage extends PageParagraphs {
  columns: Paragraph[][];
}

function pageOf(
  layout: PageLayout,
  furniture: ReadonlyMap<Line, Furniture>,
  body: number,
  frames: readonly Box[],
): OpenPage {
  const lines = layout.columns.flat();
  const aside: Paragraph[] = [];
  const columns = layout.columns.map((column) => {
    const text = column.filter((line) => !furniture.has(line));
    const paragraphs = columnOf(text, body, frameOf(text, frames));
    aside.push(...takeFootnotes(paragraphs, body, layout.height));
    flagQuotes(paragraphs);
    return paragraphs;
  });
  const boxed = layout.boxed.flatMap((column) => columnOf(column, body));
  return {
    header: lines.filter((line) => furniture.get(line) === 'header'),
    footer: lines.filter((line) => furniture.get(line) === 'footer'),
    columns,
    body: columns.flat(),
    aside: [...boxed, ...aside],
    turned: layout.turned,
    comments: layout.comments,
  };
}

function columnOf(lines: readonly Line[], body: number, frame: readonly Box[] = []): Paragraph[] {
  return partsOf(lines).flatMap((part) => {
    if ('rows' in part) return part.rows;
    const paragraphs = paragraphsOf(part.lines, body, frame);
    for (const one of paragraphs) {
      const bullet = bulletOf(one.lines[0] as Line);
      if (isCaption(one)) one.kind = 'caption';
      else if (bullet > 0) {
        one.kind = 'list-item';
        one.number = one.lines[0]?.text.slice(0, bullet).trim() ?? '';
        one.skip = bullet;
      }
    }
    return paragraphs;
  });
}

function joinColumns(page: OpenPage): void {
  const joined: Paragraph[] = [];
  for (const column of page.columns) {
    joinAcross(joined, column);
    joined.push(...column);
  }
  page.body = joined;
}

/** A paragraph that goes on over pages stays whole: it is one of the page where it begins. */
function joinPages(pages: readonly OpenPage[]): void {
  let open: OpenPage | undefined;
  for (const page of pages) {
    if (open) {
      const from = open.body;
      joinAcross(from, page.body);
      joinNotes(open.aside, page.aside);
    }
    // A page of nothing but the middle of a paragraph: the next may have its end.
    if (page.body.length > 0 || !open) open = page;
  }
}

function joinNotes(before: readonly Paragraph[], next: Paragraph[]): void {
  const last = before.at(-1);
  const [first] = next;
  if (last?.kind !== 'footnote' || first?.kind !== 'footnote') return;
  joinAcross([last], next);
}

/** Size and weight of most letters. */
function bodyOf(
  layouts: readonly PageLayout[],
  furniture: ReadonlyMap<Line, Furniture>,
): Assembly['body'] {
  const sizes = new Map<number, { letters: number; bold: number }>();
  for (const line of layouts.flatMap(({ columns }) => columns.flat())) {
    if (furniture.has(line)) continue;
    const size = Math.round(line.size * 2) / 2;
    const seen = sizes.get(size) ?? { letters: 0, bold: 0 };
    seen.letters += line.text.length;
    if (line.bold) seen.bold += line.text.length;
    sizes.set(size, seen);
  }
  const [most] = [...sizes].sort(([, one], [, other]) => other.letters - one.letters);
  if (!most) return { size: 10, bold: false };
  const [size, { letters, bold }] = most;
  return { size, bold: bold > 0.5 * letters };
}
