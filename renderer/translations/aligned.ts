import type { DocumentLink } from '#data/model/document-link.ts';
import type { AlignedRow } from '#data/text/alignment/align-paragraphs.ts';
import { turned, type Paragraphs } from '#data/text/alignment/pairs.ts';
import type { AlignedText } from '#data/text/alignment/sides.ts';
import { paragraphsShown } from '#data/text/shown-paragraphs.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import { alignedRows } from './align-job.ts';

/** Of two texts the original stands left, its translation right. */
export type TextSide = 'left' | 'right';

/** The texts of a link between an original and its translation, without what is folded away. */
export type BothTexts = Readonly<Record<TextSide, AlignedText & { document: string }>>;

/** Both texts and which of their paragraphs stand side by side. */
export interface Aligned {
  texts: BothTexts;
  rows: AlignedRow[];
}

/** Fetches both texts. Throws as reading them does. */
export async function readBoth(model: CaseModel, link: DocumentLink): Promise<BothTexts> {
  const [left, right] = await Promise.all([readOne(model, link.to), readOne(model, link.from)]);
  return { left, right };
}

async function readOne(model: CaseModel, document: string) {
  const [{ text }, regions] = await Promise.all([
    model.ask('document.read', { id: document }),
    model.ask('document.regions', { id: document }),
  ]);
  const folded = regions.map(({ region }) => region);
  return { document, text: text.text, paragraphs: paragraphsShown(text, folded) };
}

/** The rows of both texts; the pairs of the link hold. */
export function rowsOf(
  { left, right }: BothTexts,
  { pairs = [] }: DocumentLink,
): Promise<AlignedRow[]> {
  return alignedRows({ left, right, pairs: turned(pairs) });
}

/** The paragraphs of both texts. */
export function paragraphsOf({ left, right }: BothTexts): Paragraphs {
  return { left: left.paragraphs, right: right.paragraphs };
}
