import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ShownBlock } from '../../text/working-text.ts';
import { isDefinition, isNote, isRow, isRule, type Line } from './markdown-lines.ts';

/** Some lines that are one block, by the numbers of the first and the last of them. */
export interface Run extends Pick<ShownBlock, 'kind' | 'level' | 'region'> {
  first: number;
  last: number;
}

/** What is known of some lines of a text. */
export interface Parsed {
  runs: Run[];
  /** Lines that further ones can change no more; 0 when all are one block that may go on. */
  settled: number;
  /** The line that opened code or markup that goes on behind these lines. */
  opening?: Line;
  /** The last line is one of a paragraph that is taken as settled, but goes on below unless a line is empty. */
  isOpen: boolean;
}

/** Only blocks are asked for: what is within a line stays as it is, and takes no time. */
const blocksOnly = {
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText'],
      ...['definition', 'hardBreakEscape', 'htmlText'],
      ...['labelEnd', 'labelStartImage', 'labelStartLink'],
    ],
  },
};

/** The blocks of some lines. `opening`: the line of a block above that these lines are still in. */
export function parseLines(lines: readonly Line[], opening?: Line): Parsed {
  const given = opening ? [opening, ...lines] : lines;
  const above = given.length - lines.length;
  const seen = given.map(({ words }) => words).join('\n');
  const tree = fromMarkdown(seen, { extensions: [blocksOnly] });
  const last = tree.children.at(-1);
  const opens = last?.type === 'code' || last?.type === 'html' ? given[firstLine(last)] : undefined;
  const runs = leaves(tree, { quoted: false, lists: 0, isItem: false })
    .map((run) => ({ ...run, first: Math.max(0, run.first - above), last: run.last - above }))
    .filter((run) => run.last >= 0);
  const settled = last ? Math.max(0, settledLines(last) - above) : lines.length;
  const isOpen = settled === 0 && last?.type === 'paragraph';
  return {
    runs: runs.flatMap((run) => rowsOf(run, lines)),
    settled: isOpen ? lines.length : settled,
    isOpen,
    ...(opens && { opening: opens }),
  };
}

/** Lines above the last paragraph of a quote and the last item of a list, which begin anew as they went on. */
function settledLines(last: Nodes): number {
  const inner = last.type === 'list' || last.type === 'blockquote' ? last.children : [];
  const end = inner.at(-1);
  if (!end) return firstLine(last);
  return inner.length > 1 ? firstLine(end) : settledLines(end);
}

const firstLine = (node: Nodes): number => (node.position?.start.line ?? 1) - 1;
const lastLine = (node: Nodes): number => (node.position?.end.line ?? 1) - 1;

/** What is around a node: whether a quote and how many lists, and whether it is the first of an item. */
interface Around {
  quoted: boolean;
  lists: number;
  isItem: boolean;
  /** Where what is around begins, when the node is the first in it. */
  start?: number;
}

/** The blocks in a node that hold no others, in order; code line by line. */
function leaves(node: Nodes, around: Around): Run[] {
  const first = around.start ?? firstLine(node);
  const last = lastLine(node);
  if (node.type !== 'root' && (!isContainer(node) || node.children.length === 0)) {
    const { quoted, isItem, lists } = around;
    if (quoted) return [{ kind: 'quote', first, last }];
    if (isItem) return [{ kind: 'list-item', level: Math.min(9, lists), first, last }];
    if (node.type === 'heading') return [{ kind: 'heading', level: node.depth, first, last }];
    if (node.type === 'code') return lineByLine(first, last);
    const isComment = node.type === 'html' && /^<!--[^]*-->\s*$/.test(node.value);
    return [{ kind: 'paragraph', first, last, ...(isComment && { region: 'hidden' }) }];
  }
  const quoted = around.quoted || node.type === 'blockquote';
  const lists = around.lists + (node.type === 'list' ? 1 : 0);
  return node.children.flatMap((child, index) => {
    const isFirst = index === 0 && node.type !== 'root';
    const isItem = node.type === 'list' || (isFirst && (around.isItem || node.type === 'listItem'));
    return leaves(child, { quoted, lists, isItem, ...(isFirst && { start: first }) });
  });
}

type Container = Extract<Nodes, { type: 'root' | 'list' | 'listItem' | 'blockquote' }>;
const isContainer = (node: Nodes): node is Container =>
  /^(root|list|listItem|blockquote)$/.test(node.type);

const lineByLine = (first: number, last: number): Run[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    kind: 'code',
    first: first + at,
    last: first + at,
  }));

/**
 * A paragraph falls into what is no part of CommonMark, or was not asked for: rows of a table, notes, and where
 * links lead, which nobody sees.
 */
function rowsOf(run: Run, lines: readonly Line[]): Run[] {
  if (run.kind !== 'paragraph' || run.region) return [run];
  const runs: Run[] = [];
  const isTable = lines.slice(run.first, run.last + 1).some(isRule);
  for (let at = run.first; at <= run.last; at++) {
    const open = runs.at(-1);
    const line = lines[at];
    const kind = line ? kindOf(line, isTable) : undefined;
    if (kind) runs.push({ ...kind, first: at, last: at });
    else if (open?.kind === 'paragraph' && !open.region) open.last = at;
    else if (open?.kind === 'footnote') open.last = at;
    else runs.push({ kind: 'paragraph', first: at, last: at });
  }
  return runs;
}

function kindOf(line: Line, isTable: boolean): Pick<Run, 'kind' | 'region'> | undefined {
  if (isRow(line) || (isTable && line.words.includes('|'))) return { kind: 'table-row' };
  if (isNote(line)) return { kind: 'footnote' };
  return isDefinition(line) ? { kind: 'paragraph', region: 'hidden' } : undefined;
}

/** The words of a heading without its signs. */
export function headingWords(heading: string): string {
  const [tree] = fromMarkdown(heading.slice(0, LONGEST_HEADING)).children;
  return tree ? wordsOf(tree) : '';
}

/** Beyond this a heading is none; signs within a line take the parser more than linear time. */
const LONGEST_HEADING = 500;

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  if (node.type === 'break') return ' ';
  return 'alt' in node ? (node.alt ?? '') : 'value' in node ? node.value : '';
}
