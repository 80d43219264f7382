import type { TextMark } from '../../text/working-text.ts';
import type { Place } from './block-writer.ts';

/** Most marks of a text: no text has more. */
const MOST = 200_000;

/** A mark whose places are known once the text is whole. */
export interface OpenMark {
  kind: TextMark['kind'];
  from: Place;
  to: Place;
  address?: string;
  /** Where the note of an anchor begins. */
  note?: Place;
  reading?: string;
}

/** Collects the marks of a text that is being written. */
export class MarkList {
  readonly #marks: OpenMark[] = [];

  /** Marks must be added in the order in which they begin: of two over the same words the outer one first. */
  add(mark: OpenMark): void {
    if (this.#marks.length < MOST) this.#marks.push(mark);
  }

  /** Whether no more are kept. */
  get isFull(): boolean {
    return this.#marks.length >= MOST;
  }

  /** All marks in reading order, once the text is whole; those without words are none. */
  finish(text: string): TextMark[] {
    return this.#marks
      .map(({ kind, from, to, address, note, reading }): TextMark => {
        const range = wordsIn(text, from.offset, to.offset);
        return {
          ...range,
          kind,
          ...(address !== undefined && { address }),
          ...(note && { to: Math.min(note.offset, text.length) }),
          ...(reading !== undefined && { reading }),
        };
      })
      .filter(({ start, end }) => start < end)
      .sort((one, other) => one.start - other.start || other.end - one.end);
  }
}

/** White space that is looked past at the edges of a mark: more of it has no words in it worth a mark. */
const MOST_BLANKS = 64;

/** A range without the white space at its edges; empty when there is nothing else in it. */
function wordsIn(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = Math.min(to, text.length);
  while (start < end && start - from < MOST_BLANKS && isBlank(text, start)) start++;
  while (start < end && to - end < MOST_BLANKS && isBlank(text, end - 1)) end--;
  return start < end && isBlank(text, start) ? { start, end: start } : { start, end };
}

const isBlank = (text: string, at: number): boolean => text.charAt(at).trim() === '';
