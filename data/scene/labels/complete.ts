import { overlap, labelBox, sides, type Side } from './sides.ts';
import type { Frame } from '../../layout/frame.ts';
import { LINE } from '../label.ts';
import type { SceneNode } from '../scene.ts';
import type { Body } from '../body.ts';

/** Where a line of words begins, ends, or has its middle. */
export type Anchor = 'start' | 'middle' | 'end';

/** The name of a node at its place: lines begin, end or have their middle at `x`. */
export interface PlacedLabel {
  node: SceneNode;
  x: number;
  /** Baseline of the first line. */
  y: number;
  anchor: Anchor;
  /** What the words cover. */
  box: Frame;
}

/** Distances of a name from its node, the further ones for names that find no room beside it, in units. */
const NEAR = 3;
const GAPS = [NEAR, 8, 14];
/** What it costs to stand a width aside, and a unit further off. */
const [ASIDE, FURTHER] = [34, 2];
/** How often all labels are placed anew, each among the others; few change after the second time. */
const ROUNDS = 4;
/** Room between a name and the edge of the drawing. */
const RIM = 2;
/** What a shared square unit costs, against a place that is a little less good. */
const COVERED = { node: 14, label: 8 };
/** What the same costs of the room around a foreign node, where a name would be taken for its own. */
const AMBIGUOUS = { room: 8, cost: 0.4 };
/** Baseline of a line of words, from its top on, in parts of the size. */
const BASELINE = 0.86;

/** How much less good a side is than the best one. */
const worse: Readonly<Record<Side, number>> = {
  bottom: 0,
  top: 4,
  right: 8,
  left: 8,
  'bottom-right': 12,
  'bottom-left': 12,
  'top-right': 12,
  'top-left': 12,
};

/**
 * Finds a place for every name within a drawing, the first nodes first: at a side of its node,
 * wherever it covers least of the names and nodes that are there; then again, now that all names have
 * a place. Nobody can zoom into paper, so nobody stays without a name, as in the window. Cost n² with n
 * about 90.
 */
export function placeLabels(
  nodes: readonly SceneNode[],
  frame: { width: number; height: number },
): PlacedLabel[] {
  const bodies = nodes.map(boxOf);
  const options = nodes.map((node, index) => {
    const foreign = bodies.toSpliced(index, 1);
    return places(node).map((one) => beside(inside(one, frame), bodies, foreign));
  });
  const chosen: (PlacedLabel | undefined)[] = nodes.map(() => undefined);
  for (let round = 0; round < ROUNDS; round++) {
    options.forEach((own, index) => {
      const labels = chosen.flatMap((label, at) => (label && at !== index ? [label.box] : []));
      chosen[index] = cheapest(own, labels);
    });
  }
  return chosen.filter((label) => label !== undefined);
}

/** What a node covers. */
export function boxOf({ x, y, width, height }: Body): Frame {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

interface Place {
  label: PlacedLabel;
  /** How much less good it is than the best. */
  cost: number;
}

/** The place with what it costs beside all nodes, and beside those that are not its own. */
function beside(
  { label, cost }: Place,
  bodies: readonly Frame[],
  foreign: readonly Frame[],
): Place {
  const hidden = covering(label.box, bodies) * COVERED.node;
  const ambiguous = covering(grown(label.box, AMBIGUOUS.room), foreign) * AMBIGUOUS.cost;
  return { label, cost: cost + hidden + ambiguous };
}

function cheapest(own: readonly Place[], labels: readonly Frame[]): PlacedLabel | undefined {
  const costs = own.map(({ label, cost }) => cost + covering(label.box, labels) * COVERED.label);
  return own[costs.indexOf(Math.min(...costs))]?.label;
}

const grown = ({ left, right, top, bottom }: Frame, by: number): Frame => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});

/** Every place that a name may have: at all sides, a little aside under and over its node, and further off. */
function places(node: SceneNode): Place[] {
  const at = (side: Side, gap: number, aside: number): Place => {
    const { left, right, top, bottom } = labelBox(node, side, node.label, gap);
    const shift = aside * node.label.width;
    const box = { left: left + shift, right: right + shift, top, bottom };
    const cost = worse[side] + Math.abs(aside) * ASIDE + (gap - NEAR) * FURTHER;
    return { label: labelIn(box, node, anchorOf(side)), cost };
  };
  return GAPS.flatMap((gap) =>
    sides.flatMap((side) =>
      (side === 'bottom' || side === 'top' ? [0, 0.3, -0.3] : [0]).map((aside) =>
        at(side, gap, aside),
      ),
    ),
  );
}

const anchorOf = (side: Side): Anchor =>
  side.endsWith('right') ? 'start' : side.endsWith('left') ? 'end' : 'middle';

function labelIn(box: Frame, node: SceneNode, anchor: Anchor): PlacedLabel {
  const { left, right, top } = box;
  const x = anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2;
  const lead = (node.label.size * (LINE - 1)) / 2;
  return { node, x, y: top + lead + node.label.size * BASELINE, anchor, box };
}

/** The place moved into the drawing, if it is not there; it is as much worse as it moves. */
function inside({ label, cost }: Place, frame: { width: number; height: number }): Place {
  const { left, right, top, bottom } = label.box;
  const x = Math.max(RIM - left, 0) + Math.min(frame.width - RIM - right, 0);
  const y = Math.max(RIM - top, 0) + Math.min(frame.height - RIM - bottom, 0);
  if (x === 0 && y === 0) return { label, cost };
  const box = { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
  const moved = { ...label, x: label.x + x, y: label.y + y, box };
  return { label: moved, cost: cost + Math.abs(x) + Math.abs(y) };
}

const covering = (box: Frame, taken: readonly Frame[]): number =>
  taken.reduce((sum, other) => sum + overlap(box, other), 0);
