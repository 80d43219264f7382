import { LABEL, labelSize } from '#data/queries/layout/box.ts';
import { BoxGrid } from '#data/queries/layout/box-grid.ts';
import type { Places, Point } from '#data/queries/layout/layout.ts';
import type { GraphElement } from '../graph/elements.ts';
import { bodyScale } from './scale.ts';
import { isWithin, type Sight } from './viewport.ts';

/** A node whose label wants room. */
export interface LabelledNode extends Point {
  id: string;
  /** Size of the node in CSS pixels at zoom 1. */
  width: number;
  height: number;
  /** Room of the label at its own size. */
  labelWidth: number;
  labelHeight: number;
  /** Greatest width it may have: where its lines end is estimated, and the browser may keep them longer. */
  labelReach: number;
  /** The higher, the sooner it gets its label. */
  priority: number;
}

/**
 * The drawn nodes as takers of labels: who is meant by the analyst first, then the well linked.
 * Nodes without a place are left out.
 */
export function labelled(
  elements: readonly GraphElement[],
  places: Places,
  meant: (id: string) => boolean,
): LabelledNode[] {
  return elements.flatMap(({ id, group, data }) => {
    const at = places.get(id);
    if (group !== 'nodes' || !at) return [];
    const { width, height } = labelSize(String(data['label']));
    const larger = Number(data['font']) / LABEL.size;
    return {
      ...at,
      id,
      width: Number(data['width']),
      height: Number(data['height']),
      labelWidth: width * larger,
      labelHeight: height * larger,
      labelReach: (height > LABEL.line ? Math.max(width, LABEL.widest) : width) * larger,
      priority: (meant(id) ? MEANT : 0) + Number(data['degree']) + Number(data['height']) / 10,
    };
  });
}

export { labelScale } from './scale.ts';

/** Where a label stands at its node: beneath, beside, above, or at one of the corners. */
export type Side =
  'bottom' | 'right' | 'left' | 'top' | 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left';

/** In the order in which they are tried. */
export const sides: readonly Side[] = [
  'bottom',
  'right',
  'left',
  'top',
  'bottom-right',
  'bottom-left',
  'top-right',
  'top-left',
];

/** Room around more important nodes, for the line around them when they are lit, in CSS pixels. */
const RIM = 4;
/** From this priority on a node is meant by the analyst. */
const MEANT = 1e6;
/** So many nodes have their label even where it takes this share of a less important node. */
const FOREMOST = 14;
const GRAZED = 1 / 3;

/**
 * Which labels are drawn at a scale, and on which side of their nodes: the most important first, on
 * the first side where they run into no node and no label that is drawn already, and where they stay
 * within what is in sight, if that is given. Who finds no such side has no label. Only the foremost
 * may take a little of less important nodes, and who is meant may hide them. Cost: nodes x what is near by, found through a grid.
 */
export function labelsAt(
  nodes: readonly LabelledNode[],
  scale: number,
  sight: Sight | null = null,
): Map<string, Side> {
  const order = [...nodes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const [bodies, labels, above] = [new BoxGrid(), new BoxGrid(), new BoxGrid()];
  const drawn = new Map<string, Side>();
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

const isCorner = (side: Side): boolean => side.includes('-');

/** The node itself: a label may touch its rim. */
function bodyOf({ x, y, width, height }: LabelledNode, scale: number, rim = 0): Sight {
  const [dx, dy] = [width, height].map((size) => size * bodyScale(scale) * 0.48 + rim);
  return { left: x - (dx ?? 0), right: x + (dx ?? 0), top: y - (dy ?? 0), bottom: y + (dy ?? 0) };
}

function boxAt(node: LabelledNode, side: Side, scale: number): Sight {
  const [wide, high] = [node.labelWidth * scale + 6, node.labelHeight * scale];
  const gap = isCorner(side) ? 0 : LABEL.gap;
  const across = (node.width / 2) * bodyScale(scale) + gap;
  const down = (node.height / 2) * bodyScale(scale) + gap;
  const left = side.endsWith('right')
    ? node.x + across
    : side.endsWith('left')
      ? node.x - across - wide
      : node.x - wide / 2;
  const top = side.startsWith('bottom')
    ? node.y + down
    : side.startsWith('top')
      ? node.y - down - high
      : node.y - high / 2;
  return { left, right: left + wide, top, bottom: top + high };
}
