import type { RelationStatus } from '../../../model/relation.ts';
import { groupBy } from '../../../queries/group.ts';
import { cleanLine } from '../clean.ts';
import { lineOf } from './draw-edges.ts';
import { LETTERS, WIDTH, type TypeStyle } from './figure-parts.ts';
import { nodeShape } from './node-shapes.ts';
import { element, words } from './svg.ts';
import { linesWithin, widthOfText } from './text-width.ts';

const SIZE = LETTERS.legend;
const ROW = 17;
/** Distance of the lines of one entry. */
const LINE = 13;
const SAMPLE = 26;
/** Between a sample and its words, and between two entries. */
const [GAP, APART] = [5, 12];
/** Room for the words of one entry in a line: two of the longest stand side by side. */
const LONGEST = WIDTH / 2 - SAMPLE - GAP - APART;
/** A name that takes more lines than this is cut; its whole stands in the element's title. */
const MOST_LINES = 4;

/** What the figure uses, each with the style it is drawn in. */
export interface LegendParts {
  nodes: readonly TypeStyle[];
  relations: readonly TypeStyle[];
  statuses: readonly RelationStatus[];
  /** Whether some edge is wider than another. */
  widths: boolean;
}

/** One entry: a sample at the left, beside it words, or the names of what looks alike. */
interface Entry {
  draw(x: number, y: number): string;
  names: readonly string[];
}

/** The legend of what the drawing uses, in rows from its own top on, and how high it is. */
export function legend(parts: LegendParts): { svg: string; height: number } {
  const rows = [
    parts.nodes.map(nodeEntry),
    byColour(parts.relations).map(relationEntry),
    [...statusEntries(parts.statuses), ...widthEntries(parts.widths)],
  ];
  let y = ROW / 2;
  let svg = '';
  for (const entries of rows.filter((row) => row.length > 0)) {
    const flowed = flow(entries, y);
    svg += flowed.svg;
    y = flowed.bottom + 3;
  }
  return { svg, height: y - ROW / 2 };
}

function flow(entries: readonly Entry[], top: number): { svg: string; bottom: number } {
  let [x, y, high, svg] = [0, top, 0, ''];
  for (const entry of entries) {
    const { lines, whole } = linesOfNames(entry.names);
    const wide = Math.max(...lines.map((line) => widthOfText(line, SIZE))) + SAMPLE + GAP + APART;
    if (x > 0 && x + wide - APART > WIDTH) [x, y, high] = [0, y + high, 0];
    svg += entry.draw(x, y) + wordsAt(x + SAMPLE + GAP, y + 3, lines, whole);
    x += wide;
    high = Math.max(high, ROW + (lines.length - 1) * LINE);
  }
  return { svg, bottom: y + high };
}

/** Names in lines; `whole` is what they are when one had to be cut. */
function linesOfNames(names: readonly string[]): { lines: string[]; whole?: string } {
  const all = names.map(cleanLine);
  const cut = all.map(shortened);
  const lines = linesWithin(cut.join(' · '), LONGEST, SIZE);
  return cut.join() === all.join() ? { lines } : { lines, whole: all.join(' · ') };
}

function shortened(name: string): string {
  const lines = linesWithin(name, LONGEST, SIZE);
  if (lines.length <= MOST_LINES) return name;
  const kept = lines.slice(0, MOST_LINES).join(' ');
  return `${[...kept].slice(0, -1).join('').trimEnd()}…`;
}

function wordsAt(x: number, y: number, lines: readonly string[], whole?: string): string {
  const title = whole === undefined ? [] : [element('title', {}, words(whole))];
  const spans = lines.map((line, n) => element('tspan', { x, y: y + n * LINE }, words(line)));
  const paint = { 'font-size': SIZE, fill: '#3b3f46' };
  return lines.length === 1 && whole === undefined
    ? element('text', { x, y, ...paint }, words(lines[0] ?? ''))
    : element('text', paint, ...title, ...spans);
}

function nodeEntry({ name, colour, shape = 'ellipse' }: TypeStyle): Entry {
  return {
    names: [name],
    draw: (x, y) => nodeShape(shape, { x: x + SAMPLE - 8, y, radius: 6, fill: colour }),
  };
}

function line(x: number, y: number, status: RelationStatus, colour: string, width = 1.6): string {
  return lineOf(`M${x},${y}L${x + SAMPLE},${y}`, status, width, colour);
}

function relationEntry({ names, colour }: Coloured): Entry {
  return { names, draw: (x, y) => line(x, y, 'asserted', colour, 2.2) };
}

function statusEntries(statuses: readonly RelationStatus[]): Entry[] {
  if (statuses.every((status) => status === 'asserted')) return [];
  return statuses.map((status) => ({
    names: [status],
    draw: (x, y) => line(x, y, status, '#3b3f46'),
  }));
}

function widthEntries(needed: boolean): Entry[] {
  if (!needed) return [];
  return [
    {
      names: ['the wider, the more independent origins'],
      draw: (x, y) => line(x, y, 'asserted', '#3b3f46', 2.9),
    },
  ];
}

/** Types of one colour. */
interface Coloured {
  names: string[];
  colour: string;
}

/** Types that share a colour share an entry: the legend promises no difference that is not there. */
function byColour(types: readonly TypeStyle[]): Coloured[] {
  const merged = groupBy(types, ({ colour }) => colour);
  return [...merged].map(([colour, own]) => ({ colour, names: own.map(({ name }) => name) }));
}
