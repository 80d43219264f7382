import { pushPieces } from '../../../text/plain-blocks.ts';
import type { ShownBlock } from '../../../text/working-text.ts';
import { isItem } from './rows.ts';

/** Widths (code units) at which lines were broken by hand or by mail programs. */
const NARROWEST = 50;
const WIDEST = 100;
/** Fewest line ends within paragraphs that tell, and the share of them that must look like one. */
const FEWEST = 3;
const MOST = 0.85;
/** How far from the edge a line may end although the next word had room: programs count in their own ways. */
const SLACK = 4;
/** Share of lines that go on in small letters, in scripts that have them. */
const GOES_ON = 0.3;

/** A line end between two lines without an empty line between them. */
interface Turn {
  /** Index of the block below it. */
  below: number;
  /** Whether the line is as long as it could be: the next word had no room. */
  isFull: boolean;
}

/**
 * Paragraphs whose lines were broken at a width, one block each: the line feeds stay in the text. Only where the
 * whole text shows that it is so: lines end where the next word has no room, and go on in the middle of sentences.
 * One line remains one block in lists, verses, logs and tables. Cost: some passes over the blocks.
 */
export function joinWrapped(text: string, blocks: ShownBlock[]): ShownBlock[] {
  const width = widthOf(blocks);
  if (width === undefined) return blocks;
  const turns = turnsOf(text, blocks, width);
  if (!isWrapped(text, blocks, turns)) return blocks;
  const joins = new Set(
    turns.filter((turn) => isJoin(text, blocks, turn)).map(({ below }) => below),
  );
  const joined: ShownBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const first = blocks[at];
    let after = at + 1;
    while (joins.has(after)) after++;
    const last = blocks[after - 1];
    if (first && last) {
      if (after === at + 1) joined.push(first);
      else pushPieces(joined, text, { ...first, end: last.end });
    }
    at = after;
  }
  return joined;
}

/** The width of a text whose lines hardly ever go beyond it; undefined when it has none. */
function widthOf(blocks: readonly ShownBlock[]): number | undefined {
  const lengths = blocks
    .filter(({ kind }) => kind !== 'page-break')
    .map(({ start, end }) => end - start)
    .sort((one, other) => one - other);
  // A long address does not fit and stands out.
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  return width >= NARROWEST && width <= WIDEST ? width : undefined;
}

function turnsOf(text: string, blocks: readonly ShownBlock[], width: number): Turn[] {
  const turns: Turn[] = [];
  for (let below = 1; below < blocks.length; below++) {
    const [above, block] = [blocks[below - 1], blocks[below]];
    if (above?.kind !== 'paragraph' || block?.kind !== 'paragraph') continue;
    if (block.start !== above.end + 1) continue;
    const word =
      /^\s*(\S+)/.exec(text.slice(block.start, Math.min(block.end, block.start + 120)))?.[1] ?? '';
    const line = text.slice(above.start, above.end).trimEnd().length;
    turns.push({ below, isFull: line + 1 + word.length > width - SLACK });
  }
  return turns;
}

/** Whether most lines are full, and go on in the middle of sentences. */
function isWrapped(text: string, blocks: readonly ShownBlock[], turns: readonly Turn[]): boolean {
  const inside = turns.filter(({ below }) => !isStart(text, blocks[below]));
  const full = inside.filter(({ isFull }) => isFull);
  if (full.length < FEWEST || full.length < inside.length * MOST) return false;
  const starts = full.map(({ below }) =>
    text.slice(blocks[below]?.start, blocks[below]?.end).trimStart(),
  );
  const small = starts.filter((line) => /^["“«(]?\p{Ll}/u.test(line)).length;
  const caseless = starts.filter((line) => /^["“«(]?\p{Lo}/u.test(line)).length;
  return small >= full.length * GOES_ON || caseless * 2 > full.length;
}

/** Whether a line begins something: an item, a quote of a mail, a row of a table. */
function isStart(text: string, block: ShownBlock | undefined): boolean {
  if (!block) return true;
  const line = text.slice(block.start, Math.min(block.end, block.start + 200)).trimStart();
  return isItem(line) || /^[>|+=#]/.test(line) || /\t|\S {3,}\S/.test(line);
}

/** Whether a line goes on below a turn: it is full, and nothing begins there. */
function isJoin(text: string, blocks: readonly ShownBlock[], { below, isFull }: Turn): boolean {
  const [above, block] = [blocks[below - 1], blocks[below]];
  if (!isFull || !above || !block || isStart(text, block)) return false;
  if (/^[>|+=#]/.test(text.slice(above.start, above.start + 20).trimStart())) return false;
  // The first line of a paragraph may stand in; below an item all lines do.
  const [before, now] = [indentOf(text, above), indentOf(text, block)];
  return now <= before + 1 || isItem(text.slice(above.start, above.end).trimStart());
}

function indentOf(text: string, { start, end }: ShownBlock): number {
  let at = start;
  while (at < end && /[ \t]/.test(text.charAt(at))) at++;
  return at - start;
}
