import { frameOf } from './frame.ts';
import type { LayoutNode, Point } from './layout.ts';

/** Free room between two unconnected parts of a network, in CSS pixels. */
const GUTTER = 36;

/** A part of a network with places of its own. */
export interface Part {
  nodes: readonly LayoutNode[];
  places: ReadonlyMap<string, Point>;
}

interface Box {
  part: Part;
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Rows {
  /** Corner of each box. */
  corners: Point[];
  width: number;
  height: number;
}

/**
 * Sets the unconnected parts of a network beside each other, in rows, in the order given. Of several
 * lengths of a row the one is taken that fills a pane of that aspect (width through height) best.
 */
export function pack(parts: readonly Part[], aspect: number): Map<string, Point> {
  const boxes = parts.flatMap((part) => boxOf(part) ?? []);
  const area = boxes.reduce((sum, one) => sum + (one.width + GUTTER) * (one.height + GUTTER), 0);
  const widest = Math.max(0, ...boxes.map(({ width }) => width));
  const tries = Array.from({ length: 16 }, (_, step) =>
    rows(boxes, Math.max(widest, Math.sqrt(area * aspect) * (0.8 + 0.1 * step))),
  );
  const fill = ({ width, height }: Rows) => Math.max(width, height * aspect);
  const best = tries.reduce((one, other) => (fill(other) < fill(one) ? other : one));
  const placed = new Map<string, Point>();
  boxes.forEach(({ part, left, top }, index) => {
    const corner = best.corners[index] ?? { x: 0, y: 0 };
    for (const [id, at] of part.places) {
      placed.set(id, { x: at.x - left + corner.x, y: at.y - top + corner.y });
    }
  });
  return placed;
}

function boxOf(part: Part): Box | null {
  const frame = frameOf(part.nodes, part.places);
  if (!frame) return null;
  const { left, top, right, bottom } = frame;
  return { part, left, top, width: right - left, height: bottom - top };
}

function rows(boxes: readonly Box[], longest: number): Rows {
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  const corners = boxes.map((box) => {
    if (x > 0 && x + box.width > longest) [x, y, rowHeight] = [0, y + rowHeight + GUTTER, 0];
    const corner = { x, y };
    x += box.width + GUTTER;
    width = Math.max(width, x - GUTTER);
    rowHeight = Math.max(rowHeight, box.height);
    return corner;
  });
  return { corners, width, height: y + rowHeight };
}
