import { blockAt } from '../block-at.ts';
import type { AlignedPair } from '../../model/document-link.ts';
import type { ShownParagraph } from '../shown-paragraphs.ts';
import type { Row } from './band.ts';

/**
 * Rows that the analyst fixed, in order. Pairs that share a paragraph are one row; one that begins in no
 * paragraph that is read (it was folded away since) holds no more, nor one that crosses those before it.
 */
export function fixedRows(
  pairs: readonly AlignedPair[],
  left: readonly ShownParagraph[],
  right: readonly ShownParagraph[],
): Row[] {
  const placed = pairs
    .flatMap(({ from, to }) => {
      const [one, other] = [paragraphAt(left, from), paragraphAt(right, to)];
      return one === undefined || other === undefined ? [] : [{ one, other }];
    })
    .sort((a, b) => a.one - b.one || a.other - b.other);
  const rows: Row[] = [];
  for (const { one, other } of placed) {
    const last = rows.at(-1);
    const isOf = last && (one < last.left.end || other < last.right.end);
    if (!isOf) {
      rows.push({ left: { start: one, end: one + 1 }, right: { start: other, end: other + 1 } });
    } else if (one >= last.left.start && other >= last.right.start) {
      last.left.end = Math.max(last.left.end, one + 1);
      last.right.end = Math.max(last.right.end, other + 1);
    }
  }
  return rows;
}

/** The number of the paragraph that an offset (UTF-16) lies in; undefined where none is read. Cost: log n. */
export function paragraphAt(
  paragraphs: readonly ShownParagraph[],
  offset: number,
): number | undefined {
  const at = blockAt(paragraphs, offset);
  const found = paragraphs[at];
  return found && found.start <= offset && offset < found.end ? at : undefined;
}
