import { isRightToLeft } from '#data/formats/import/pdf/bidi.ts';
import type { Box, Glyph } from '#data/formats/import/pdf/page.ts';

/** Most drawn bullets of a page that are looked for. */
const MOST = 300;

/** Letters of a page with the bullets that are drawn as shapes: browsers draw them so. */
export function withBullets(glyphs: readonly Glyph[], boxes: readonly Box[]): Glyph[] {
  const small = boxes.filter(isDot).slice(0, MOST);
  if (small.length === 0) return [...glyphs];
  const before = new Map<Glyph, Glyph>();
  for (const box of small) {
    const first = firstBeside(box, glyphs);
    if (first && !before.has(first)) before.set(first, bulletAt(box, first));
  }
  return glyphs.flatMap((glyph) => {
    const bullet = before.get(glyph);
    return bullet ? [bullet, glyph] : [glyph];
  });
}

/** A shape as wide as high, of the size of a bullet. */
function isDot({ x0, x1, y0, y1 }: Box): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width > 1.5 && width < 8 && Math.abs(width - height) < 0.15 * width;
}

/** The letter that a line begins with beside a dot, on either side; undefined when it is in the middle of one. */
function firstBeside(box: Box, glyphs: readonly Glyph[]): Glyph | undefined {
  const middle = (box.y0 + box.y1) / 2;
  const height = box.y1 - box.y0;
  const inLine = glyphs.filter(
    ({ y, size, turn }) =>
      turn === 0 &&
      middle < y - 0.1 * size &&
      middle > y - 0.65 * size &&
      height > 0.2 * size &&
      height < 0.7 * size,
  );
  const near = ({ size }: Glyph, gap: number): boolean => gap > 0 && gap < 2.5 * size;
  const right = inLine.filter((one) => near(one, one.x - box.x1));
  const left = inLine.filter(
    (one) => isRightToLeft(one.text) && near(one, box.x0 - one.x - one.width),
  );
  if (right.length > 0 === left.length > 0) return undefined;
  const isInside = inLine.some(
    ({ x, width, size }) =>
      x + (right.length > 0 ? width + size : 0) > box.x0 &&
      x - (left.length > 0 ? size : 0) < box.x1,
  );
  if (isInside) return undefined;
  const side = right.length > 0 ? right : left;
  const way = right.length > 0 ? 1 : -1;
  return side.reduce((one, other) => (way * (other.x - one.x) < 0 ? other : one));
}

const bulletAt = (box: Box, { y, size, look, turn }: Glyph): Glyph => ({
  text: '•',
  x: box.x0,
  y,
  width: box.x1 - box.x0,
  size,
  look: { ...look, bold: false, italic: false },
  turn,
});
