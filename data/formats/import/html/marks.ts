import type { TextMark } from '../../../text/working-text.ts';
import type { BlockWriter, Place } from '../block-writer.ts';
import { MarkList, type OpenMark } from '../mark-list.ts';
import { isNoteSign, noteId } from './notes.ts';
import { printedNumber, type PageStart } from './printed-pages.ts';
import { attributeOf, type PageElement } from './tree.ts';

/** Inline elements that say something of their words. */
const KINDS: ReadonlyMap<string, TextMark['kind']> = new Map([
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['a', 'link'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['ins', 'insertion'],
  ['del', 'deletion'],
  ['s', 'deletion'],
  ['strike', 'deletion'],
]);

/** Most marks, places that notes may lead to, and how deep marks may nest: no text has more. */
const MOST = 200_000;
const DEEPEST = 64;
/** Longest address, and longest reading, that is kept, in code units. */
const LONGEST_ADDRESS = 2000;
const LONGEST_READING = 200;

/** A mark whose end may still move. */
type Growing = OpenMark & { isOpen: boolean };

/** Follows the inline elements of a page: what is emphasised, raised, linked, and where its notes are. */
export class HtmlMarks {
  readonly #writer: BlockWriter;
  /** In the order in which they began: of two over the same words the outer one comes first. */
  readonly #marks: Growing[] = [];
  readonly #byElement = new Map<PageElement, Growing>();
  #depth = 0;
  /** Where the elements with an id begin. */
  readonly #ids = new Map<string, Place>();
  /** Pages of the printed edition, as the text says where they begin. */
  readonly pages: PageStart[] = [];

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  /** An element begins. `raised`: it stands higher or lower by the style of the page. */
  start(one: PageElement, raised?: 'superscript' | 'subscript'): void {
    const { name } = one;
    const id = attributeOf(one, 'id') || (name === 'a' ? attributeOf(one, 'name') : '');
    if (id !== '' && this.#ids.size < MOST && !this.#ids.has(id)) {
      this.#ids.set(id, this.#writer.here());
    }
    const page = printedNumber(one);
    if (page !== undefined && this.pages.length < MOST) {
      this.pages.push({ from: this.#writer.here(), number: page });
    }
    const kind = KINDS.get(name) ?? raised;
    if (!kind) return;
    const goesOn = one.again && this.#byElement.get(one.again);
    if (goesOn) goesOn.isOpen = true;
    else this.#begin(one, kind);
  }

  #begin(one: PageElement, kind: TextMark['kind']): void {
    if (this.#depth >= DEEPEST || this.#marks.length >= MOST) return;
    const address = kind === 'link' ? attributeOf(one, 'href').trim() : '';
    if (kind === 'link' && address === '') return;
    const from = this.#writer.here();
    const link = address && { address: address.slice(0, LONGEST_ADDRESS) };
    const mark = { kind, from, to: from, isOpen: true, ...link };
    this.#marks.push(mark);
    this.#byElement.set(one.again ?? one, mark);
    this.#depth++;
  }

  /** An element ends, or what it says of the words does. */
  end(one: PageElement): void {
    const mark = this.#byElement.get(one.again ?? one);
    if (!mark?.isOpen) return;
    mark.isOpen = false;
    mark.to = this.#writer.there();
    this.#depth = Math.max(0, this.#depth - 1);
  }

  /** Words that are read aloud in some way. */
  ruby(from: Place, to: Place, reading: string): void {
    if (reading === '' || this.#marks.length >= MOST) return;
    const short = reading.slice(0, LONGEST_READING);
    this.#marks.push({ kind: 'ruby', from, to, isOpen: false, reading: short });
  }

  /** Where the element with an id begins. */
  placeOf(id: string): Place | undefined {
    return this.#ids.get(id);
  }

  /** All marks in reading order, once the text is whole; `noteAt`: where an address leads in a larger text. */
  finish(
    text: string,
    noteAt = (address: string): Place | undefined => this.placeOf(noteId(address)),
  ): TextMark[] {
    const list = new MarkList();
    for (const { isOpen, ...mark } of this.#marks) {
      const to = isOpen ? this.#writer.there() : mark.to;
      list.add(linked({ ...mark, to }, text, noteAt));
    }
    return list.finish(text);
  }
}

/** A link within the text whose words are the sign of a note is its anchor. */
function linked(
  { address, ...mark }: OpenMark,
  text: string,
  noteAt: (address: string) => Place | undefined,
): OpenMark {
  if (address === undefined) return mark;
  const sign = text.slice(mark.from.offset, mark.to.offset).slice(0, 12).trim();
  const note = isNoteSign(sign) ? noteAt(address) : undefined;
  return note ? { ...mark, kind: 'note-anchor', note } : { ...mark, address };
}
