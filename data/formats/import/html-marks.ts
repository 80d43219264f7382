import type { TextMark } from '../../text/working-text.ts';
import type { BlockWriter, Place } from './block-writer.ts';

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
]);

/** Most marks of a page, most places that notes may lead to, and how deep marks may nest: no text has more. */
const MOST = 200_000;
const DEEPEST = 64;
/** Longest address that is kept, in code units. */
const LONGEST_ADDRESS = 2000;
/** What stands for a note: “1”, “[12]”, “*”, “(a)”. */
const NOTE_SIGN = /^[[(]?(?:\d{1,4}|[a-z]|[*†‡§]{1,3})[\])]?$/i;

interface Open {
  name: string;
  kind: TextMark['kind'];
  from: Place;
  /** How many began before it: of two over the same words the outer one comes first. */
  order: number;
  address?: string;
}

/** Follows the inline elements of a page: what is emphasised, raised, linked, and where its notes are. */
export class HtmlMarks {
  readonly #writer: BlockWriter;
  readonly #open: Open[] = [];
  readonly #done: (Open & { to: Place })[] = [];
  #begun = 0;
  /** Where the elements with an id begin. */
  readonly #ids = new Map<string, Place>();

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  start(name: string, attribute: (key: string) => string): void {
    const id = attribute('id') || (name === 'a' ? attribute('name') : '');
    if (id !== '' && this.#ids.size < MOST && !this.#ids.has(id)) {
      this.#ids.set(id, this.#writer.here());
    }
    const kind = KINDS.get(name);
    if (!kind || this.#open.length >= DEEPEST || this.#done.length >= MOST) return;
    if (name === 'a') this.end('a'); // a link in a link ends the first
    const address = name === 'a' ? attribute('href').trim().slice(0, LONGEST_ADDRESS) : '';
    if (name === 'a' && address === '') return;
    const open = { name, kind, from: this.#writer.here(), order: this.#begun++ };
    this.#open.push({ ...open, ...(address && { address }) });
  }

  end(name: string): void {
    const at = this.#open.findLastIndex((open) => open.name === name);
    for (const open of at < 0 ? [] : this.#open.splice(at, 1)) {
      this.#done.push({ ...open, to: this.#writer.there() });
    }
  }

  /** All marks in reading order, once the text is whole. */
  finish(text: string): TextMark[] {
    for (const { name } of [...this.#open].reverse()) this.end(name);
    return this.#done
      .sort((one, other) => one.order - other.order)
      .map(({ kind, from, to, address }) => {
        const mark: TextMark = { ...words(text, from.offset, to.offset), kind };
        return address === undefined ? mark : this.#link(mark, address, text);
      })
      .filter(({ start, end }) => start < end)
      .sort((one, other) => one.start - other.start || other.end - one.end);
  }

  /** A link within the page whose words are the sign of a note is its anchor. */
  #link(mark: TextMark, address: string, text: string): TextMark {
    const note = address.startsWith('#') ? this.#ids.get(address.slice(1)) : undefined;
    const sign = text.slice(mark.start, Math.min(mark.end, mark.start + 10));
    if (!note || !NOTE_SIGN.test(sign)) return { ...mark, address };
    return { ...mark, kind: 'note-anchor', to: Math.min(note.offset, text.length) };
  }
}

/** White space that is looked past at the edges of a mark: more of it has no words in it worth a mark. */
const MOST_BLANKS = 64;

/** A range without the white space at its edges; empty when there is nothing else in it. */
function words(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = Math.min(to, text.length);
  while (start < end && start - from < MOST_BLANKS && isBlank(text, start)) start++;
  while (start < end && to - end < MOST_BLANKS && isBlank(text, end - 1)) end--;
  return start < end && isBlank(text, start) ? { start, end: start } : { start, end };
}

const isBlank = (text: string, at: number): boolean => text.charAt(at).trim() === '';
