import type { BlockWriter, Place } from '../block-writer.ts';
import type { MarkList } from '../mark-list.ts';

const STYLE = { kind: 'cue' } as const;
/** Tags of either kind, times within a cue, and commands of other programs; a sign that begins none stays. */
const TAG =
  /<\/?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt|span|p|br)(?:[. \t/][^<>]*)?>|<\d[\d:.]{0,20}>|\{\\[^{}]*\}/gi;
const MARKS = new Map<string, 'emphasis' | 'strong'>([
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['b', 'strong'],
  ['strong', 'strong'],
]);
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};
/** Longest reading that is kept, in code units. */
const LONGEST_READING = 200;
/** A line that somebody else says. */
const DASH = /^\s*[-–—]\s*\S/;

/** Writes the words of cues without their tags; what these say of the words goes into the marks. */
export class CueWriter {
  readonly #writer: BlockWriter;
  readonly #marks: MarkList;
  readonly #hasEntities: boolean;
  /** Words that have a reading above them, and that reading while it is told. */
  #base: Place | undefined;
  #reading: { to: Place; words: string } | undefined;

  constructor(writer: BlockWriter, marks: MarkList, hasEntities: boolean) {
    this.#writer = writer;
    this.#marks = marks;
    this.#hasEntities = hasEntities;
  }

  /** A cue as one block, or as one for each who speaks in it. Answers where it stands, if there are words in it. */
  write(lines: readonly string[]): { start: Place; end: Place } | undefined {
    if (lines.every((line) => line.replace(TAG, '').trim() === '')) return undefined;
    const start = this.#writer.here();
    let end = start;
    const open = new Map<string, Place>();
    lines.forEach((line, index) => {
      if (index > 0 && DASH.test(line)) this.#writer.end('\n');
      else this.#writer.space();
      this.#line(line, open);
      end = this.#writer.there();
    });
    this.#endReading();
    this.#base = undefined;
    for (const name of [...open.keys()]) this.#close(name, open);
    this.#writer.end('\n');
    return { start, end };
  }

  #line(line: string, open: Map<string, Place>): void {
    let done = 0;
    for (const { index, 0: tag } of line.matchAll(TAG)) {
      this.#words(line.slice(done, index));
      this.#tag(tag, open);
      done = index + tag.length;
    }
    this.#words(line.slice(done));
  }

  #tag(tag: string, open: Map<string, Place>): void {
    const [, slash = '', name = ''] = /^<(\/?)([a-z]+)/i.exec(tag.toLowerCase()) ?? [];
    if (name === 'br') this.#writer.space();
    else if (name === 'ruby' || name === 'rt') this.#ruby(name, slash === '');
    else if (name === 'v' && slash === '') this.#voice(tag);
    else if (MARKS.has(name) && slash !== '') this.#close(name, open);
    else if (MARKS.has(name) && !open.has(name)) open.set(name, this.#writer.here());
  }

  /** A reading stands in a mark over its words, never within them. */
  #ruby(name: string, isStart: boolean): void {
    this.#endReading();
    if (name === 'ruby') this.#base = isStart ? this.#writer.here() : undefined;
    else if (isStart && this.#base) this.#reading = { to: this.#writer.there(), words: '' };
  }

  #endReading(): void {
    const [from, reading] = [this.#base, this.#reading];
    this.#reading = undefined;
    if (!from || !reading) return;
    const words = reading.words.trim().slice(0, LONGEST_READING);
    if (words !== '') this.#marks.add({ kind: 'ruby', from, to: reading.to, reading: words });
    this.#base = this.#writer.here();
  }

  /** Who speaks stands before the words. */
  #voice(tag: string): void {
    const said = tag.slice(0, -1);
    const blank = said.search(/[ \t]/);
    const name = blank < 0 ? '' : said.slice(blank).trim();
    if (name === '') return;
    this.#words(` ${name}: `);
  }

  #close(name: string, open: Map<string, Place>): void {
    const from = open.get(name);
    const kind = MARKS.get(name);
    if (!from || !kind) return;
    open.delete(name);
    this.#marks.add({ kind, from, to: this.#writer.there() });
  }

  #words(raw: string): void {
    const text = this.#hasEntities
      ? raw.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
      : raw;
    if (this.#reading) {
      this.#reading.words += text;
      return;
    }
    text.split(/[\s\u2028\u2029]/).forEach((word, index) => {
      if (index > 0) this.#writer.space();
      this.#writer.words(word, STYLE);
    });
  }
}
