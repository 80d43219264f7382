import { unpackBlocks } from '#data/text/packed-blocks.ts';
import type { ShownMark } from '#data/queries/text-part.ts';
import type { CaseModel } from '../state/case-model.svelte.ts';
import type { Reveal } from '../state/selection.svelte.ts';
import { OpenText } from './open-text.svelte.ts';
import { Folds } from './folding/folds.svelte.ts';

/** A document, and where in it somebody wants to be. */
export type Destination = Pick<Reveal, 'document' | 'highlight' | 'offset'>;

/** UTF-16 code units of a long text that are fetched at a time: some milliseconds of work. */
const PIECE = 400_000;

/**
 * Fetches the outline of a document and the part of its text where somebody wants to be. `before`: its folds
 * as they were left.
 */
export async function readText(
  model: CaseModel,
  { document: id, highlight, offset }: Destination,
  before?: Folds,
): Promise<{ open: OpenText; length: number }> {
  const { document, blocks, regions, pages, cues, part } = await model.ask('document.open', {
    id,
    ...(highlight === undefined ? {} : { highlight }),
    ...(offset === undefined ? {} : { offset }),
  });
  const { length, blob } = document.text;
  const { language } = document;
  const open = new OpenText({
    id,
    blob,
    length,
    language,
    blocks: unpackBlocks(blocks),
    folds: new Folds(regions, before),
    ...(pages && { pages }),
    ...(cues && { cues }),
    part,
  });
  return { open, length };
}

/**
 * Brings the rest of a long text, piece by piece, so that scrolling does not stop for it; ends when the
 * text is not open any more.
 */
export async function readRest(
  model: CaseModel,
  { open, length, isOpen }: { open: OpenText; length: number; isOpen: () => boolean },
): Promise<void> {
  await painted();
  const pieces: string[] = [];
  const marks: ShownMark[] = [];
  let start = 0;
  while (start < length) {
    const end = start + PIECE;
    const asked = model.ask('document.part', { id: open.id, start, end });
    const part = await asked.catch((error: unknown) => {
      // A document that was closed, or removed, is not missed.
      if (isOpen()) throw error;
    });
    if (!part || !isOpen()) return;
    open.grow(part.highlights);
    pieces.push(part.text.slice(start - part.from));
    // One that began before came with the piece before.
    for (const mark of part.marks ?? []) if (mark.start >= start) marks.push(mark);
    start = part.from + part.text.length;
  }
  open.complete(pieces.join(''), marks);
}

/** Resolves when what is on the page now has been painted. */
function painted(): Promise<void> {
  // A task that a frame begins runs when the frame has been painted.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
