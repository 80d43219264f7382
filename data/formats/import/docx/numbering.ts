import { elementOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { formatNamed, type NumberFormat } from '../numerals.ts';
import { numberOf, switchOf, valueOf } from './properties.ts';

/** Levels of a list. */
export const LEVELS = 9;

/** How the items of one level are numbered. */
export interface Level {
  start: number;
  /** Undefined for a bullet, which is no number. */
  format: NumberFormat | undefined;
  /** `%1.%2.`: what stands around the numbers of this level and those above. */
  text: string;
  /** All numbers in plain figures. */
  isLegal: boolean;
  /** The level (counted from 1) whose items start it anew; 0: none does. By default any above. */
  restart?: number;
  /** Style whose paragraphs are of this level. */
  style?: string;
}

/** What a list is made after; lists that share one go on counting where the other stopped. */
export interface Pattern {
  id: string;
  levels: ReadonlyMap<number, Level>;
}

/** A list of a document. */
export interface List {
  pattern: Pattern;
  /** Levels of its own. */
  levels: ReadonlyMap<number, Level>;
  /** Levels that start anew at this number with the first item of the list. */
  starts: ReadonlyMap<number, number>;
}

/** The lists of a document by their ids; `listOfStyle`: the list that a style belongs to. */
export function readLists(
  root: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): ReadonlyMap<string, List> {
  const patterns = new Map<string, XmlElement>();
  const numbers = new Map<string, XmlElement>();
  for (const one of root ? elementsOf(root) : []) {
    if (one.name === 'w:abstractNum') patterns.set(one.attributes['w:abstractNumId'] ?? '', one);
    else if (one.name === 'w:num') numbers.set(one.attributes['w:numId'] ?? '', one);
  }
  /** A pattern, or that of the style which it only points to; pointing in circles leads nowhere. */
  const patternOf = (list: XmlElement, depth = 0): Pattern => {
    const id = valueOf(list, 'w:abstractNumId') ?? '';
    const found = patterns.get(id);
    const link = valueOf(found, 'w:numStyleLink');
    const other = link === undefined ? undefined : numbers.get(listOfStyle(link) ?? '');
    if (other && depth < LEVELS) return patternOf(other, depth + 1);
    return { id, levels: levelsOf(found) };
  };
  const known = new Map<string, Pattern>();
  return new Map(
    [...numbers].map(([id, list]) => {
      const key = valueOf(list, 'w:abstractNumId') ?? '';
      const pattern = known.get(key) ?? patternOf(list);
      known.set(key, pattern);
      return [id, listOf(list, pattern)];
    }),
  );
}

function listOf(list: XmlElement, pattern: Pattern): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of elementsOf(list, 'w:lvlOverride')) {
    const at = Number(override.attributes['w:ilvl'] ?? '0');
    const own = elementOf(override, 'w:lvl');
    if (own) levels.set(at, levelOf(own));
    const start = numberOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(at, start);
  }
  return { pattern, levels, starts };
}

function levelsOf(pattern: XmlElement | undefined): ReadonlyMap<number, Level> {
  const levels = pattern ? elementsOf(pattern, 'w:lvl') : [];
  return new Map(levels.map((one) => [Number(one.attributes['w:ilvl'] ?? '0'), levelOf(one)]));
}

function levelOf(level: XmlElement): Level {
  const restart = numberOf(level, 'w:lvlRestart');
  const style = valueOf(level, 'w:pStyle');
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format: formatOf(level),
    text: (valueOf(level, 'w:lvlText') ?? '').slice(0, 100),
    isLegal: switchOf(level, 'w:isLgl') ?? false,
    ...(restart !== undefined && { restart }),
    ...(style !== undefined && { style }),
  };
}

/** How the figures of a level are written; programs offer new ways beside one that all know. */
function formatOf(level: XmlElement): NumberFormat | undefined {
  const choice = elementOf(level, 'mc:AlternateContent');
  const found =
    elementOf(elementOf(choice, 'mc:Choice'), 'w:numFmt') ??
    elementOf(elementOf(choice, 'mc:Fallback'), 'w:numFmt') ??
    elementOf(level, 'w:numFmt');
  const name = found?.attributes['w:val'] ?? 'decimal';
  if (name === 'bullet') return undefined;
  const first = /^0*1(?=,|$)/.exec(found?.attributes['w:format'] ?? '')?.[0];
  if (name === 'custom' && first) return (value) => `${value}`.padStart(first.length, '0');
  return formatNamed(name);
}
