/** A rectangle on the screen, in its own pixels. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Where a window stands that had this place when it was last open: no larger than the screen has room, and
 * wholly in sight. `wanted` without a corner is put in the middle by the system.
 */
export function fitBounds(
  wanted: { x?: number; y?: number; width: number; height: number },
  smallest: { width: number; height: number },
  room: Rect,
): { x?: number; y?: number; width: number; height: number } {
  const width = Math.min(Math.max(wanted.width, smallest.width), room.width);
  const height = Math.min(Math.max(wanted.height, smallest.height), room.height);
  const { x, y } = wanted;
  if (x === undefined || y === undefined) return { width, height };
  return {
    x: Math.max(room.x, Math.min(x, room.x + room.width - width)),
    y: Math.max(room.y, Math.min(y, room.y + room.height - height)),
    width,
    height,
  };
}
