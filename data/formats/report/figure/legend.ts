import type { RelationStatus } from '../../../model/relation.ts';
import { lineOf } from './draw-edges.ts';
import { LETTERS, WIDTH, type TypeStyle } from './figure-parts.ts';
import { nodeShape } from './node-shapes.ts';
import { element, words } from './svg.ts';
import { widthOfText } from './wrap.ts';

const SIZE = LETTERS.legend;
const ROW = 17;
const SAMPLE = 26;

/** What the figure uses, each with the style it is drawn in. */
export interface LegendParts {
  nodes: readonly TypeStyle[];
  relations: readonly TypeStyle[];
  statuses: readonly RelationStatus[];
  /** Whether some edge is wider than another. */
  widths: boolean;
}

/** One entry: a sample at the left, words beside it. */
interface Entry {
  draw(x: number, y: number): string;
  words: string;
}

/** The legend of what the drawing uses, in rows under it. `top` is where it starts; height is returned. */
export function legend(parts: LegendParts, top: number): { svg: string; height: number } {
  const rows = [
    parts.nodes.map(nodeEntry),
    byColour(parts.relations).map(relationEntry),
    [...statusEntries(parts.statuses), ...widthEntries(parts.widths)],
  ];
  let y = top;
  let svg = '';
  for (const entries of rows.filter((row) => row.length > 0)) {
    const flowed = flow(entries, y);
    svg += flowed.svg;
    y = flowed.bottom + 3;
  }
  return { svg, height: y - top };
}

function flow(entries: readonly Entry[], top: number): { svg: string; bottom: number } {
  let [x, y, svg] = [0, top, ''];
  for (const entry of entries) {
    const wide = SAMPLE + 5 + widthOfText(entry.words, SIZE) + 12;
    if (x > 0 && x + wide > WIDTH) [x, y] = [0, y + ROW];
    const place = { x: x + SAMPLE + 5, y: y + 3, 'font-size': SIZE, fill: '#3b3f46' };
    svg += entry.draw(x, y) + element('text', place, words(entry.words));
    x += wide;
  }
  return { svg, bottom: y + ROW };
}

function nodeEntry({ name, colour, shape = 'ellipse' }: TypeStyle): Entry {
  return {
    words: name,
    draw: (x, y) => nodeShape(shape, { x: x + SAMPLE - 8, y, radius: 6, fill: colour }),
  };
}

function line(x: number, y: number, status: RelationStatus, colour: string, width = 1.6): string {
  return lineOf(`M${x},${y}L${x + SAMPLE},${y}`, status, width, colour);
}

function relationEntry({ name, colour }: TypeStyle): Entry {
  return { words: name, draw: (x, y) => line(x, y, 'asserted', colour, 2.2) };
}

function statusEntries(statuses: readonly RelationStatus[]): Entry[] {
  if (statuses.every((status) => status === 'asserted')) return [];
  return statuses.map((status) => ({
    words: status,
    draw: (x, y) => line(x, y, status, '#3b3f46'),
  }));
}

function widthEntries(needed: boolean): Entry[] {
  if (!needed) return [];
  return [
    {
      words: 'the wider, the more independent origins',
      draw: (x, y) => line(x, y, 'asserted', '#3b3f46', 2.9),
    },
  ];
}

/** Types that share a colour share an entry: the legend promises no difference that is not there. */
function byColour(types: readonly TypeStyle[]): TypeStyle[] {
  const merged = new Map<string, TypeStyle>();
  for (const type of types) {
    const same = merged.get(type.colour);
    merged.set(type.colour, same ? { ...same, name: `${same.name} · ${type.name}` } : type);
  }
  return [...merged.values()];
}
