import type { Place } from '../block-writer.ts';
import type { OpenMark } from '../mark-list.ts';

/** Pairs anchors with their notes, whichever of them is written first. */
export class NoteList {
  /** Where notes begin, by page and number. */
  readonly #notes = new Map<string, Place>();
  readonly #anchors: { mark: OpenMark; key: string }[] = [];

  /** A note of that number begins here. */
  begins(page: number, number: string, place: Place): void {
    this.#notes.set(keyOf(page, number), place);
  }

  /** A raised sign that may lead to a note of its page. */
  anchor(mark: OpenMark, number: string, page: number): OpenMark {
    this.#anchors.push({ mark, key: keyOf(page, number) });
    return mark;
  }

  /** Anchors lead to their notes once all is written. */
  settle(): void {
    for (const { mark, key } of this.#anchors) {
      const note = this.#notes.get(key);
      if (note) Object.assign(mark, { kind: 'note-anchor', note });
    }
  }
}

const keyOf = (page: number, number: string): string => `${page} ${number.replace(/[.)\s]/g, '')}`;
