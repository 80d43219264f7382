import type { Highlight } from '../model/highlight.ts';
import type { CaseDocument } from '../model/document.ts';
import type { Region } from '../model/region.ts';
import { packBlocks, type PackedBlocks } from '../text/packed-blocks.ts';
import type { TextCue, TextPage, WorkingText } from '../text/working-text.ts';
import { REACH, textPart, type TextPart } from './text-part.ts';

/**
 * A document as it is opened for reading: the outline of its whole text, and the words, marks and
 * highlights around a place.
 */
export interface OpenedDocument {
  document: CaseDocument;
  blocks: PackedBlocks;
  /** What of it is folded away, in reading order. */
  regions: readonly Region[];
  /** Left out where there are none. */
  pages?: readonly TextPage[];
  cues?: readonly TextCue[];
  part: TextPart;
}

/** A document as it is opened at a place (an offset). Cost: one pass over its blocks and highlights. */
export function openedDocument(
  document: CaseDocument,
  words: WorkingText,
  beside: { regions: readonly Region[]; highlights: Iterable<Highlight> },
  place: number,
): OpenedDocument {
  const { blocks, pages, cues } = words;
  return {
    document,
    blocks: packBlocks(blocks),
    regions: beside.regions,
    ...(pages && { pages }),
    ...(cues && { cues }),
    part: textPart(words, beside.highlights, place - REACH, place + REACH),
  };
}
