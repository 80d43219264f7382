import type { TextMark } from '../../../text/working-text.ts';
import type { BlockWriter, Place } from '../block-writer.ts';
import { MarkList, type OpenMark } from '../mark-list.ts';

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

/** Most places that notes may lead to, and how deep marks may nest: no text has more. */
const MOST = 200_000;
const DEEPEST = 64;
/** Longest address that is kept, in code units. */
const LONGEST_ADDRESS = 2000;
/** What stands for a note: “1”, “[12]”, “*”, “(a)”, raised or not. */
const NOTE_SIGN = /^[[(]?(?:\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[a-z]|[*†‡§]{1,3})[\])]?$/iu;

interface Open {
  name: string;
  mark: Omit<OpenMark, 'to'>;
  /** How many began before it: of two over the same words the outer one comes first. */
  order: number;
}

/** Follows the inline elements of a page: what is emphasised, raised, linked, and where its notes are. */
export class HtmlMarks {
  readonly #writer: BlockWriter;
  readonly #open: Open[] = [];
  readonly #done: { mark: OpenMark; order: number }[] = [];
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
    const mark = { kind, from: this.#writer.here(), ...(address && { address }) };
    this.#open.push({ name, mark, order: this.#begun++ });
  }

  end(name: string): void {
    const at = this.#open.findLastIndex((open) => open.name === name);
    for (const { mark, order } of at < 0 ? [] : this.#open.splice(at, 1)) {
      this.#done.push({ mark: { ...mark, to: this.#writer.there() }, order });
    }
  }

  /** Whether words stand higher or lower now. */
  get shift(): 'raised' | 'lowered' | undefined {
    const open = this.#open.findLast(({ name }) => name === 'sup' || name === 'sub');
    return open && (open.name === 'sup' ? 'raised' : 'lowered');
  }

  /** All marks in reading order, once the text is whole. */
  finish(text: string): TextMark[] {
    for (const { name } of [...this.#open].reverse()) this.end(name);
    const list = new MarkList();
    const sorted = this.#done.sort((one, other) => one.order - other.order);
    for (const { mark } of sorted) list.add(this.#link(mark, text));
    return list.finish(text);
  }

  /** A link within the page whose words are the sign of a note is its anchor. */
  #link({ address, ...mark }: OpenMark, text: string): OpenMark {
    if (address === undefined) return mark;
    const note = address.startsWith('#') ? this.#ids.get(address.slice(1)) : undefined;
    const sign = text.slice(mark.from.offset, mark.to.offset).slice(0, 10).trim();
    if (!note || !NOTE_SIGN.test(sign)) return { ...mark, address };
    return { ...mark, kind: 'note-anchor', note };
  }
}
