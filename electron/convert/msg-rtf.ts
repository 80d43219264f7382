import type { ReadText } from '#data/formats/import/format.ts';
import { rtf } from '#data/formats/import/rtf/rtf.ts';
import { unpackedRtf } from '#data/formats/import/rtf/compressed.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import { AppError } from '#data/errors.ts';
import type { ShownBlock, TextMark } from '#data/text/working-text.ts';

/** A text with its blocks and marks. */
interface Written {
  text: string;
  blocks: ShownBlock[];
  marks: TextMark[];
}

/** The rich text of a message; undefined where there is none that can be read. */
export async function richBody(
  file: string,
  packed: Uint8Array,
  tools: ImportTools,
): Promise<ReadText | undefined> {
  const bytes = unpackedRtf(packed);
  if (!bytes || bytes.length === 0) return undefined;
  try {
    for await (const one of rtf.convert({ name: file, bytes }, tools)) {
      if (!('inner' in one)) return one;
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
  }
  return undefined;
}

/** A text with another one below. */
export function withBelow({ text, blocks, marks }: Written, below: ReadText): Written {
  const before = text === '' ? '' : `${text}\n\n`;
  const moved = <Range extends { start: number; end: number }>(one: Range): Range => ({
    ...one,
    start: one.start + before.length,
    end: one.end + before.length,
  });
  const movedMarks = (below.marks ?? []).map((mark) =>
    moved(mark.to === undefined ? mark : { ...mark, to: mark.to + before.length }),
  );
  return {
    text: before + below.text,
    blocks: [...blocks, ...below.blocks.map(moved)],
    marks: [...marks, ...movedMarks],
  };
}
