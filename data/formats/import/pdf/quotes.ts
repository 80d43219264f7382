import type { Paragraph } from './paragraph.ts';
import { around } from './runs.ts';

/** How far (in sizes) a quotation is from both edges of its column. */
const FAR = 1.2;

/** Marks the paragraphs of a column that stand away from both of its edges, as quotations do. */
export function flagQuotes(column: readonly Paragraph[]): void {
  const { x0, x1 } = around(column.filter(isText));
  const isFull = (one: Paragraph | undefined): boolean =>
    one !== undefined &&
    isText(one) &&
    one.x0 - x0 < 0.5 * one.size &&
    x1 - one.x1 < FAR * one.size;
  column.forEach((one, at) => {
    const { size } = one;
    if (!isText(one) || !isLevel(one)) return;
    if (one.x0 - x0 < FAR * size || x1 - one.x1 < FAR * size) return;
    // It stands between paragraphs of the text, or behind one.
    if (column.slice(Math.max(0, at - 4), at).some(isFull)) one.kind = 'quote';
  });
}

const isText = ({ kind, lines }: Paragraph): boolean => kind === 'paragraph' && lines.length >= 2;

/** Whether all lines but the first begin at the same place: others are in the middle of a page. */
function isLevel({ lines, size }: Paragraph): boolean {
  const starts = lines.map(({ fromRight, x0, x1 }) => (fromRight ? -x1 : x0));
  const [first = 0, second = 0, ...others] = starts;
  const isSame = (one: number): boolean => Math.abs(one - second) < 0.3 * size;
  return others.every(isSame) && Math.abs(first - second) < (others.length > 0 ? 3 : 0.3) * size;
}
