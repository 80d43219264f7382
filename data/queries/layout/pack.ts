import { frameOf } from './frame.ts';
import type { LayoutNode, Point } from './layout.ts';

/** Free room between two unconnected parts of a network, in CSS pixels. */
const GUTTER = 36;

/** A part of a network with places of its own. */
export interface Part {
  nodes: readonly LayoutNode[];
  places: ReadonlyMap<string, Point>;
}

/**
 * Sets the unconnected parts of a network beside each other, in rows, the largest first, so that
 * the whole comes near the wished aspect (width through height).
 */
export function pack(parts: readonly Part[], aspect: number): Map<string, Point> {
  const boxes = parts.flatMap((part) => {
    const frame = frameOf(part.nodes, part.places);
    return frame
      ? [{ part, frame, width: frame.right - frame.left, height: frame.bottom - frame.top }]
      : [];
  });
  const area = boxes.reduce((sum, one) => sum + (one.width + GUTTER) * (one.height + GUTTER), 0);
  const rowWidth = Math.max(Math.sqrt(area * aspect) * 1.05, ...boxes.map(({ width }) => width));
  const placed = new Map<string, Point>();
  let [x, y, rowHeight] = [0, 0, 0];
  for (const { part, frame, width, height } of boxes) {
    if (x > 0 && x + width > rowWidth) [x, y, rowHeight] = [0, y + rowHeight + GUTTER, 0];
    for (const [id, at] of part.places) {
      placed.set(id, { x: at.x - frame.left + x, y: at.y - frame.top + y });
    }
    x += width + GUTTER;
    rowHeight = Math.max(rowHeight, height);
  }
  return placed;
}
