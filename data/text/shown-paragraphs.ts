import type { Span } from './finder.ts';
import { foldBlocks } from './fold-blocks.ts';
import type { RegionKind } from './region-kinds.ts';
import type { Block, WorkingText } from './working-text.ts';

/** A paragraph of a text as it is read: a half-open range of UTF-16 code units, and what it is. */
export interface ShownParagraph extends Span {
  kind: Exclude<Block['kind'], 'continuation' | 'page-break'>;
  /** Level of a heading or of a nested list item. */
  level?: number;
}

type Shown = Pick<WorkingText, 'text' | 'blocks'>;
type Folded = Span & { kind: RegionKind };

/** The paragraphs of a working text without what its regions fold away, each whole and without page breaks. */
export function shownParagraphs(shown: Shown, regions: readonly Folded[]): string[] {
  return paragraphsShown(shown, regions).map(({ start, end }) => shown.text.slice(start, end));
}

/** The same as ranges of the text. */
export function paragraphsShown(
  { text, blocks }: Shown,
  regions: readonly Folded[],
): ShownParagraph[] {
  const paragraphs: ShownParagraph[] = [];
  for (const { start, end, kind, level, region } of foldBlocks(blocks, regions)) {
    if (region !== undefined || kind === 'page-break') continue;
    const last = paragraphs.at(-1);
    if (kind === 'continuation' && last && !/\S/.test(text.slice(last.end, start))) last.end = end;
    else if (/\S/.test(text.slice(start, end))) {
      const own = kind === 'continuation' ? 'paragraph' : kind;
      paragraphs.push({ start, end, kind: own, ...(level !== undefined && { level }) });
    }
  }
  return paragraphs;
}
