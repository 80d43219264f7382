import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineEntry } from '#data/formats/import/pdf/headings.ts';

interface Entry {
  title: string;
  dest: string | unknown[] | null;
  items: Entry[];
}

/** Most lines of a table of contents that are looked at. */
const MOST = 5000;

/** The table of contents that a file brings, with the pages that it leads to. */
export async function outlineOf(document: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const found: OutlineEntry[] = [];
  const top = ((await document.getOutline().catch(() => null)) ?? []) as Entry[];
  const open = top.map((entry) => ({ entry, level: 1 })).reverse();
  for (let one = open.pop(); one && found.length < MOST; one = open.pop()) {
    const { entry, level } = one;
    const page = await pageOf(document, entry.dest);
    found.push({ title: entry.title, level, ...(page !== undefined && { page }) });
    for (const item of [...entry.items].reverse()) open.push({ entry: item, level: level + 1 });
  }
  return found;
}

async function pageOf(document: PDFDocumentProxy, to: Entry['dest']): Promise<number | undefined> {
  try {
    const place = typeof to === 'string' ? await document.getDestination(to) : to;
    const page = (place as unknown[] | null)?.[0];
    if (typeof page === 'number') return page;
    if (typeof page !== 'object' || page === null) return undefined;
    return await document.getPageIndex(page as { num: number; gen: number });
  } catch {
    return undefined;
  }
}
