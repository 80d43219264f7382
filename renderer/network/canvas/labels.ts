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
      priority: (meant(id) ? 1e6 : 0) + Number(data['degree']) + Number(data['height']) / 10,
    };
  });
}

export { labelScale } from './scale.ts';

/** So many nodes get a label before all others. */
const FOREMOST = 14;

/** Where a label stands at its node. */
export type Side = 'bottom' | 'right' | 'left' | 'top';
const sides: readonly Side[] = ['bottom', 'right', 'left', 'top'];

/**
 * Which labels are drawn at a scale, and on which side of their nodes: the most important first, on
 * the first side where they run into no node and no label that is drawn already, and where they stay
 * within what is in sight, if that is given. Cost: nodes x what is near by, found through a grid.
 */
export function labelsAt(
  nodes: readonly LabelledNode[],
  scale: number,
  sight: Sight | null = null,
): Map<string, Side> {
  const order = [...nodes].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const bodies = new BoxGrid();
  const labels = new BoxGrid();
  // The more important nodes are drawn over the others, and would hide what stands under them.
  const above = new BoxGrid();
  const drawn = new Map<string, Side>();
  for (const node of nodes) bodies.add(node.id, bodyOf(node, scale));
  order.forEach((node, rank) => {
    const boxes = sides.map((side) => [side, boxAt(node, side, scale)] as const);
    const free = boxes.filter(
      ([side, box]) =>
        labels.isFree(node.id, box) &&
        above.isFree(node.id, box) &&
        (!sight || isWithin(boxAt({ ...node, labelWidth: node.labelReach }, side, scale), sight)),
    );
    above.add(node.id, bodyOf(node, scale));
    const hidden = free.map(([, box]) => bodies.count(node.id, box));
    const fewest = Math.min(...hidden);
    const chosen = free[hidden.indexOf(fewest)];
    // The foremost get a label even across another node, as long as it hides no other label.
    if (!chosen || (fewest > 0 && rank >= FOREMOST)) return;
    drawn.set(node.id, chosen[0]);
    labels.add(node.id, chosen[1]);
  });
  return drawn;
}

/** A little less than the node: a label may touch its rim. */
function bodyOf({ x, y, ...size }: LabelledNode, scale: number): Sight {
  const [width, height] = [size.width * bodyScale(scale), size.height * bodyScale(scale)];
  return {
    left: x - width * 0.42,
    right: x + width * 0.42,
    top: y - height * 0.42,
    bottom: y + height * 0.42,
  };
}

function boxAt(node: LabelledNode, side: Side, scale: number): Sight {
  const [wide, high] = [node.labelWidth * scale + 6, node.labelHeight * scale];
  const acrossX = { left: node.x - wide / 2, right: node.x + wide / 2 };
  const acrossY = { top: node.y - high / 2, bottom: node.y + high / 2 };
  const right = node.x + (node.width / 2) * bodyScale(scale) + LABEL.gap;
  const bottom = node.y + (node.height / 2) * bodyScale(scale) + LABEL.gap;
  const [left, top] = [2 * node.x - right, 2 * node.y - bottom];
  if (side === 'bottom') return { ...acrossX, top: bottom, bottom: bottom + high };
  if (side === 'top') return { ...acrossX, top: top - high, bottom: top };
  if (side === 'right') return { ...acrossY, left: right, right: right + wide };
  return { ...acrossY, left: left - wide, right: left };
}
