import type { AnchorRange } from '#data/text/reanchor/reanchor.ts';
import { randomFrom, Writer, type Language } from './languages.ts';

/** A character and where it comes from in the first text; -1: it is new. */
interface Unit {
  character: string;
  from: number;
}

/** A text, its edited version, and where each character of it comes from. */
export interface EditedText {
  older: string;
  newer: string;
  /** By code unit of the newer text: the code unit of the older one it was, or -1. */
  origins: Int32Array;
  anchors: AnchorRange[];
}

/** What is done to a text. */
export const editKinds = [
  'nothing',
  'insertions',
  'deletions',
  'moves',
  'copies',
  'changes',
  'noise',
  'reflow',
  'repeats',
  'everything',
] as const;
export type EditKind = (typeof editKinds)[number];

export interface Wish {
  language: Language;
  kind: EditKind;
  seed: number;
  /** Paragraphs of the text. */
  paragraphs?: number;
  anchors?: number;
}

/** Makes a text with anchors and edits it; the same wish gives the same text. */
export function editedText({
  language,
  kind,
  seed,
  paragraphs = 14,
  anchors = 24,
}: Wish): EditedText {
  const random = randomFrom(seed * 7919 + kind.length * 31 + language.charCodeAt(0));
  const writer = new Writer(language, random);
  const hasRepeats = kind === 'repeats' || kind === 'everything';
  const older = textOf(writer, random, paragraphs, hasRepeats);
  const ranges = rangesIn(older, random, anchors);
  const editor = new Editor(older, writer, random);
  editor.edit(kind, ranges);
  return { older, ...editor.result(), anchors: ranges };
}

function textOf(writer: Writer, random: () => number, count: number, hasRepeats: boolean): string {
  const phrase = writer.words(3);
  const boilerplate = writer.sentence();
  const paragraphs = Array.from({ length: count }, () => {
    const own = writer.paragraph();
    if (!hasRepeats) return own;
    const at = own.indexOf(writer.gap || writer.word(), 10);
    const cut = at < 0 ? own.length : at;
    const words = `${own.slice(0, cut)}${writer.gap}${phrase}${own.slice(cut)}`;
    return random() < 0.4 ? words + boilerplate : words;
  });
  if (hasRepeats) {
    const again = paragraphs[1] ?? '';
    for (let n = 0; n < 3; n++) paragraphs.splice(Math.floor(random() * count), 0, again);
  }
  return paragraphs.join('\n');
}

/** Words here and there: one word, some, a sentence; the first and the last; overlapping, and the repeated ones. */
function rangesIn(text: string, random: () => number, count: number): AnchorRange[] {
  const edges = [...text.matchAll(/[^\s.。!]+/gu)].map((one) => [
    one.index,
    one.index + one[0].length,
  ]);
  const pick = (n: number) => Math.max(0, Math.min(edges.length - 1, n));
  const range = (first: number, words: number) => ({
    start: edges[pick(first)]?.[0] ?? 0,
    end: edges[pick(first + words - 1)]?.[1] ?? text.length,
  });
  const sizes = [1, 1, 2, 3, 5, 9, 30];
  const some = Array.from({ length: count - 2 }, (_, at) =>
    range(Math.floor(random() * edges.length), sizes[at % sizes.length] ?? 1),
  );
  const all = [range(0, 2), ...some, range(edges.length - 2, 2)];
  return all.filter(({ start, end }) => end > start).map((one, at) => ({ id: `h${at}`, ...one }));
}

/** Edits a text, and knows of every character where it comes from. */
class Editor {
  #units: Unit[];
  readonly #writer: Writer;
  readonly #random: () => number;

  constructor(text: string, writer: Writer, random: () => number) {
    let from = 0;
    this.#units = [...text].map((character) => {
      const unit = { character, from };
      from += character.length;
      return unit;
    });
    this.#writer = writer;
    this.#random = random;
  }

  result(): Pick<EditedText, 'newer' | 'origins'> {
    const origins = this.#units.flatMap(({ character, from }) =>
      Array.from({ length: character.length }, (_, at) => (from < 0 ? -1 : from + at)),
    );
    return {
      newer: this.#units.map(({ character }) => character).join(''),
      origins: Int32Array.from(origins),
    };
  }

  edit(kind: EditKind, ranges: readonly AnchorRange[]): void {
    const times = (most: number, edit: () => void): void => {
      for (let n = 1 + Math.floor(this.#random() * most); n > 0; n--) edit();
    };
    const does = (...kinds: EditKind[]): boolean => kind === 'everything' || kinds.includes(kind);
    if (does('deletions', 'repeats')) times(3, () => this.#delete());
    if (does('moves', 'repeats')) times(2, () => this.#move());
    if (kind === 'copies') times(2, () => this.#copy());
    if (does('insertions', 'repeats')) times(4, () => this.#insert());
    if (does('changes')) times(8, () => this.#change(ranges));
    if (does('noise')) this.#noise(kind === 'noise' ? 0.04 : 0.005);
    if (does('reflow')) this.#reflow();
  }

  #at(): number {
    return Math.floor(this.#random() * (this.#units.length + 1));
  }

  #new(text: string): Unit[] {
    return [...text].map((character) => ({ character, from: -1 }));
  }

  /** Bounds of the paragraph or (half of the time) the sentence at a place. */
  #piece(): [start: number, end: number] {
    const stops = this.#random() < 0.5 ? '\n' : '\n.。!';
    const isStop = (at: number): boolean => stops.includes(this.#units[at]?.character ?? '\n');
    let start = this.#at();
    while (start > 0 && !isStop(start - 1)) start--;
    let end = start;
    while (end < this.#units.length && !isStop(end)) end++;
    return [start, Math.min(end + 1, this.#units.length)];
  }

  #delete(): void {
    const [start, end] = this.#piece();
    this.#units.splice(start, end - start);
  }

  #move(): void {
    const [start, end] = this.#piece();
    const piece = this.#units.splice(start, end - start);
    this.#units.splice(this.#piece()[0], 0, ...piece);
  }

  #copy(): void {
    const [start, end] = this.#piece();
    const copy = this.#units.slice(start, end).map((unit) => ({ ...unit, from: -1 }));
    this.#units.splice(this.#piece()[0], 0, ...copy);
  }

  #insert(): void {
    const isWord = this.#random() < 0.4;
    const text = isWord ? this.#writer.word() + this.#writer.gap : this.#writer.sentence();
    this.#units.splice(isWord ? this.#wordStart() : this.#piece()[0], 0, ...this.#new(text));
  }

  #wordStart(): number {
    let at = this.#at();
    while (at > 0 && this.#units[at - 1]?.character !== ' ') at--;
    return at;
  }

  /** Another word within what is marked. */
  #change(ranges: readonly AnchorRange[]): void {
    const range = ranges[Math.floor(this.#random() * ranges.length)];
    if (!range) return;
    const inside = this.#units.findIndex(
      ({ from }) => from >= range.start + Math.floor(this.#random() * (range.end - range.start)),
    );
    let start = inside;
    const isLetter = (at: number): boolean =>
      /[\p{L}\p{M}\u200c]/u.test(this.#units[at]?.character ?? '');
    while (start > 0 && isLetter(start - 1)) start--;
    let end = inside;
    while (isLetter(end) && end - start < 12) end++;
    if (inside < 0 || end <= start) return;
    const word = this.#writer.word();
    const old = this.#units
      .slice(start, end)
      .map(({ character }) => character)
      .join('');
    if (word !== old) this.#units.splice(start, end - start, ...this.#new(word));
  }

  /** Letters read wrongly, lost and put in. */
  #noise(part: number): void {
    this.#units = this.#units.flatMap((unit) => {
      if (this.#random() >= part) return [unit];
      const how = this.#random();
      if (how < 0.2) return [];
      const character = [...this.#writer.word()][0] ?? 'x';
      if (character === unit.character) return [unit];
      return how < 0.35 ? [unit, { character, from: -1 }] : [{ character, from: -1 }];
    });
  }

  /** Other line ends, and other forms of blanks. */
  #reflow(): void {
    this.#units = this.#units.flatMap((unit) => {
      if (unit.character !== ' ') return [unit];
      const how = this.#random();
      if (how < 0.1) return [{ ...unit, character: '\n' }];
      if (how < 0.15) return [unit, { character: ' ', from: -1 }];
      return how < 0.2 ? [{ ...unit, character: '\u00a0' }] : [unit];
    });
  }
}
