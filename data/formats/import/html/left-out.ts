import type { LeftOut, LeftOutKind } from '../../../model/reading.ts';
import { attributeOf, wordsOf, type PageElement } from './tree.ts';

/** Elements that are no text to a reader, and what they are. */
const KINDS: ReadonlyMap<string, LeftOutKind> = new Map<string, LeftOutKind>([
  ['script', 'script'],
  ['style', 'style'],
  ...['iframe', 'object', 'applet', 'embed', 'frame', 'noembed', 'noframes', 'portal'].map(
    (name): [string, LeftOutKind] => [name, 'embed'],
  ),
  ['input', 'control'],
  ['datalist', 'control'],
  ...['svg', 'canvas', 'img', 'image'].map((name): [string, LeftOutKind] => [name, 'picture']),
  ['audio', 'media'],
  ['video', 'media'],
  ['template', 'other'],
]);

/** Longest text of one element that is counted. */
const LONGEST = 20 * 1024 * 1024;

/** What of a page is no part of its text: counted, so that it can be told. */
export class HtmlLeftOut {
  #characters = 0;
  readonly #what = new Set<LeftOutKind>();

  /** Whether an element is left out, with all that is in it. */
  static leaves({ name }: PageElement): boolean {
    return KINDS.has(name);
  }

  add(one: PageElement): void {
    const kind = KINDS.get(one.name) ?? 'other';
    if (kind === 'control' && attributeOf(one, 'type').toLowerCase() === 'hidden') return;
    this.#what.add(kind);
    const words = kind === 'picture' ? attributeOf(one, 'alt') : attributeOf(one, 'srcdoc');
    this.#characters += words.length + wordsOf(one, LONGEST).length;
  }

  /** Words that have no place in the text. */
  words(kind: LeftOutKind, words: string): void {
    if (words === '') return;
    this.#what.add(kind);
    this.#characters += words.length;
  }

  get found(): LeftOut {
    return { characters: this.#characters, what: [...this.#what].sort() };
  }
}
