import type { Block } from '../../../text/working-text.ts';

/** A block as the recognisers of headings and debris see it. */
export interface Row {
  /** Its words without white space around; long ones are cut, they are prose anyway. */
  text: string;
  /** Full length in code units, pieces that continue it included. */
  length: number;
  /** Whether at least one empty line parts it from what stands above. */
  apart: boolean;
  /** Index of its block, and of the one after its last piece. */
  first: number;
  after: number;
}

/** What is looked at of each row. */
const SEEN = 400;

/** The rows of a text: one per block, with the pieces of a long block together. */
export function rowsOf(text: string, blocks: readonly Block[]): Row[] {
  const rows: Row[] = [];
  let end = 0;
  blocks.forEach((block, index) => {
    const last = rows.at(-1);
    if (block.kind === 'continuation' && last) {
      last.after = index + 1;
      last.length += block.end - block.start;
    } else {
      const gap = text.slice(end, block.start);
      rows.push({
        text: text.slice(block.start, Math.min(block.end, block.start + SEEN)).trim(),
        length: block.end - block.start,
        apart: rows.length === 0 || /\n\s*\n/.test(gap),
        first: index,
        after: index + 1,
      });
    }
    end = block.end;
  });
  return rows;
}

/** Whether a row reads like a sentence of prose: it has some length and ends like one. */
export function isProse(row: Row): boolean {
  return row.length > SEEN || (row.length > 60 && /[.!?…:;]["'”’»)\]]*$/.test(row.text));
}
