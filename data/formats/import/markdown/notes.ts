import { Fence } from './fence.ts';

/** A note is `[^sign]: words`, and what stands below it further in. */
const NOTE = /^ {0,3}\[\^([^[\]\s]{1,100})\]:/;
const CALL = /(?<!\\)\[\^([^[\]\s]{1,100})\]/g;

/** What begins a block, and ends a note that it is not further in than. */
const BLOCK = /^ {0,3}(?:[#>|<=]|[-*+_~`]|\d{1,9}[.)])/;

/**
 * The notes of a Markdown text. They are taken out of it, so that each can stand with the piece of the text that
 * calls it, by the number that it has in the whole.
 */
export class Notes {
  /** The text without its notes; one that has the sign of another stays in it. */
  readonly rest: string;
  readonly #notes = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  constructor(markdown: string) {
    this.rest = markdown.includes('[^') ? this.#take(markdown.split('\n')) : markdown;
  }

  /** The notes that a piece may call, as Markdown; they may call others. */
  for(piece: string): string {
    const found = new Map<string, string>();
    const queue = callsIn(piece);
    for (const sign of queue) {
      const note = this.#notes.get(sign);
      if (note === undefined || found.has(sign)) continue;
      found.set(sign, note);
      queue.push(...callsIn(note));
    }
    return [...found.values()].join('\n\n');
  }

  /** A note was called and stands in the text; answers its number in the whole. */
  stands(sign: string): number {
    this.#notes.delete(sign);
    const number = this.#numbers.get(sign) ?? this.#numbers.size + 1;
    this.#numbers.set(sign, number);
    return number;
  }

  /** Takes the notes that nothing has called, as paragraphs with their signs. */
  takeLeft(): string {
    const left = [...this.#notes.values()].map(asWords).join('\n\n');
    this.#notes.clear();
    return left;
  }

  #take(lines: readonly string[]): string {
    const signs = new Set<string>();
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
      else if (signs.has(sign)) rest.push('', asWords(line));
      else {
        signs.add(sign);
        open = { sign, lines: [line] };
      }
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
  line.trim() === '' || /^(?: {4}|\t)/.test(line) || (above.trim() !== '' && !BLOCK.test(line));

/** A note as a paragraph that shows its sign. */
const asWords = (note: string): string => `\\${note.trimStart()}`;

const callsIn = (text: string): string[] =>
  [...text.matchAll(CALL)].map(([, sign = '']) => sign.toLowerCase());
