import type { Recognised } from '../../../model/reading.ts';
import type { PageLayout } from '../pdf/page-layout.ts';
import { meanConfidence } from './noise.ts';
import type { PictureReader, ReadPicture } from '../picture-reader.ts';
import { scanLayout } from './scan-layout.ts';

/** Gathers what was read of the pictures of a document, page by page. */
export class Scanned {
  readonly layouts = new Map<number, PageLayout>();
  readonly #words: { text: string; confidence: number }[] = [];

  /** What was read on a page (from 1), which is so wide in points of 1/72 inch. A page without words counts as unread. */
  add(page: number, read: ReadPicture, width: number): void {
    const words = read.columns.flat().flatMap((line) => line.words);
    if (words.length === 0) return;
    for (const { text, confidence } of words) this.#words.push({ text, confidence });
    this.layouts.set(page, scanLayout(read, page - 1, width));
  }

  /** How it was read, if any of it was. */
  told({ languages, by }: PictureReader): { recognised?: Recognised } {
    const pages = [...this.layouts.keys()].sort((one, other) => one - other);
    if (pages.length === 0) return {};
    const confidence = Math.round(meanConfidence(this.#words));
    return { recognised: { languages: [...languages], pages, confidence, by } };
  }
}
