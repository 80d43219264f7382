import type { Highlight } from '#data/model/highlight.ts';
import { pagesFrom } from '#data/queries/page-of.ts';
import type { Span } from '#data/text/finder.ts';
import type { OpenText } from '../open-text.svelte.ts';
import { depthOf, paintOf, strokesOf, type Palette, type Stroke } from '../paint.ts';
import { segments, type Laned } from '../segments.ts';
import { lookOf, type Look } from '../text-marks.ts';
import { cellsOf } from '../tables.ts';

/** Words that look the same throughout, as one element shows them. */
export interface Run extends Span {
  text: string;
  look: Look;
  marks: readonly Laned<Highlight>[];
  /** Underlines and tint of its highlights; empty without any. */
  paint: string;
  /** How far they reach below the words. */
  depth: string;
  /** The page of the original that begins here. */
  page?: string;
}

/** What a block is cut by. */
interface Cut {
  open: OpenText;
  marks: readonly Highlight[];
  palette: Palette;
  /** Whether its cells are apart. */
  isTable: boolean;
}

/** The runs of a block: cut where highlights, looks, pages and cells begin and end. */
export function runsOf(block: Span, { open, marks, palette, isTable }: Cut): Run[] {
  const { text } = open;
  const known = new Map<string, Stroke[]>();
  const strokes = (mark: Highlight) => {
    const made = known.get(mark.id) ?? strokesOf(mark, palette);
    known.set(mark.id, made);
    return made;
  };
  const pages = new Map(pagesFrom(open.pages, block).map((page) => [page.start, page.number]));
  const tabs = isTable ? cellsOf(text, block).map(({ end }) => end) : [];
  const cut = segments(block, {
    marks,
    looks: open.looksOver(block.start, block.end),
    lanes: (mark: Highlight) => strokes(mark).length,
    at: [...pages.keys(), ...tabs],
  });
  return cut.map((one) => {
    const words = text.slice(one.start, one.end);
    const page = pages.get(one.start);
    return {
      ...one,
      text: words,
      look: lookOf(one.looks, { start: one.start, words }),
      paint: one.marks.length ? paintOf(one, strokes) : '',
      depth: one.marks.length ? `${depthOf(one, strokes)}px` : '',
      ...(page !== undefined && { page }),
    };
  });
}

/** The runs of each cell of a row; a cell begins with the tab before it, which takes no room. */
export function inCells(runs: readonly Run[], cells: readonly Span[]): Run[][] {
  const found: Run[][] = cells.map(() => []);
  let cell = 0;
  for (const run of runs) {
    // Runs are cut at every tab: one of them begins each cell but the first.
    if (run.text.startsWith('\t')) cell++;
    found[cell]?.push(run);
  }
  return found;
}
