import type { ShownBlock, TextMark, TextPage } from '../../../text/working-text.ts';
import type { Place } from '../block-writer.ts';
import { noteId } from '../html/notes.ts';
import { pagesOf, type PageStart } from '../html/printed-pages.ts';
import type { WrittenChapter } from './chapter.ts';
import type { PageReference } from './contents.ts';
import { pathIn } from './paths.ts';

/** A chapter in its book. */
export interface BookChapter extends WrittenChapter {
  path: string;
  /** It is the list of contents. */
  isNav: boolean;
}

/** Finds the places in a book that are referred to from anywhere in it, once its text is whole. */
export class BookPlaces {
  readonly #chapters: readonly BookChapter[];
  readonly #byPath = new Map<string, BookChapter>();

  constructor(chapters: readonly BookChapter[]) {
    this.#chapters = chapters;
    for (const one of chapters) if (!this.#byPath.has(one.path)) this.#byPath.set(one.path, one);
  }

  /** The marks of all chapters; blocks that a sign in a chapter before leads to become notes. */
  marks(text: string, blocks: readonly ShownBlock[]): TextMark[] {
    const notes = new Map<number, string>();
    const marks = this.#chapters.flatMap((chapter) => {
      const own = chapter.reader.marks.finish(text, (address) => this.#noteAt(address, chapter));
      for (const { kind, start, end, to = 0 } of own) {
        const isAway = kind === 'note-anchor' && to >= chapter.end.offset;
        if (isAway) notes.set(to, bare(text.slice(start, end)));
      }
      return own;
    });
    for (const block of blocks) {
      const sign = notes.get(block.start);
      if (sign === undefined || !/^(?:paragraph|list-item)$/.test(block.kind)) continue;
      const words = block.number ?? text.slice(block.start, block.start + 12);
      if (bare(words).startsWith(sign)) block.kind = 'footnote';
    }
    return marks;
  }

  /** Where a sign leads that may be one of a note: not back into a chapter before, nor to a chapter as a whole. */
  #noteAt(address: string, { path, start, isNav }: BookChapter): Place | undefined {
    const id = noteId(address);
    if (id === '') return undefined;
    const place = this.#placeOf(address.startsWith('#') ? path : pathIn(path, address), id);
    return place && !isNav && place.offset >= start.offset ? place : undefined;
  }

  /** The printed pages: as the book lists them, else as its text says. */
  pages(text: string, listed: readonly PageReference[]): TextPage[] {
    const starts = listed.flatMap(({ path, id, number }): PageStart[] => {
      const from = this.#placeOf(path, id);
      return from ? [{ from, number }] : [];
    });
    const written = this.#chapters.flatMap(({ reader }) => reader.marks.pages);
    return pagesOf(starts.length > 0 ? starts : written, text);
  }

  #placeOf(path: string, id: string): Place | undefined {
    const chapter = this.#byPath.get(path);
    return id === '' ? chapter?.start : chapter?.reader.marks.placeOf(id);
  }
}

/** A sign or a number without what stands around it, raised or not. */
const bare = (words: string): string => words.normalize('NFKC').replace(/[\s()[\].]/g, '');
