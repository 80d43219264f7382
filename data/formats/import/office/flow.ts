import type { RegionKind } from '../../../text/region-kinds.ts';
import { BlockWriter, type Gap, type Place, type Style } from '../block-writer.ts';
import { MarkList } from '../mark-list.ts';
import { raisedWords } from '../raised.ts';
import { LookMarks, type Look } from './look.ts';
import { partedWord } from './words-apart.ts';

/** Signs that start a line of their own within a paragraph. */
const LINE_SIGNS = /[\v\f\u0085\u2028\u2029]/g;
/** Notes, comments and boxes within each other: deeper nobody nests but to harm. */
const DEEPEST = 16;

/**
 * Writes the paragraphs of an office document: looks become marks, what is hidden or stands beside the text
 * becomes blocks behind the paragraph or table in which it is anchored, and words that were taken out never
 * run into those that stay.
 */
export class Flow {
  readonly writer = new BlockWriter();
  readonly marks = new MarkList();
  readonly #looks = new LookMarks(this.writer, this.marks);
  #style: Style = { kind: 'paragraph' };
  #isEmpty = true;
  /** Something was written that is no header. */
  #hasText = false;
  #last = '';
  #afterDeletion = false;
  /** The end of a paragraph was taken out here: words do not run into each other. */
  #isParted = false;
  /** Raised or lowered words that may go on in the next run. */
  #shifted: { text: string; look: Look } | undefined;
  /** Words that were taken out within a word: they come behind it. */
  #takenOut: { text: string; look: Look }[] = [];
  #hidden: string[] = [];
  #later: (() => void)[] = [];
  #rows = 0;
  #depth = 0;
  readonly #regions: (RegionKind | undefined)[] = [];

  /** What comes next begins a block that looks so; `gap`: how far it is from the one before, at least. */
  begin(style: Style, gap: Gap = '\n'): void {
    if (gap !== '\n') this.writer.end(gap);
    this.#style = style;
  }

  /** Adds words to the open block. */
  add(given: string, look: Look = {}): void {
    const text = given.replace(LINE_SIGNS, '\n');
    if (text === '') return;
    if (look.hidden) return void this.#hidden.push(text);
    if (look.change === 'deletion') return this.#takeOut(text, look);
    if (this.#takenOut.length === 0) return this.#put(text, look);
    const { head, tail } = partedWord(text);
    if (head !== '') this.#put(head, look);
    if (tail === '') return;
    this.#flushTakenOut();
    this.#put(tail, look);
  }

  /** The sign of a note; `note` becomes known when the note is written. */
  noteSign(sign: string, note: Place, look: Look = {}): void {
    this.settle();
    if (look.hidden) return;
    this.#looks.follow({});
    const from = this.writer.here();
    this.#write(raisedSign(sign, this.#last));
    this.#looks.add('note-anchor', from, { note });
  }

  /** Words with their reading, which is no part of the text. */
  ruby(base: string, reading: string, look: Look = {}): void {
    this.settle();
    if (look.hidden || base === '') return this.add(base, look);
    this.#looks.follow(look);
    const from = this.writer.here();
    this.#write(base);
    if (reading.trim() !== '')
      this.#looks.add('ruby', from, { reading: reading.trim().slice(0, 200) });
  }

  /** Ends the open block. What was anchored in it follows, unless a table is open. */
  end(gap: Gap = '\n'): void {
    this.settle();
    this.#looks.follow({});
    this.writer.end(gap);
    this.#isEmpty = true;
    this.#last = '';
    this.#afterDeletion = false;
    this.#isParted = false;
    if (this.#hidden.length > 0) {
      const hidden = this.#hidden.join('');
      this.#hidden = [];
      this.later(() => this.within('hidden', () => this.paragraph(hidden, { kind: 'paragraph' })));
    }
    this.#flushLater();
  }

  /** What parts the open paragraph from the next was taken out: its words go on in the open block. */
  goOn(): void {
    this.settle();
    this.#isParted = true;
  }

  /** How the open block looks. */
  get style(): Style {
    return this.#style;
  }

  /** A block of plain words. */
  paragraph(text: string, style: Style): void {
    this.begin(style);
    this.add(text);
    this.end();
  }

  /** A new page begins; there is none within a table, or before the first words. */
  pageBreak(): void {
    this.end();
    const { number: _, ...style } = this.#style;
    this.#style = style;
    if (this.#rows === 0 && this.#regions.at(-1) === undefined && this.#hasText)
      this.writer.pageBreak();
  }

  /** Writes something behind the open paragraph, or behind the table in which it stands. */
  later(write: () => void): void {
    if (this.#depth < DEEPEST) this.#later.push(write);
  }

  /** What is written meanwhile lies in a region. */
  within(region: RegionKind | undefined, write: () => void): void {
    if (region === undefined) return write();
    this.enter(region);
    write();
    this.leave();
  }

  /** From here to {@link leave}, the blocks lie in a region, or in that which they lay in before. */
  enter(region: RegionKind | undefined): void {
    this.#regions.push(region ?? this.#regions.at(-1));
  }

  leave(): void {
    this.#regions.pop();
  }

  /** A row of a table begins; `isSure`: a row of data, whatever its cells hold. */
  row(isSure: boolean): void {
    this.end();
    this.#rows++;
    this.writer.row(isSure);
  }

  cell(): void {
    this.end();
    this.writer.cell();
  }

  endRow(): void {
    this.end();
    this.writer.endRow();
    this.#rows = Math.max(0, this.#rows - 1);
    this.#flushLater();
  }

  /** Writes what waited for the words behind it. */
  settle(): void {
    this.#flushShifted();
    this.#flushTakenOut();
  }

  /** Whether the open block has no words yet. */
  get isEmpty(): boolean {
    return this.#isEmpty && !this.#shifted && this.#takenOut.length === 0;
  }

  #takeOut(text: string, look: Look): void {
    this.#flushShifted();
    const isWithin =
      !this.#afterDeletion && !this.#isParted && partedWord(this.#last.slice(-1)).head !== '';
    if (this.#takenOut.length > 0 || (isWithin && partedWord(text).head !== '')) {
      this.#takenOut.push({ text, look });
    } else this.#writeApart(text, look);
  }

  #flushTakenOut(): void {
    const some = this.#takenOut;
    this.#takenOut = [];
    for (const { text, look } of some) this.#writeApart(text, look);
  }

  #writeApart(text: string, look: Look): void {
    if ((!this.#afterDeletion || this.#isParted) && melts(this.#last, text)) {
      this.#looks.follow({});
      this.#space();
    }
    this.#looks.follow(look);
    this.#write(text);
    this.#afterDeletion = true;
  }

  #space(): void {
    if (!this.#isEmpty) this.#write(' ');
  }

  #put(text: string, look: Look): void {
    if (look.shift) {
      if (this.#shifted && this.#shifted.look.shift === look.shift) this.#shifted.text += text;
      else {
        this.#flushShifted();
        this.#shifted = { text, look };
      }
      return;
    }
    this.#flushShifted();
    if ((this.#afterDeletion || this.#isParted) && melts(this.#last, text)) {
      this.#looks.follow({});
      this.#space();
    }
    this.#looks.follow(look);
    this.#write(text);
  }

  #flushShifted(): void {
    const shifted = this.#shifted;
    this.#shifted = undefined;
    if (!shifted?.look.shift) return;
    const { text, look } = shifted;
    this.#looks.follow(look);
    this.#write(raisedWords(text, look.shift ?? 'raised', this.#last));
  }

  #write(text: string): void {
    const words = this.#isEmpty ? text.trimStart() : text;
    if (words === '') return;
    const region = this.#regions.at(-1);
    this.writer.words(words, region === undefined ? this.#style : { ...this.#style, region });
    this.#isEmpty = false;
    if (region === undefined) this.#hasText = true;
    this.#afterDeletion = false;
    this.#isParted = false;
    this.#last = words.slice(-2);
  }

  #flushLater(): void {
    if (this.#rows > 0 || this.#later.length === 0) return;
    const some = this.#later;
    this.#later = [];
    this.#depth++;
    for (const write of some) write();
    this.#depth--;
  }
}

/** Whether words would run into those before them. */
const melts = (before: string, words: string): boolean =>
  /^[\p{L}\p{N}]/u.test(words) && !/[\s([{“„«"'’‘]$/.test(before);

/** Small letters as they are raised in signs of notes; there is no raised q. */
const RAISED = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ-ʳˢᵗᵘᵛʷˣʸᶻ';

/** The sign of a note as characters that do not run into the word before it. */
function raisedSign(sign: string, before: string): string {
  const raised = raisedWords(sign, 'raised', before);
  if (raised !== sign || !/^[\p{L}\p{N}]/u.test(sign)) return raised;
  const letters = [...sign].map((one) => RAISED.charAt(one.charCodeAt(0) - 97));
  return letters.every((one) => one !== '' && one !== '-') ? letters.join('') : `[${sign}]`;
}
