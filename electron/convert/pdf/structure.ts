import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Part {
  role?: string;
  type?: string;
  id?: string;
  children?: Part[];
}

/** Levels of the headings of a page by the parts that they are marked as, where the file tells its structure. */
export async function headingTagsOf(page: PDFPageProxy): Promise<ReadonlyMap<number, number>> {
  const levels = new Map<number, number>();
  const tree = (await page.getStructTree().catch(() => null)) as Part | null;
  const open: { part: Part; level: number | undefined }[] = tree
    ? [{ part: tree, level: undefined }]
    : [];
  for (let one = open.pop(); one; one = open.pop()) {
    const { part } = one;
    const level = levelOf(part.role) ?? one.level;
    const tag = /_mc(\d{1,9})$/.exec(part.id ?? '')?.[1];
    if (part.type === 'content' && tag !== undefined && level !== undefined) {
      levels.set(Number(tag), level);
    }
    for (const child of part.children ?? []) open.push({ part: child, level });
  }
  return levels;
}

function levelOf(role = ''): number | undefined {
  if (role === 'Title') return 1;
  const level = /^H([1-6])?$/.exec(role);
  return level ? Number(level[1] ?? 1) : undefined;
}
