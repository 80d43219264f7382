import type { Frame } from '../../layout/frame.ts';
import { GAP } from '../label.ts';
import type { Body } from '../body.ts';

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

export const isCorner = (side: Side): boolean => side.includes('-');

/** What a label of some size covers at a side of a node, `gap` off it; corners touch the node's box. */
export function labelBox(
  node: Body,
  side: Side,
  { width, height }: { width: number; height: number },
  gap = GAP,
): Frame {
  const room = isCorner(side) ? 0 : gap;
  const [across, down] = [node.width / 2 + room, node.height / 2 + room];
  const left = side.endsWith('right')
    ? node.x + across
    : side.endsWith('left')
      ? node.x - across - width
      : node.x - width / 2;
  const top = side.startsWith('bottom')
    ? node.y + down
    : side.startsWith('top')
      ? node.y - down - height
      : node.y - height / 2;
  return { left, right: left + width, top, bottom: top + height };
}

/** Area that two boxes share. */
export function overlap(one: Frame, other: Frame): number {
  const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return x > 0 && y > 0 ? x * y : 0;
}

/** Whether a rectangle lies within another. */
export const isWithin = (box: Frame, other: Frame): boolean =>
  box.left >= other.left &&
  box.right <= other.right &&
  box.top >= other.top &&
  box.bottom <= other.bottom;
