import { COUNTED } from '../numeral-signs.ts';
import { roman } from '../numerals.ts';
import type { Line } from './line.ts';

/** The number in front of a line, as the number of an item of a list is written. */
export interface Marker {
  text: string;
  /** Code units of it, with the space behind it. */
  length: number;
  /** What it may be: the kind of list that counts so, and how far it has come. */
  readings: { list: string; value: number }[];
}

const LATIN = /^(\(?)([\d\u0660-\u0669\u06f0-\u06f9]{1,3}|[a-zа-я]|[ivxl]{1,6})([.)])\s+(?=\S)/iu;
const DECIMAL = /^((?:\d{1,2}\.){1,3})(\d{1,2})(\.?)\s+(?=\S)/u;
const CHINESE = /^([（(]?)([一二三四五六七八九十]{1,3}|\d{1,2})([、．）])\s*(?=\S)/u;
/** What stands far in front of a line and is its number, sign or bullet. */
const APART =
  /^[(（]?(?:\p{Nd}{1,3}|\p{L}|[ivxl]{1,6}|[一二三四五六七八九十]{1,3})[.)）、]?$|^\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){1,3}\.?$|^[*†‡§¶]{1,4}$|^[•◦▪■□●○‣⁃▸►➢✓✔❖·–—-]$/u;
const TEN = '十';
/** Widest gap (in sizes) between a sign and its line. */
const WIDEST = 5;

/** The number that a line begins with; undefined when it has none. */
export function markerOf({ text }: Pick<Line, 'text'>): Marker | undefined {
  const decimal = DECIMAL.exec(text);
  const found = decimal ?? LATIN.exec(text) ?? CHINESE.exec(text);
  if (!found) return undefined;
  const [whole, before = '', number = '', behind = ''] = found;
  const readings = readingsOf(number).map(([kind, value]) => ({
    list: `${before}${kind}${behind}`,
    value,
  }));
  return { text: whole.trim(), length: whole.length, readings };
}

/** Whether a line is parted in two, and the first of them is a number, a sign or a bullet of the other. */
export function isMarked({ pieces, size }: Line): boolean {
  const [first, second, ...others] = pieces;
  if (!first || !second || others.length > 0 || !APART.test(first.text.trim())) return false;
  const gap = Math.max(second.x0 - first.x1, first.x0 - second.x1);
  return gap < WIDEST * size && /\p{L}{2}|\p{Lo}/u.test(second.text);
}

function readingsOf(number: string): [kind: string, value: number][] {
  if (/^\p{Nd}+$/u.test(number)) return [['1', numberOf(number)]];
  if (`${COUNTED.figures}${TEN}`.includes(number.charAt(0))) {
    return [['一', chineseOf(number)]];
  }
  const isUpper = number === number.toUpperCase();
  const plain = number.toLowerCase();
  const kind = isUpper ? 'A' : 'a';
  const readings: [string, number][] = [];
  if (plain.length === 1) readings.push([kind, plain.charCodeAt(0)]);
  const value = ROMAN.get(plain);
  if (value !== undefined) readings.push([isUpper ? 'I' : 'i', value]);
  return readings;
}

/** Roman numbers that lists come to. */
const ROMAN = new Map(Array.from({ length: 60 }, (_, at) => [roman(at + 1), at + 1]));

/** A number in the digits of any script that has them in order. */
function numberOf(digits: string): number {
  return [...digits].reduce((value, digit) => value * 10 + (digit.charCodeAt(0) & 15), 0);
}

function chineseOf(number: string): number {
  const figure = (sign = ''): number => Math.max(0, COUNTED.figures.indexOf(sign || '\0'));
  const [before, after] = number.split(TEN);
  return after === undefined ? figure(before) : 10 * (figure(before) || 1) + figure(after);
}
