interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 8;
const EDGE = 6;

/**
 * Where a bar of this size stands for words in these boxes (viewport px), from the corner of the pane:
 * below the last line, above the first one when there is no room, and inside the pane in any case.
 */
export function placeBar(
  boxes: readonly Box[],
  pane: Box,
  size: { width: number; height: number },
): { left: number; top: number } {
  const first = boxes[0];
  const last = boxes.at(-1);
  const lowest = pane.bottom - pane.top - size.height - EDGE;
  if (!first || !last) return { left: EDGE, top: Math.max(EDGE, lowest) };
  const below = last.bottom - pane.top + GAP;
  const above = first.top - pane.top - size.height - GAP;
  const top = below <= lowest || above < EDGE ? below : above;
  const widest = pane.right - pane.left - size.width - EDGE;
  const left = (boxes.length > 1 ? last.left : first.left) - pane.left;
  return { left: clamp(left, EDGE, widest), top: clamp(top, EDGE, lowest) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
