import { formatNamed, columnLetters, type NumberFormat } from '../numerals.ts';
import { elementsOf, type XmlElement } from '../xml/xml-tree.ts';

/** How the items of a level are numbered. */
export interface ListLevel {
  /** Undefined for a bullet, and where there is no number. */
  format: NumberFormat | undefined;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels are shown, this one included. */
  shown: number;
}
/** Levels from 1. */
export type ListStyle = ReadonlyMap<number, ListLevel>;

/** Ways to number that are known, by how OpenDocument writes them; most are told by how they begin. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^1st/, 'ordinal'],
  [/^1/, 'decimal'],
  [/^i/, 'lowerRoman'],
  [/^I/, 'upperRoman'],
  [/^а/, 'russianLower'],
  [/^А/, 'russianUpper'],
  [/^一/, 'chineseCounting'],
  [/^أ, ب, ج|^ا, ب, ج/, 'arabicAbjad'],
  [/^[أا]/, 'arabicAlpha'],
  [/^①/, 'decimalEnclosedCircle'],
  [/^甲/, 'ideographTraditional'],
  [/^子/, 'ideographZodiac'],
  [/^ア/, 'aiueo'],
  [/^イ/, 'iroha'],
  [/^א/, 'hebrew2'],
  [/^１/, 'decimalFullWidth'],
];

/** The levels of a list style, or of the numbering of headings. */
export function listStyleOf(style: XmlElement): ListStyle {
  return new Map(
    elementsOf(style)
      .filter(({ name }) => /level-style/.test(name))
      .map((level) => [Number(level.attributes['text:level'] ?? '1'), levelOf(level)]),
  );
}

function levelOf({ name, attributes }: XmlElement): ListLevel {
  const isNumber = /-number$|outline-level-style$/.test(name);
  const format = attributes['style:num-format'] ?? '';
  return {
    format: isNumber ? formatOf(format, attributes['style:num-letter-sync'] === 'true') : undefined,
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, 30),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, 30),
    start: numberOf(attributes['text:start-value']) ?? 1,
    shown: Math.min(10, numberOf(attributes['text:display-levels']) ?? 1),
  };
}

function formatOf(format: string, isSynchronous: boolean): NumberFormat | undefined {
  if (format === '') return undefined;
  if (/^a$/i.test(format)) {
    const isUpper = format === 'A';
    if (isSynchronous) return formatNamed(isUpper ? 'upperLetter' : 'lowerLetter');
    return (value) => (isUpper ? columnLetters(value).toUpperCase() : columnLetters(value));
  }
  return formatNamed(FORMATS.find(([pattern]) => pattern.test(format))?.[1] ?? 'decimal');
}

/** A whole number in an attribute. */
export const numberOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

/** What stands before an item of a level; `values`: the numbers of all levels, from 1. */
export function shownNumber(
  style: ListStyle,
  at: number,
  values: readonly (number | undefined)[],
): string {
  const level = style.get(at);
  if (!level?.format) return '';
  const numbers: string[] = [];
  for (let place = Math.max(1, at - level.shown + 1); place <= at; place++) {
    const other = style.get(place);
    if (other?.format) numbers.push(other.format(values[place] ?? other.start));
  }
  return `${level.prefix}${numbers.join('.')}${level.suffix}`.trim().slice(0, 40).trim();
}
