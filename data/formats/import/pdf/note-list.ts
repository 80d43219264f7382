import type { Place } from '../block-writer.ts';
import type { OpenMark } from '../mark-list.ts';

/** Pairs anchors with their notes, whichever of them is written first. */
export class NoteList {
  /** Where notes begin, by page and number. */
  readonly #notes = new Map<string, Place>();
  readonly #anchors: { mark: OpenMark; keys: string[]; isPower: boolean }[] = [];

  /** A note of that number begins here; without a page it is one for all of them. */
  begins(page: number | undefined, number: string, place: Place): void {
    const key = keyOf(page, number);
    if (!this.#notes.has(key)) this.#notes.set(key, place);
  }

  /** A raised sign that may lead to a note. `isPower`: or rather say how often to multiply. */
  anchor(mark: OpenMark, number: string, page: number, isPower: boolean): OpenMark {
    const keys = [keyOf(page, number), keyOf(undefined, number)];
    this.#anchors.push({ mark, keys, isPower });
    return mark;
  }

  /** Anchors lead to their notes once all is written. */
  settle(): void {
    const led = new Set<string>();
    const sorted = [...this.#anchors].sort((one, other) => +one.isPower - +other.isPower);
    for (const { mark, keys, isPower } of sorted) {
      const key = keys.find((one) => this.#notes.has(one));
      if (key === undefined || (isPower && led.has(key))) continue;
      led.add(key);
      Object.assign(mark, { kind: 'note-anchor', note: this.#notes.get(key) });
    }
  }
}

const keyOf = (page: number | undefined, number: string): string =>
  `${page ?? ''} ${number.replace(/[.)\]\s]/g, '')}`;

/** Whether a raised figure behind these words is more likely a power: 10³, 5 km². */
export const mayBePower = (before: string): boolean =>
  /(?:^|[^\p{L}\p{N}])(?:10|[kcdm]?m|ft|км|м)$/u.test(before.slice(-6));

/** Whether raised letters may be the number or the sign of a note. */
export const isNoteSign = (text: string): boolean =>
  /^(?:[\d\u0660-\u0669\u06f0-\u06f9*†‡§¶]{1,4}|[ivxl]{1,6}|[a-z])$/u.test(text);
