import type { SceneNode } from '../../../scene/scene.ts';

const ROUNDS = 80;
/** Least room between the rims of two nodes, and the share of the room of a node that is used if there is more. */
const GAP = 9;
const SHARE = 0.6;

/** The drawing, and the room around the outermost node centres, for their names. */
export interface Sheet {
  width: number;
  height: number;
  margin: { x: number; y: number };
}

/** Moves nodes that are too close apart, in place, and keeps all of them inside the sheet. */
export function spread(nodes: SceneNode[], sheet: Sheet): void {
  const distance = Math.min(70, SHARE * Math.sqrt((sheet.width * sheet.height) / nodes.length));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let a = 0; a < nodes.length; a++) {
      for (let b = a + 1; b < nodes.length; b++) {
        const [one, other] = [nodes[a], nodes[b]];
        if (one && other) moved = part(one, other, distance) || moved;
      }
    }
    for (const node of nodes) keepInside(node, sheet);
    if (!moved) return;
  }
}

function part(one: SceneNode, other: SceneNode, least: number): boolean {
  const x = other.x - one.x;
  const y = other.y - one.y || 0.5;
  const distance = Math.hypot(x, y);
  const missing = Math.max(least, radius(one) + radius(other) + GAP) - distance;
  if (missing <= 0.01) return false;
  const share = missing / 2 / distance;
  one.x -= x * share;
  one.y -= y * share;
  other.x += x * share;
  other.y += y * share;
  return true;
}

const radius = ({ width, height }: SceneNode): number => Math.max(width, height) / 2;

function keepInside(node: SceneNode, { width, height, margin }: Sheet): void {
  node.x = Math.min(width - margin.x, Math.max(margin.x, node.x));
  node.y = Math.min(height - margin.y, Math.max(margin.y, node.y));
}
