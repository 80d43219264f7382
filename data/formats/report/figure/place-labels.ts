import { cleanLine } from '../clean.ts';
import type { Box, PlacedNode } from './figure-parts.ts';
import { linesOf, widthOfText } from './wrap.ts';

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

/**
 * Finds a place for every name, the best connected first: under, above, right or left of its node,
 * wherever it covers least of the names and nodes that are there already. Cost n² with n about 90.
 */
export function placeLabels(
  nodes: readonly PlacedNode[],
  width: number,
  height: number,
): PlacedLabel[] {
  const taken: Box[] = nodes.map(boxOf);
  return nodes.map((node) => {
    const size = node.radius > 10 ? 10.5 : 9;
    const lines = linesOf(cleanLine(node.name));
    const options = places(node, lines, size);
    const costs = options.map(
      ({ label, preference }) => cost(label.box, taken, width, height) + preference,
    );
    const best = options[costs.indexOf(Math.min(...costs))];
    if (!best) throw new Error('there are always places to choose from');
    taken.push(best.label.box);
    return best.label;
  });
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
  const wide = Math.max(...lines.map((line) => widthOfText(line, size)));
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
  ];
}

function cost(box: Box, taken: readonly Box[], width: number, height: number): number {
  const outside =
    Math.max(0, 2 - box.left) +
    Math.max(0, box.right - width + 2) +
    Math.max(0, 2 - box.top) +
    Math.max(0, box.bottom - height + 2);
  return taken.reduce((sum, other) => sum + overlap(box, other), outside * 100);
}

/** Area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return x > 0 && y > 0 ? x * y : 0;
}

/** Distance between the baselines of two lines. */
export const lineHeight = (size: number): number => size * LINE;
