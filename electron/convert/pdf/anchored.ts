import type { Box, Glyph, Overlay } from '#data/formats/import/pdf/page.ts';
import type { Annotations } from './annotations.ts';

/** How far (in sizes of the letters) a mark may miss its words. */
const FARTHEST = 3;

/**
 * Puts every note of a page at words: a mark that lies over none and a note beside them at the nearest ones.
 * What is written on the page itself is a comment besides, as is a note where there are no words at all.
 */
export function anchored(
  { overlays, remarks }: Annotations,
  glyphs: readonly Glyph[],
): { overlays: Overlay[]; comments: string[] } {
  const comments: string[] = [];
  const placed = overlays.flatMap((one): Overlay[] => {
    const { kind, boxes, note } = one;
    if (kind !== 'mark' || note === undefined || glyphs.some((each) => isUnder(each, boxes))) {
      return [one];
    }
    const near = boxes[0] && nearest(boxes[0], glyphs);
    if (near && distance(boxes[0] as Box, near) < FARTHEST * near.size) {
      return [{ ...one, boxes: [boxOf(near)] }];
    }
    comments.push(note);
    return [];
  });
  for (const { note, box, isShown } of remarks) {
    const near = box && nearest(box, glyphs);
    if (near) placed.push({ kind: 'mark', boxes: [boxOf(near)], note });
    if (!near || isShown) comments.push(note);
  }
  return { overlays: placed, comments };
}

function isUnder(glyph: Glyph, boxes: readonly Box[]): boolean {
  const { x0, y0, x1, y1 } = boxOf(glyph);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return boxes.some((box) => box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1);
}

function nearest(box: Box, glyphs: readonly Glyph[]): Glyph | undefined {
  let [best, least]: [Glyph | undefined, number] = [undefined, Infinity];
  for (const glyph of glyphs) {
    if (!/[\p{L}\p{N}]/u.test(glyph.text)) continue;
    const far = distance(box, glyph);
    if (far < least) [best, least] = [glyph, far];
  }
  return best;
}

/** Points between a rectangle and a letter; a line further is further than a word further. */
function distance(box: Box, glyph: Glyph): number {
  const { x0, y0, x1, y1 } = boxOf(glyph);
  const across = Math.max(0, x0 - box.x1, box.x0 - x1);
  const down = Math.max(0, y0 - box.y1, box.y0 - y1);
  const middles = Math.abs(y0 + y1 - box.y0 - box.y1) / 2;
  return Math.hypot(across, 2 * down) + middles / 100;
}

const boxOf = ({ x, y, width, size }: Glyph): Box => ({
  x0: x,
  y0: y - 0.8 * size,
  x1: x + width,
  y1: y + 0.2 * size,
});
