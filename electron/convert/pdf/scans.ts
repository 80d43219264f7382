import type { SourceFile } from '#data/formats/import/format.ts';
import { pdfLibrary, safely } from './library.ts';

/** Points of a picture from which on it may be one of a page. */
const LARGE = 300 * 300;

/**
 * Which of these pages (by number from 1, with their operators without pictures) show a large picture. The
 * library leaves out pictures that are larger than it is told; told to stop at faults, it goes no further on
 * such a page, and there are fewer operators than before. Nothing is unpacked.
 */
export async function picturesOn(
  file: SourceFile,
  password: string | undefined,
  pages: ReadonlyMap<number, number>,
  passed: () => void,
): Promise<Set<number>> {
  const found = new Set<number>();
  if (pages.size === 0) return found;
  const { getDocument } = await pdfLibrary();
  const task = getDocument({
    ...safely(new Uint8Array(file.bytes)),
    stopAtErrors: true,
    maxImageSize: LARGE,
    ...(password !== undefined && { password }),
  });
  try {
    const document = await task.promise;
    for (const [number, operators] of pages) {
      passed();
      const page = await document.getPage(number);
      const { fnArray } = await page.getOperatorList({ annotationMode: 0 });
      if (fnArray.length < operators) found.add(number);
      page.cleanup();
    }
  } catch {
    // A file that is broken further on was read as far as it goes.
  } finally {
    await task.destroy().catch(() => undefined);
  }
  return found;
}
