interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 8;
const EDGE = 6;

/** Less room than this is of no use for a bar; then it may cover words. */
const LEAST = 120;

/**
 * Where a bar of this size stands for words in these boxes (viewport px), from the corner of the pane:
 * below the last line, or above the first one when there is more room. It never covers the words while
 * there is room beside them: `room` is how high it may be, and what is more scrolls inside it.
 */
export function placeBar(
  boxes: readonly Box[],
  pane: Box,
  size: { width: number; height: number },
): { left: number; top: number; room: number } {
  const first = boxes[0];
  const last = boxes.at(-1);
  const whole = pane.bottom - pane.top - 2 * EDGE;
  const widest = pane.right - pane.left - size.width - EDGE;
  if (!first || !last) {
    return { left: EDGE, top: Math.max(EDGE, whole + EDGE - size.height), room: whole };
  }
  const below = pane.bottom - EDGE - (last.bottom + GAP);
  const above = first.top - GAP - (pane.top + EDGE);
  const left = clamp((boxes.length > 1 ? last.left : first.left) - pane.left, EDGE, widest);
  if (below >= Math.min(size.height, Math.max(above, LEAST))) {
    return { left, top: last.bottom - pane.top + GAP, room: below };
  }
  if (above >= LEAST) {
    const top = first.top - pane.top - GAP - Math.min(size.height, above);
    return { left, top, room: above };
  }
  return { left, top: Math.max(EDGE, whole + EDGE - size.height), room: whole };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
