import type { SourceFile } from '#data/formats/import/format.ts';
import { pdfLibrary, safely } from './library.ts';

/** Points of a picture from which on it may be one of a page. */
const LARGE = 300 * 300;

/**
 * Which of these pages (counted from 1) show a large picture. The library leaves pictures out that are larger
 * than it is told; told to stop at faults, it says so, without unpacking any.
 */
export async function picturesOn(
  file: SourceFile,
  password: string | undefined,
  pages: readonly number[],
  passed: () => void,
): Promise<Set<number>> {
  const found = new Set<number>();
  if (pages.length === 0) return found;
  const { getDocument } = await pdfLibrary();
  const task = getDocument({
    ...safely(new Uint8Array(file.bytes)),
    stopAtErrors: true,
    maxImageSize: LARGE,
    ...(password !== undefined && { password }),
  });
  try {
    const document = await task.promise;
    for (const number of pages) {
      passed();
      const page = await document.getPage(number);
      const list = page.getOperatorList({ annotationMode: 0 });
      if (await list.then(() => false, isAboutPicture)) found.add(number);
      page.cleanup();
    }
  } catch {
    // A file that is broken further on was read as far as it goes.
  } finally {
    await task.destroy().catch(() => undefined);
  }
  return found;
}

const isAboutPicture = (thrown: unknown): boolean =>
  thrown instanceof Error && /image exceeded/i.test(thrown.message);
