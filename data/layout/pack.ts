import { frameOf } from './frame.ts';
import type { LayoutNode, Point, Positions } from './layout.ts';

/** Free room between two unconnected parts of a network, in CSS pixels. */
const GUTTER = 24;

/** A part of a network with positions of its own. */
export interface Part {
  nodes: readonly LayoutNode[];
  positions: Positions;
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
 * Sets the unconnected parts of a network beside each other, in the order given. A first part that is
 * larger than all others keeps a field of its own, and they stand in rows under it or beside it. Of
 * several ways the one is taken that fills a pane of that aspect (width through height) best.
 */
export function pack(parts: readonly Part[], aspect: number): Map<string, Point> {
  const boxes = parts.flatMap((part) => boxOf(part) ?? []);
  const fill = ({ width, height }: Rows) => Math.max(width, height * aspect);
  const best = ways(boxes, aspect).reduce((one, other) => (fill(other) < fill(one) ? other : one));
  const placed = new Map<string, Point>();
  boxes.forEach(({ part, left, top }, index) => {
    const corner = best.corners[index] ?? { x: 0, y: 0 };
    for (const [id, at] of part.positions) {
      placed.set(id, { x: at.x - left + corner.x, y: at.y - top + corner.y });
    }
  });
  return placed;
}

function ways(boxes: readonly Box[], aspect: number): Rows[] {
  const [main, ...rest] = boxes;
  const area = (some: readonly Box[]) =>
    some.reduce((sum, one) => sum + (one.width + GUTTER) * (one.height + GUTTER), 0);
  const lengths = (some: readonly Box[]) =>
    Array.from({ length: 24 }, (_, step) => Math.sqrt(area(some) * aspect) * (0.3 + 0.1 * step));
  if (!main || rest.length === 0 || area([main]) < area(rest)) {
    return lengths(boxes).map((length) => rows(boxes, length));
  }
  return [main.width, ...lengths(rest)].flatMap((length) => {
    const block = rows(rest, length);
    return [under(main, block), beside(main, block)];
  });
}

function under(main: Box, block: Rows): Rows {
  const down = main.height + GUTTER;
  return {
    corners: [{ x: 0, y: 0 }, ...block.corners.map(({ x, y }) => ({ x, y: y + down }))],
    width: Math.max(main.width, block.width),
    height: down + block.height,
  };
}

function beside(main: Box, block: Rows): Rows {
  const across = main.width + GUTTER;
  return {
    corners: [{ x: 0, y: 0 }, ...block.corners.map(({ x, y }) => ({ x: x + across, y }))],
    width: across + block.width,
    height: Math.max(main.height, block.height),
  };
}

function boxOf(part: Part): Box | null {
  const frame = frameOf(part.nodes, part.positions);
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
