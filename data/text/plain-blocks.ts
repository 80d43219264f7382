import { AppError } from '../errors.ts';
import { say } from '../words/say.ts';
import { LONGEST_BLOCK, MOST_BLOCKS, type Block, type ShownBlock } from './working-text.ts';

/**
 * Blocks of a plain text: one per line that holds more than white space, long ones in pieces. `passed`
 * hears how many code units are done. Throws `too-large` as {@link pushPieces} does.
 */
export function plainBlocks(
  text: string,
  passed: (units: number) => void = () => undefined,
): Block[] {
  const blocks: Block[] = [];
  for (const { start, end } of lines(text)) {
    passed(end - start);
    if (text.slice(start, end).trim() === '') continue;
    pushPieces(blocks, text, { start, end, kind: 'paragraph' });
  }
  return blocks;
}

/** Lines of a text that are not empty, without their line feeds, as half-open ranges. */
export function* lines(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end > start) yield { start, end };
    start = end + 1;
  }
}

/**
 * Adds a block, cut at spaces into pieces of at most {@link LONGEST_BLOCK} code units. Throws
 * `too-large` at {@link MOST_BLOCKS}: a file of nothing but line feeds would take all memory.
 */
export function pushPieces(into: ShownBlock[], text: string, block: ShownBlock): void {
  needRoom(into);
  let start = block.start;
  let kind = block.kind;
  while (block.end - start > LONGEST_BLOCK) {
    const cut = cutPoint(text, start, start + LONGEST_BLOCK);
    into.push({ ...block, start, end: cut, kind });
    start = cut;
    kind = 'continuation';
  }
  into.push({ ...block, start, end: block.end, kind });
}

/**
 * Last good place to cut in (start, limit]: after a space, else not inside a surrogate pair. Looks at
 * the piece alone: a search back over the whole text made 50 MB without a space take for ever.
 */
function cutPoint(text: string, start: number, limit: number): number {
  const space = text.slice(start, limit).lastIndexOf(' ');
  if (space > 0) return start + space + 1;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

/** Throws `too-large` when no more blocks may be added. */
export function needRoom(blocks: readonly Block[]): void {
  if (blocks.length < MOST_BLOCKS) return;
  throw new AppError('too-large', say('imports.tooManyBlocks', { most: MOST_BLOCKS }), {
    limit: MOST_BLOCKS,
  });
}
