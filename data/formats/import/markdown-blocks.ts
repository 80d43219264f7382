import { pushPieces } from '../../text/plain-blocks.ts';
import type { ShownBlock } from '../../text/working-text.ts';
import { isEmpty, isProse, prefixOf, takeLines, type Line } from './markdown-lines.ts';
import { parseLines, type Parsed, type Run } from './markdown-tree.ts';

/** Lines that are parsed at a time: at first, and at most. A block that is longer is cut there. */
const FEW = 64;
const MANY = 256;
/**
 * How many levels beyond the usual are parsed: so many of any text, and so many more for each 1,024 code
 * units. The parser takes up to a third of a millisecond for each, so that a megabyte of nothing but `- - -`
 * would keep it busy for minutes. Beyond, lines are paragraphs. Lines themselves are not counted: some twenty
 * to fifty microseconds each, however many.
 */
const LEVELS = 20_000;
const LEVELS_PER_KB = 50;
/** So many of them at a time are no text of people either. */
const MOST_LEVELS = 8000;
/** Signs and blanks that a line may begin with before they count as levels. */
const USUAL_PREFIX = 16;

/**
 * Blocks of a Markdown text; what stands before the offset `from` is none of it. Each is whole lines with
 * their signs, so that nothing but white space is between. The text is parsed some lines at a time, each
 * time from where it was settled before. `passed` hears how many code units are done.
 */
export function markdownBlocks(
  text: string,
  from: number,
  passed: (units: number) => void,
): ShownBlock[] {
  const blocks: ShownBlock[] = [];
  if (from > 0)
    pushPieces(blocks, text, { start: 0, end: from, kind: 'paragraph', region: 'boilerplate' });
  let levels = LEVELS + (text.length / 1024) * LEVELS_PER_KB;
  let opening: Line | undefined;
  let isOpen = false;
  for (let at = from, most = FEW; at < text.length;) {
    const lines = takeLines(text, at, most);
    const isPlain = opening === undefined && lines.every(isProse);
    const deep = isPlain ? 0 : levelsOf(lines);
    const isRead = !isPlain && deep < Math.min(levels, MOST_LEVELS);
    if (isRead) levels -= deep;
    const parsed = isRead ? parseLines(lines, opening) : unparsed(lines);
    const isLast = lines.length < most;
    const goesOn = parsed.settled === 0 && !isLast;
    if (goesOn && most < MANY) {
      most *= 2;
      continue;
    }
    const taken = lines.slice(0, isLast ? lines.length : parsed.settled || MANY);
    const runs = filled(parsed.runs, taken);
    const [top] = runs;
    if (isOpen && top?.kind === 'paragraph' && top.first === 0) top.kind = 'continuation';
    for (const run of runs) addRun(blocks, text, taken, run);
    const lowest = taken.at(-1);
    isOpen = parsed.isOpen && lowest !== undefined && !isEmpty(lowest);
    const end = Math.min((lowest?.end ?? text.length) + 1, text.length);
    passed(end - at);
    opening = goesOn ? parsed.opening : undefined;
    at = end;
    most = FEW;
  }
  return blocks;
}

/** Levels that lines have beyond the usual. */
const levelsOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + Math.max(0, prefixOf(line) - USUAL_PREFIX), 0);

/** Lines that hold nothing but paragraphs, or are taken for such. */
function unparsed(lines: readonly Line[]): Parsed {
  const settled = lines.findLastIndex(isEmpty) + 1;
  return { runs: [], settled: settled || lines.length, isOpen: settled === 0 };
}

/**
 * The runs of some lines, and the lines that belong to none: signs alone between the paragraphs of a quote go
 * with what stands above, and lines that were not parsed are paragraphs.
 */
function filled(runs: readonly Run[], lines: readonly Line[]): Run[] {
  const all: Run[] = [];
  let at = 0;
  const fillTo = (end: number) => {
    for (; at < end; at++) {
      const open = all.at(-1);
      const line = lines[at];
      if (!line || isEmpty(line)) continue;
      if (open?.last === at - 1) open.last = at;
      else all.push({ kind: 'paragraph', first: at, last: at });
    }
  };
  for (const run of runs) {
    if (run.first >= lines.length) break;
    // Markup in a quote that does not end reaches into the line behind the quote.
    const first = Math.max(run.first, at);
    if (first > run.last) continue;
    fillTo(first);
    all.push({ ...run, first, last: Math.min(run.last, lines.length - 1) });
    at = run.last + 1;
  }
  fillTo(lines.length);
  return all;
}

function addRun(blocks: ShownBlock[], text: string, lines: readonly Line[], run: Run): void {
  const { first, last, ...look } = run;
  const [start, end] = [lines[first], lines[last]];
  if (!start || !end || (first === last && isEmpty(start))) return;
  pushPieces(blocks, text, { start: start.start, end: end.end, ...look });
}
