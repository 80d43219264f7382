import type { Span } from './finder.ts';
import { foldBlocks } from './fold-blocks.ts';
import type { RegionKind } from './region-kinds.ts';
import type { WorkingText } from './working-text.ts';

/** The paragraphs of a working text without what its regions fold away, each whole and without page breaks. */
export function shownParagraphs(
  { text, blocks }: Pick<WorkingText, 'text' | 'blocks'>,
  regions: readonly (Span & { kind: RegionKind })[],
): string[] {
  const paragraphs: string[] = [];
  let end = -1;
  for (const block of foldBlocks(blocks, regions)) {
    if (block.region !== undefined || block.kind === 'page-break') continue;
    const words = text.slice(block.start, block.end);
    const gap = text.slice(end, block.start);
    const goesOn = block.kind === 'continuation' && end >= 0 && !/\S/.test(gap);
    if (goesOn) paragraphs.push(`${paragraphs.pop() ?? ''}${gap}${words}`);
    else if (/\S/.test(words)) paragraphs.push(words);
    end = block.end;
  }
  return paragraphs;
}
