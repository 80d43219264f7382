import type { ShownBlock } from '../../../text/working-text.ts';
import { adverts } from './debris/adverts.ts';
import { authorBoxes } from './debris/author-box.ts';
import { buttons } from './debris/buttons.ts';
import { captions, sourceNote } from './debris/captions.ts';
import { comments } from './debris/comments.ts';
import { footers } from './debris/footers.ts';
import { pageNumbers } from './debris/page-numbers.ts';
import { Page, type Recogniser } from './debris/page.ts';
import { publisherBoxes } from './debris/publisher-box.ts';
import { pullQuotes } from './debris/pull-quotes.ts';
import { references } from './debris/references.ts';
import { related } from './debris/related.ts';
import { timestamps } from './debris/timestamps.ts';
import { topOfPage } from './debris/top-of-page.ts';

/** No saved page has a text this long; beyond it nothing is looked for (code units). */
const LONGEST_PAGE = 2_000_000;

/** In this order: what one has marked, those behind it leave alone. */
const RECOGNISERS: readonly Recogniser[] = [
  topOfPage,
  captions,
  references,
  comments,
  footers,
  adverts,
  timestamps,
  authorBoxes,
  publisherBoxes,
  related,
  buttons,
  pageNumbers,
  pullQuotes,
  sourceNote,
];

/**
 * Tells the debris of a saved page: page title, breadcrumb, captions, pull quotes, references, author box,
 * related posts, comments and the like, each as a region of its kind. In doubt prose stays: what reads like a
 * sentence is marked by two signs at least. Only regions are set: no text is lost. Blocks are changed in place;
 * what they say already holds. Cost: some passes over the rows.
 */
export function flagDebris(text: string, blocks: readonly ShownBlock[]): void {
  if (text.length > LONGEST_PAGE) return;
  const page = new Page(text, blocks);
  if (!page.hasProse) return;
  for (const recognise of RECOGNISERS) recognise(page);
  if (page.rows.every(({ region }) => region !== undefined)) return;
  for (const { region, first, after } of page.rows) {
    if (region === undefined) continue;
    for (const block of blocks.slice(first, after)) block.region ??= region;
  }
}
