import type { OutlineEntry } from './headings.ts';

/** What is asked of a PDF for its table of contents; of pdf.js's `PDFDocumentProxy`. */
export interface OutlinedFile {
  getOutline(): Promise<unknown>;
  getDestination(name: string): Promise<unknown>;
  getPageIndex(page: { num: number; gen: number }): Promise<number>;
}

interface Entry {
  title: string;
  dest: string | unknown[] | null;
  items: Entry[];
}

/** Most lines of a table of contents that are looked at. */
const MOST = 5000;

/** The table of contents that a file brings, with the pages that it leads to. */
export async function outlineIn(file: OutlinedFile): Promise<OutlineEntry[]> {
  const found: OutlineEntry[] = [];
  const top = ((await file.getOutline().catch(() => null)) ?? []) as Entry[];
  const open = top.map((entry) => ({ entry, level: 1 })).reverse();
  for (let one = open.pop(); one && found.length < MOST; one = open.pop()) {
    const { entry, level } = one;
    const page = await pageOf(file, entry.dest);
    found.push({ title: entry.title, level, ...(page !== undefined && { page }) });
    for (const item of [...entry.items].reverse()) open.push({ entry: item, level: level + 1 });
  }
  return found;
}

async function pageOf(file: OutlinedFile, to: Entry['dest']): Promise<number | undefined> {
  try {
    const place = typeof to === 'string' ? await file.getDestination(to) : to;
    const page = (place as unknown[] | null)?.[0];
    if (typeof page === 'number') return page;
    if (typeof page !== 'object' || page === null) return undefined;
    return await file.getPageIndex(page as { num: number; gen: number });
  } catch {
    return undefined;
  }
}
