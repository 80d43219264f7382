import type { SourceFile } from '#data/formats/import/format.ts';
import type { PictureReader } from '#data/formats/import/picture-reader.ts';
import { Scanned } from '#data/formats/import/ocr/scanned.ts';
import { pageDrawer } from './draw-pages.ts';
import type { PageProgress } from './page-progress.ts';

/**
 * Reads the words of pages that are pictures (by number from 1). A page that cannot be drawn stays one without
 * text; what the reader throws goes on.
 */
export async function readScans(
  file: SourceFile,
  password: string | undefined,
  numbers: readonly number[],
  reader: PictureReader,
  progress: PageProgress,
): Promise<Scanned> {
  const scanned = new Scanned();
  progress.expect(numbers.length);
  const drawer = await pageDrawer(file, password);
  try {
    for (const number of numbers) {
      const page = await drawer.draw(number).catch(() => undefined);
      progress.within(0.05);
      if (page) {
        const within = (share: number): void => progress.within(0.05 + 0.95 * share);
        scanned.add(number, await reader.read(page.picture, within), page.width);
      }
      progress.pageRead();
    }
    return scanned;
  } finally {
    await drawer.close();
  }
}
