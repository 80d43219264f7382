import type { Frame } from '../../../layout/frame.ts';
import { boxOf, placeLabels, type PlacedLabel } from '../../../scene/labels/complete.ts';
import type { SceneNode } from '../../../scene/scene.ts';
import { spread, type Sheet } from './spread.ts';

/** How often names are placed and nodes moved; most pictures need fewer. */
const ROUNDS = 20;
/** Most that a node is moved at once, in units: the picture stays the analyst's. */
const STEP = 6;
/** Overlap that nobody sees, in units. */
const TOUCH = 1;

/** Room between a node and a foreign name. */
const APART = 5;

/**
 * Finds places for all names, and where a name would cover another or a node, moves both of them a
 * little apart, in place, and tries again. Cost: names are placed up to {@link ROUNDS} times.
 */
export function makeRoom(nodes: SceneNode[], sheet: Sheet): PlacedLabel[] {
  let labels = placeLabels(nodes, sheet);
  for (let round = 0; round < ROUNDS && partAll(nodes, labels, sheet); round++) {
    labels = placeLabels(nodes, sheet);
  }
  return labels;
}

function partAll(nodes: SceneNode[], labels: readonly PlacedLabel[], sheet: Sheet): boolean {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let moved = false;
  labels.forEach(({ node, box }, index) => {
    const owner = byId.get(node.id);
    if (!owner) return;
    const push = (other: SceneNode | undefined, covered: Frame) => {
      if (other && other !== owner) moved = part(owner, box, other, covered) || moved;
    };
    for (const other of nodes) push(other, around(other));
    for (const other of labels.slice(index + 1)) push(byId.get(other.node.id), other.box);
  });
  if (moved) spread(nodes, sheet);
  return moved;
}

/** Moves two nodes apart by half of what is between them, along the shorter way; tells whether it had to. */
function part(one: SceneNode, box: Frame, other: SceneNode, covered: Frame): boolean {
  const x = Math.min(box.right, covered.right) - Math.max(box.left, covered.left);
  const y = Math.min(box.bottom, covered.bottom) - Math.max(box.top, covered.top);
  if (x <= TOUCH || y <= TOUCH) return false;
  const axis = x < y ? 'x' : 'y';
  const ahead =
    axis === 'x'
      ? box.left + box.right < covered.left + covered.right
      : box.top + box.bottom < covered.top + covered.bottom;
  const step = Math.min(STEP, Math.min(x, y) / 2 + TOUCH) * (ahead ? 1 : -1);
  one[axis] -= step;
  other[axis] += step;
  return true;
}

/** What a node covers, with the room in which a foreign name would be taken for its own. */
function around(node: SceneNode): Frame {
  const { left, right, top, bottom } = boxOf(node);
  return { left: left - APART, right: right + APART, top: top - APART, bottom: bottom + APART };
}
