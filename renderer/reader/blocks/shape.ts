import { timeWords } from '#data/queries/cited-at.ts';
import type { Span } from '#data/text/finder.ts';
import { regionAt } from '#data/queries/without-regions.ts';
import type { Block, ShownBlock, TextCue } from '#data/text/working-text.ts';

const BULLETED = /^\s*([•*–‒-]|\(?\d{1,3}[.)])\s/;

/** How a block is drawn. */
export interface Shape {
  kind: Block['kind'];
  /** What stands before its words and is none of them. */
  number: string | undefined;
  /** Whether the block before it is drawn the same: they stand close together. */
  follows: boolean;
}

/** Signs of list items without a number, by their level. */
const SIGNS = ['•', '–', '·'] as const;

/**
 * The shape of a block. A further piece of a block looks like what it continues; an item that wrote its own
 * sign needs none.
 */
export function shapeOf(text: string, blocks: readonly ShownBlock[], at: number): Shape {
  const block = blocks[at];
  if (!block) return { kind: 'paragraph', number: undefined, follows: false };
  const { number, level = 1 } = block;
  const kind = kindOf(blocks, at);
  const follows = block.kind === 'continuation' || blocks[at - 1]?.kind === block.kind;
  if (kind !== 'list-item' || block.kind === 'continuation') return { kind, number, follows };
  const start = text.slice(block.start, block.start + 12);
  if (number === undefined && BULLETED.test(start)) {
    return { kind: 'paragraph', number, follows: false };
  }
  return { kind, number: number ?? SIGNS[(level - 1) % SIGNS.length], follows };
}

function kindOf(blocks: readonly ShownBlock[], at: number): Block['kind'] {
  let first = at;
  while (first > 0 && blocks[first]?.kind === 'continuation') first--;
  return blocks[first]?.kind ?? 'paragraph';
}

/** When something was said: 1:02:03. */
export function timeOfCue(cues: readonly TextCue[], { start }: Span): string | undefined {
  const cue = regionAt(cues, start);
  return cue && timeWords(cue.from);
}
