import { cleanLine } from '../clean.ts';
import { LETTERS, type Box, type PlacedNode } from './figure-parts.ts';
import { widthOfText } from './text-width.ts';
import { linesOf } from './wrap.ts';

/** A node's name in lines, centred on `x`; `y` is the baseline of the first line. */
export interface PlacedLabel {
  lines: string[];
  x: number;
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  /** What the words cover. */
  box: Box;
}

const LINE = 1.12;
/** Distance of a name that finds no room beside its node, in units. */
const FAR = 11;
/** How often all labels are placed anew, each among the others; few change after the second time. */
const ROUNDS = 4;
/** How much wider bold letters are. */
const BOLD = 1.1;
/** Room between a name and the edge of the drawing. */
const RIM = 2;
/** What a shared square unit costs, against a place that is a little less good. */
const COVERED = 3;

/** The drawing that names are placed in, and what stands at each actor. */
export interface LabelFrame {
  width: number;
  height: number;
  nameOf: (id: string) => string;
}

/**
 * Finds a place for every name, the best connected first: under, above, right or left of its node,
 * wherever it covers least of the names and nodes that are there; then again, now that all names have
 * a place. Cost n² with n about 90.
 */
export function placeLabels(nodes: readonly PlacedNode[], frame: LabelFrame): PlacedLabel[] {
  const bodies = nodes.map(boxOf);
  const options = nodes.map((node) => {
    const size = node.radius > 10 ? LETTERS.hub : LETTERS.node;
    const lines = linesOf(cleanLine(frame.nameOf(node.id)));
    return places(node, lines, size).map((one) => inside(one, frame));
  });
  const chosen: (PlacedLabel | undefined)[] = nodes.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++) {
    options.forEach((own, index) => {
      const others = chosen.flatMap((label, at) => (label && at !== index ? [label.box] : []));
      chosen[index] = cheapest(own, [...bodies, ...others]);
    });
  }
  return chosen.filter((label) => label !== undefined);
}

function cheapest(options: readonly Place[], taken: readonly Box[]): PlacedLabel | undefined {
  const costs = options.map(
    ({ label, preference }) => covering(label.box, taken) * COVERED + preference,
  );
  return options[costs.indexOf(Math.min(...costs))]?.label;
}

/** What a node covers. */
export function boxOf({ x, y, radius }: PlacedNode): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

interface Place {
  label: PlacedLabel;
  preference: number;
}

function places(node: PlacedNode, lines: string[], size: number): Place[] {
  const letters = size === LETTERS.hub ? size * BOLD : size;
  const wide = Math.max(...lines.map((line) => widthOfText(line, letters)));
  const high = lines.length * size * LINE;
  const { x, y, radius } = node;
  const side = radius + 4;
  const diagonal = radius * 0.75 + 3;
  const at = (
    anchor: PlacedLabel['anchor'],
    px: number,
    top: number,
    preference: number,
  ): Place => {
    const left = anchor === 'middle' ? px - wide / 2 : anchor === 'start' ? px : px - wide;
    const box = { left, right: left + wide, top, bottom: top + high };
    return { label: { lines, x: px, y: top + size * 0.86, size, anchor, box }, preference };
  };
  return [
    at('middle', x, y + radius + 3, 0),
    at('middle', x, y - radius - 3 - high, 4),
    at('start', x + side, y - high / 2, 8),
    at('end', x - side, y - high / 2, 8),
    at('start', x + diagonal, y + diagonal, 12),
    at('end', x - diagonal, y + diagonal, 12),
    at('start', x + diagonal, y - diagonal - high, 12),
    at('end', x - diagonal, y - diagonal - high, 12),
    ...[0.3, -0.3].flatMap((aside) => [
      at('middle', x + aside * wide, y + radius + 3, 10),
      at('middle', x + aside * wide, y - radius - 3 - high, 14),
    ]),
    at('middle', x, y + radius + FAR, 18),
    at('middle', x, y - radius - FAR - high, 18),
  ];
}

/** The place moved into the drawing, if it is not there; it is as much worse as it moves. */
function inside({ label, preference }: Place, { width, height }: LabelFrame): Place {
  const { left, right, top, bottom } = label.box;
  const x = Math.max(RIM - left, 0) + Math.min(width - RIM - right, 0);
  const y = Math.max(RIM - top, 0) + Math.min(height - RIM - bottom, 0);
  if (x === 0 && y === 0) return { label, preference };
  const box = { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
  const moved = { ...label, x: label.x + x, y: label.y + y, box };
  return { label: moved, preference: preference + Math.abs(x) + Math.abs(y) };
}

function covering(box: Box, taken: readonly Box[]): number {
  return taken.reduce((sum, other) => sum + overlap(box, other), 0);
}

/** Area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return x > 0 && y > 0 ? x * y : 0;
}

/** Distance between the baselines of two lines. */
export const lineHeight = (size: number): number => size * LINE;
