import { groupBy } from '../../queries/group.ts';
import { sourcesOf } from '../../queries/sources.ts';
import type { Block, Content } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { quotedIn } from './quoted.ts';
import type { ReportQuote, ReportSource } from './report.ts';

/** Quotes with their numbers, and the documents they stand in. */
export interface Numbered {
  quotes: ReadonlyMap<string, ReportQuote>;
  sources: ReadonlyMap<string, ReportSource>;
  /** Highlights that are cited but printed nowhere in full. */
  unprinted: readonly string[];
}

/**
 * Numbers the quotes in the order in which they are printed in full, then those that are only cited;
 * numbers the documents they stand in, in the order of import. A highlight that is gone gets no
 * number: its citation prints as missing, and verifying the case finds it.
 */
export function numberQuotes(blocks: readonly Block[], context: ReportContext): Numbered {
  const printed = new Set<string>();
  const cited = new Set<string>();
  for (const block of blocks) collect(block, printed, cited);
  const unprinted = [...cited].filter((id) => !printed.has(id) && context.highlights.has(id));
  const marks = [...printed, ...unprinted]
    .map((id) => context.highlights.get(id))
    .filter((mark) => mark !== undefined);
  const quotes = quotedIn(context.view, marks, context.options.pictures);
  return { quotes, sources: sourcesFor(quotes, context), unprinted };
}

function sourcesFor(
  quotes: ReadonlyMap<string, ReportQuote>,
  { view }: ReportContext,
): ReadonlyMap<string, ReportSource> {
  const byDocument = groupBy(quotes.values(), ({ document }) => document);
  const sources = new Map<string, ReportSource>();
  for (const entry of sourcesOf(view)) {
    const own = byDocument.get(entry.id);
    if (!own) continue;
    own.sort((a, b) => a.start - b.start || a.end - b.end || a.number - b.number);
    sources.set(entry.id, { ...entry, number: sources.size + 1, quotes: own });
  }
  return sources;
}

function collect(block: Block, printed: Set<string>, cited: Set<string>): void {
  if (block.kind === 'group') for (const inner of block.blocks) collect(inner, printed, cited);
  else if (block.kind === 'evidence') for (const id of block.highlights) printed.add(id);
  else {
    for (const content of contentsOf(block)) {
      for (const inline of content) {
        if (inline.kind === 'cite') for (const id of inline.highlights) cited.add(id);
      }
    }
  }
}

function contentsOf(block: Exclude<Block, { kind: 'group' | 'evidence' }>): readonly Content[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content];
    case 'list':
      return block.items;
    case 'table':
      return block.rows.flat();
    case 'facts':
      return block.rows.map(([, value]) => value);
    case 'figure':
      return [block.caption];
    case 'prose':
      return [];
  }
}
