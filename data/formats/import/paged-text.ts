import { plainBlocks } from '../../text/plain-blocks.ts';
import type { ShownBlock, TextPage } from '../../text/working-text.ts';

/** Every sign but LF that ends a line: vertical tab, NEL, line and paragraph separator. */
const LINE_ENDS = /[\v\u0085\u2028]|\u2029/g;

/**
 * A plain text with its blocks, one a line. Whatever ends a line does; a form feed stands in a line of its own
 * and begins a page, which counts from 1. `passed` hears how many code units are done.
 */
export function pagedText(
  given: string,
  passed: (units: number) => void,
): { text: string; blocks: ShownBlock[]; pages?: TextPage[] } {
  const lined = given.replace(LINE_ENDS, (sign) => (sign === '\u2029' ? '\n\n' : '\n'));
  if (!lined.includes('\f')) return { text: lined, blocks: plainBlocks(lined, passed) };
  const text = lined.replace(/\n?\f\n?/g, '\n\f\n');
  const feeds = [...text.matchAll(/\f/g)].map(({ index }) => index);
  const blocks: ShownBlock[] = plainBlocks(text, passed);
  for (const at of feeds) blocks.push({ start: at, end: at + 1, kind: 'page-break' });
  blocks.sort((one, other) => one.start - other.start);
  const starts = [0, ...feeds];
  const pages = starts.flatMap((start, index): TextPage[] => {
    const end = starts[index + 1] ?? text.length;
    return text.slice(start, end).trim() === '' ? [] : [{ start, end, number: `${index + 1}` }];
  });
  return { text, blocks, pages };
}
