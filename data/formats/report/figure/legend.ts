import { groupBy } from '../../../queries/group.ts';
import type { ActorEntry, Legend, LineEntry } from '../../../scene/legend.ts';
import { linesWithin } from '../../../scene/lines.ts';
import { broadest } from '../../../scene/measure.ts';
import { hullOf } from '../../../scene/hull.ts';
import {
  AREA,
  areaPaint,
  arrowOf,
  bodySize,
  inTheme,
  lineWidth,
  sizeMeasures,
  THICKER,
} from '../../../scene/meaning.ts';
import type { Body } from '../../../scene/body.ts';
import { cleanLine } from '../clean.ts';
import { drawEdge, type Line } from './draw-edge.ts';
import { drawArea } from './draw-hull.ts';
import { drawShape } from './draw-node.ts';
import { LEAST_LETTERS, paper, WIDTH } from './paper.ts';
import { element, words } from './svg.ts';

const SIZE = LEAST_LETTERS;
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
/** Size of a sample node, and width of a sample line. */
const [ACROSS, WIDE] = [12, 1.7];

/** One entry: a sample at the left, beside it words, or the names of what looks alike. */
interface Entry {
  draw(x: number, y: number): string;
  names: readonly string[];
}

/** The legend of a drawing, in rows from its own top on, and how high it is. */
export function drawLegend(legend: Legend): { svg: string; height: number } {
  const rows = [
    legend.actors.map(actorEntry),
    byColour(legend.relations),
    [...legend.statuses.map(statusEntry), ...widthEntries(legend), ...sizeEntries(legend)],
    areaEntries(legend),
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
    const wide = Math.max(...lines.map(widthOf)) + SAMPLE + GAP + APART;
    if (x > 0 && x + wide - APART > WIDTH) [x, y, high] = [0, y + high, 0];
    svg += entry.draw(x, y) + wordsAt(x + SAMPLE + GAP, y + 3, lines, whole);
    x += wide;
    high = Math.max(high, ROW + (lines.length - 1) * LINE);
  }
  return { svg, bottom: y + high };
}

const widthOf = (text: string): number => broadest(text, SIZE, 400);
const wrapped = (text: string, most: number): string[] =>
  linesWithin(text, { width: LONGEST, most, widthOf });

/** Names in lines; `whole` is what they are when one had to be cut. */
function linesOfNames(names: readonly string[]): { lines: string[]; whole?: string } {
  const all = names.map(cleanLine);
  const cut = all.map((name) => {
    const lines = wrapped(name, MOST_LINES);
    return lines.at(-1)?.endsWith('…') ? lines.join(' ') : name;
  });
  const lines = wrapped(cut.join(' · '), Number.POSITIVE_INFINITY);
  return cut.join() === all.join() ? { lines } : { lines, whole: all.join(' · ') };
}

function wordsAt(x: number, y: number, lines: readonly string[], whole?: string): string {
  const title = whole === undefined ? [] : [element('title', {}, words(whole))];
  const spans = lines.map((line, n) => element('tspan', { x, y: y + n * LINE }, words(line)));
  const paint = { 'font-size': SIZE, fill: paper.words };
  return lines.length === 1 && whole === undefined
    ? element('text', { x, y, ...paint }, words(lines[0] ?? ''))
    : element('text', paint, ...title, ...spans);
}

function actorEntry({ name, shape, colour }: ActorEntry): Entry {
  const size = bodySize(shape, ACROSS);
  return {
    names: [name],
    draw: (x, y) => drawShape(shape, { x: x + SAMPLE - 8, y, ...size }, inTheme(colour, paper)),
  };
}

/** A line as long as a sample. */
function sample(x: number, y: number, look: Partial<Line>): string {
  const end = (at: number): Body => ({ x: at, y, width: 0, height: 0 });
  return drawEdge({
    ...{ from: end(x), to: end(x + SAMPLE), bend: 0, arrow: 'none', status: 'asserted' },
    ...{ width: WIDE, colour: paper.words },
    ...look,
  });
}

/** Types that share a colour share an entry: the legend promises no difference that is not there. */
function byColour(relations: readonly LineEntry[]): Entry[] {
  const merged = groupBy(relations, ({ colour }) => inTheme(colour, paper));
  return [...merged].map(([colour, own]) => ({
    names: own.map(({ name }) => name),
    draw: (x, y) => sample(x, y, { colour, width: 2.2 }),
  }));
}

function statusEntry({ label, status, colour }: LineEntry): Entry {
  const arrow = arrowOf(true, status);
  return {
    names: [label],
    draw: (x, y) => sample(x, y, { status, arrow, colour: inTheme(colour, paper) }),
  };
}

function widthEntries({ widths }: Legend): Entry[] {
  if (!widths) return [];
  return [{ names: [THICKER], draw: (x, y) => sample(x, y, { width: lineWidth(3) }) }];
}

function areaEntries({ areas }: Legend): Entry[] {
  if (!areas) return [];
  const field = (x: number, y: number) =>
    hullOf([{ x: x + SAMPLE / 2, y, width: SAMPLE - ACROSS, height: 0 }], ACROSS / 2).path;
  return [{ names: [AREA], draw: (x, y) => drawArea(field(x, y), paper.words, areaPaint.fill) }];
}

function sizeEntries({ sizes }: Legend): Entry[] {
  if (!sizes) return [];
  const circle = (x: number, y: number, across: number) =>
    drawShape('ellipse', { x, y, width: across, height: across }, paper.words);
  return [
    {
      names: [sizeMeasures[sizes].larger],
      draw: (x, y) => circle(x + 6, y, ACROSS / 2) + circle(x + SAMPLE - 8, y, ACROSS),
    },
  ];
}
