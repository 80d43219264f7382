import type { Block, WorkingText } from './working-text.ts';

/** What blocks were called in texts that format 1 and 2 have stored. */
const NAMES: ReadonlyMap<string, Block['kind']> = new Map([
  ['item', 'list-item'],
  ['cell', 'table-row'],
]);

/**
 * A stored text with its blocks as they are called today: a text is kept under its hash, so what is on the
 * disk is never rewritten. Blocks are changed in place. Cost: one look at each.
 */
export function withKindsOfToday(text: WorkingText): WorkingText {
  for (const block of text.blocks) block.kind = NAMES.get(block.kind) ?? block.kind;
  return text;
}
