import type { Region } from '../model/region.ts';
import { blockAt } from '../text/block-at.ts';
import type { Span } from '../text/finder.ts';
import type { Block, WorkingText } from '../text/working-text.ts';

/** How much a stretch of a text is. */
export interface Extent {
  paragraphs: number;
  /** UTF-16 code units of its paragraphs. */
  characters: number;
}

/** A region with how it begins and how much it folds away. */
export interface DescribedRegion extends Extent {
  region: Region;
  /** Its first words, on one line. */
  words: string;
}

/** Code units of the first words that are shown. */
const WORDS = 120;

/** The regions of a text, as a list shows them. Cost: one pass over the blocks that they hold. */
export function describeRegions(
  { text, blocks }: Pick<WorkingText, 'text' | 'blocks'>,
  regions: readonly Region[],
): DescribedRegion[] {
  return regions.map((region) => {
    const start = text.slice(region.start, Math.min(region.end, region.start + WORDS));
    return { region, words: start.replace(/\s+/g, ' ').trim(), ...extentOf(blocks, region) };
  });
}

/** How much a stretch holds of some blocks. Pieces of one paragraph count once. */
export function extentOf(blocks: readonly Block[], { start, end }: Span): Extent {
  const extent = { paragraphs: 0, characters: 0 };
  for (let at = blockAt(blocks, start); at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.start >= end) break;
    if (block.end <= start) continue;
    if (block.kind !== 'continuation' || extent.paragraphs === 0) extent.paragraphs++;
    extent.characters += Math.min(block.end, end) - Math.max(block.start, start);
  }
  return extent;
}
