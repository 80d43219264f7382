import { Fence } from './fence.ts';

/** A note is `[^sign]: words`, and what stands below it further in. */
const NOTE = /^ {0,3}\[\^([^[\]\s]{1,100})\]:/;
const CALL = /\[\^([^[\]\s]{1,100})\]/g;

/**
 * The notes of a Markdown text. They are taken out of it, so that each can stand with the piece of the text that
 * calls it, by the number that it has in the whole.
 */
export class Notes {
  /** The text without its notes. One that nothing calls, or that has the sign of another, stays in it. */
  readonly rest: string;
  readonly #notes = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  constructor(markdown: string) {
    this.rest = markdown.includes('[^') ? this.#take(markdown.split('\n')) : markdown;
  }

  /** The notes that a piece is the first to call, as Markdown; they may call others. */
  calledIn(piece: string): string {
    const found: string[] = [];
    const queue = callsIn(piece);
    for (const sign of queue) {
      const note = this.#notes.get(sign);
      if (note === undefined) continue;
      this.#notes.delete(sign);
      this.#numbers.set(sign, this.#numbers.size + 1);
      found.push(note);
      queue.push(...callsIn(note));
    }
    return found.length === 0 ? '' : `\n\n${found.join('\n\n')}\n`;
  }

  /** The number of a note by its sign in small letters, once it was called. */
  numberOf(sign: string): number | undefined {
    return this.#numbers.get(sign);
  }

  #take(lines: readonly string[]): string {
    const called = new Set(callsIn(lines.map((line) => line.replace(NOTE, '')).join('\n')));
    const fence = new Fence();
    const rest: string[] = [];
    let open: { sign: string; lines: string[] } | undefined;
    for (const line of lines) {
      const isCode = fence.holds(line) && !open;
      const sign = isCode ? undefined : NOTE.exec(line)?.[1]?.toLowerCase();
      const goesOn = sign === undefined && open && isWithin(line, open.lines.at(-1) ?? '');
      if (goesOn) {
        open?.lines.push(line);
        continue;
      }
      this.#keep(open);
      open = undefined;
      if (sign === undefined) rest.push(line);
      else if (called.delete(sign)) open = { sign, lines: [line] };
      else rest.push('', `\\${line.trimStart()}`);
    }
    this.#keep(open);
    return rest.join('\n');
  }

  #keep(note: { sign: string; lines: string[] } | undefined): void {
    if (note) this.#notes.set(note.sign, note.lines.join('\n'));
  }
}

/** Whether a line belongs to the note above it: it is further in, or goes on without an empty line between. */
const isWithin = (line: string, above: string): boolean =>
  line.trim() === '' || /^(?: {4}|\t)/.test(line) || above.trim() !== '';

const callsIn = (text: string): string[] =>
  [...text.matchAll(CALL)].map(([, sign = '']) => sign.toLowerCase());
