import { LONGEST_BLOCK, type Block } from './working-text.ts';

/** Blocks of a plain text: one per line that holds more than white space, long ones in pieces. */
export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    if (line.trim() === '') continue;
    pushPieces(blocks, text, {
      start: match.index,
      end: match.index + line.length,
      kind: 'paragraph',
    });
  }
  return blocks;
}

/** Adds a block, cut at spaces into pieces of at most {@link LONGEST_BLOCK} code units. */
export function pushPieces(into: Block[], text: string, block: Block): void {
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

/** Last good place to cut in (start, limit]: after a space, else not inside a surrogate pair. */
function cutPoint(text: string, start: number, limit: number): number {
  const space = text.lastIndexOf(' ', limit - 1);
  if (space > start) return space + 1;
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}
