import { BoxGrid } from '../../layout/box-grid.ts';
import type { Frame } from '../../layout/frame.ts';
import { bodyScale } from '../zoom-scale.ts';
import type { SceneNode } from '../scene.ts';
import type { Body } from '../body.ts';
import { isCorner, isWithin, labelBox, sides, type Side } from './sides.ts';

/** A node whose label wants room. All sizes in CSS pixels at zoom 1. */
export interface LabelledNode extends Body {
  id: string;
  labelWidth: number;
  labelHeight: number;
  /** Greatest width it may get: letters of who is chosen are bold. */
  labelReach: number;
  /** The higher, the sooner it gets its label. */
  priority: number;
}

/** Nodes as takers of labels: who is meant by the analyst first, then the well linked. */
export function labelled(
  nodes: readonly SceneNode[],
  meant: (id: string) => boolean,
): LabelledNode[] {
  return nodes.map(({ id, x, y, width, height, label, degree }) => ({
    id,
    x,
    y,
    width,
    height,
    labelWidth: label.width,
    labelHeight: label.height,
    labelReach: label.reach,
    priority: (meant(id) ? MEANT : 0) + degree + height / 10,
  }));
}

/** Room around more important nodes, for the line around them when they are lit, in CSS pixels. */
const RIM = 4;
/** Room beside the words of a label, both sides together, in CSS pixels. */
const MARGIN = 6;
/** From this priority on a node is meant by the analyst. */
const MEANT = 1e6;
/** So many nodes have their label even where it takes this share of a less important node. */
const FOREMOST = 14;
const GRAZED = 1 / 3;

/**
 * Which labels are drawn at a scale, and on which side of their nodes: the most important first, on
 * the first side where they run into no node and no label that is drawn already, and where they stay
 * within what is in sight, if that is given, and off what else is taken. Who finds no such side has no label. Only the foremost
 * may take a little of less important nodes, and who is meant may hide them. Cost: nodes x what is near by, found through a grid.
 */
export function labelsAt(
  nodes: readonly LabelledNode[],
  scale: number,
  sight: Frame | null = null,
  taken: readonly Frame[] = [],
): Map<string, Side> {
  const order = [...nodes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const [bodies, labels, above] = [new BoxGrid(), new BoxGrid(), new BoxGrid()];
  const drawn = new Map<string, Side>();
  for (const box of taken) labels.add('', box);
  for (const node of nodes) bodies.add(node.id, bodyOf(node, scale));
  order.forEach((node, rank) => {
    const most = node.priority >= MEANT ? 1 : rank < FOREMOST ? GRAZED : 0;
    let [chosen, least] = [undefined as Side | undefined, most];
    for (const side of sides) {
      const box = boxAt(node, side, scale);
      if (!labels.isFree(node.id, box) || !isInSight(node, side)) continue;
      if (most === 0 && !bodies.isFree(node.id, box)) continue;
      const hidden = most === 0 ? 0 : bodies.hides(node.id, box);
      if ((hidden > 0 || isCorner(side)) && !above.isFree(node.id, box)) continue;
      if (hidden < least || (!chosen && hidden === least)) [chosen, least] = [side, hidden];
      if (hidden === 0) break;
    }
    if (chosen) {
      drawn.set(node.id, chosen);
      labels.add(node.id, boxAt(node, chosen, scale));
    }
    above.add(node.id, bodyOf(node, scale, RIM));
  });
  return drawn;

  function isInSight(node: LabelledNode, side: Side): boolean {
    const widest = { ...node, labelWidth: node.labelReach };
    return !sight || isWithin(boxAt(widest, side, scale), sight);
  }
}

/** The node itself: a label may touch its rim. */
function bodyOf({ x, y, width, height }: LabelledNode, scale: number, rim = 0): Frame {
  const [dx, dy] = [width, height].map((size) => size * bodyScale(scale) * 0.48 + rim);
  return { left: x - (dx ?? 0), right: x + (dx ?? 0), top: y - (dy ?? 0), bottom: y + (dy ?? 0) };
}

function boxAt(node: LabelledNode, side: Side, scale: number): Frame {
  const [width, height] = [node.width * bodyScale(scale), node.height * bodyScale(scale)];
  const label = { width: node.labelWidth * scale + MARGIN, height: node.labelHeight * scale };
  return labelBox({ x: node.x, y: node.y, width, height }, side, label);
}
