import type { WorkingText } from './working-text.ts';

/**
 * A working text without what is folded away as debris: the rest keeps its words, its order and the
 * white space before each block. Offsets into it are none of the document.
 */
export function shownText({ text, blocks }: WorkingText): string {
  let shown = '';
  let end = 0;
  for (const block of blocks) {
    const gap = text.slice(end, block.start);
    if (block.debris !== true) shown += gap + text.slice(block.start, block.end);
    end = block.end;
  }
  return shown.trim();
}
