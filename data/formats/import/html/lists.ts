import { roman } from '../numerals.ts';
import { attributeOf, childrenOf, hasAttribute, isElement, type PageElement } from './tree.ts';

/** Digits of scripts, as CSS names them. */
const DIGITS: Readonly<Record<string, number>> = {
  'arabic-indic': 0x660,
  persian: 0x6f0,
  devanagari: 0x966,
  bengali: 0x9e6,
  gurmukhi: 0xa66,
  gujarati: 0xae6,
  tamil: 0xbe6,
  telugu: 0xc66,
  kannada: 0xce6,
  malayalam: 0xd66,
  thai: 0xe50,
  lao: 0xed0,
  tibetan: 0xf20,
  myanmar: 0x1040,
  khmer: 0x17e0,
  mongolian: 0x1810,
};
const LETTERS: Readonly<Record<string, string>> = {
  'lower-alpha': 'abcdefghijklmnopqrstuvwxyz',
  'lower-latin': 'abcdefghijklmnopqrstuvwxyz',
  'upper-alpha': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'upper-latin': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  'lower-greek': 'αβγδεζηθικλμνξοπρστυφχψω',
};
const CJK = '〇一二三四五六七八九';
/** Attribute `type` of lists and items. */
const TYPES: Readonly<Record<string, string>> = {
  1: 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const UNNUMBERED = /^(?:none|disc|circle|square|disclosure-)/;

/** Counts the items of one list as a browser does. */
export class ListCounter {
  readonly #list: PageElement;
  #next: number;
  readonly #step: 1 | -1;

  constructor(list: PageElement) {
    this.#list = list;
    this.#step = hasAttribute(list, 'reversed') ? -1 : 1;
    const start = wholeNumber(attributeOf(list, 'start'));
    this.#next = start ?? (this.#step < 0 ? itemsOf(list) : 1);
  }

  /**
   * What stands in front of the next item; undefined for a mere sign or nothing. `marker`: what the style sheets
   * say of it, if they do.
   */
  numberOf(item: PageElement, marker: string): string | undefined {
    const value = wholeNumber(attributeOf(item, 'value')) ?? this.#next;
    this.#next = value + this.#step;
    const type = TYPES[attributeOf(item, 'type')] ?? TYPES[attributeOf(this.#list, 'type')];
    const style = marker || type || (this.#list.name === 'ol' ? 'decimal' : 'disc');
    return markerText(style, value);
  }
}

const itemsOf = (list: PageElement): number =>
  [...childrenOf(list)].filter((one) => isElement(one) && one.name === 'li').length;

function wholeNumber(text: string): number | undefined {
  const found = /^\s{0,8}([+-]?\d{1,9})/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

function markerText(style: string, value: number): string | undefined {
  const quoted = /^["']([^"']{1,40})["']/.exec(style)?.[1]?.trim();
  if (quoted !== undefined) return /[\p{L}\p{N}]/u.test(quoted) ? quoted : undefined;
  const name = style
    .split(/\s+/)
    .find((word) => word in LETTERS || word in DIGITS || KNOWN.test(word));
  if (name === undefined) return UNNUMBERED.test(style) ? undefined : `${value}.`;
  if (UNNUMBERED.test(name)) return undefined;
  return `${counted(name, value)}${/^cjk|^(?:simp|trad)-chinese|^japanese|^korean/.test(name) ? '、' : '.'}`;
}

const KNOWN =
  /^(?:none|disc|circle|square|decimal|decimal-leading-zero|(?:lower|upper)-roman|cjk-\S+|(?:simp|trad)-chinese\S*|japanese\S*)$/;

function counted(style: string, value: number): string {
  const letters = LETTERS[style];
  if (letters !== undefined && value > 0) return inLetters([...letters], value);
  const zero = DIGITS[style];
  if (zero !== undefined) {
    return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  }
  if (style.endsWith('-roman')) {
    return style.startsWith('upper') ? roman(value).toUpperCase() : roman(value);
  }
  if (/^(?:cjk-(?:decimal|ideographic)|(?:simp|trad)-chinese|japanese)/.test(style)) {
    return cjk(style, value);
  }
  const text = String(value);
  return style === 'decimal-leading-zero' && value >= 0 ? text.padStart(2, '0') : text;
}

function inLetters(letters: readonly string[], value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / letters.length)) {
    text = `${letters[(rest - 1) % letters.length]}${text}`;
  }
  return text;
}

/** Up to ninety-nine as it is spoken; beyond, figure by figure. */
function cjk(style: string, value: number): string {
  const figure = (digit: number): string => CJK[digit] ?? '';
  if (style === 'cjk-decimal' || value < 1 || value > 99) {
    return String(value).replace(/\d/g, (digit) => figure(Number(digit)));
  }
  if (value < 10) return figure(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? figure(tens) : ''}十${ones > 0 ? figure(ones) : ''}`;
}
