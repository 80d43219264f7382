import { inReadingOrder, isRightToLeft, readsFromRight } from './bidi.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import type { Box, Glyph, Overlay } from './page.ts';
import { around, mainOf, type Run } from './runs.ts';
import { IDEOGRAPH, withSpaces } from './spaces.ts';

/** How a stretch of a line looks. */
export interface Span {
  from: number;
  to: number;
  kind: 'raised' | 'lowered' | 'strong' | 'emphasis';
}

/** Words of a line over which something lies. */
export interface Over {
  from: number;
  to: number;
  overlay: Overlay;
}

/** A part of a line that stands apart from the rest of it. */
export interface Piece {
  text: string;
  x0: number;
  x1: number;
}

/** A line of text, in the order in which it is read. */
export interface Line extends Box {
  text: string;
  /** Base line, and size of most letters. */
  y: number;
  size: number;
  /** Most letters are bold. */
  bold: boolean;
  mono: boolean;
  fromRight: boolean;
  spans: Span[];
  /** What lies over its words. */
  over: Over[];
  pieces: Piece[];
  /** Width of its first word. */
  firstWord: number;
  /** Level of the heading that the file says it is. */
  heading?: number;
  /** It is a table: the cells of its rows, each with its lines. */
  rows?: Line[][][];
  /** Page that it stands on, from 0. */
  page: number;
}

/** How the lines of a page are read. */
export interface LineContext {
  page: number;
  /** Levels of headings by the part of the structure. */
  headingTags: ReadonlyMap<number, number>;
  overlays: readonly Overlay[];
}

/** The line that runs make which stand beside each other. */
export function lineOf(runs: readonly Run[], context: LineContext, columnFromRight = false): Line {
  const { page, headingTags, overlays } = context;
  const glyphs = runs.flatMap((run) => run.glyphs);
  const main = mainOf(glyphs);
  const seen = withSpaces(clustersOf(glyphs, main), main.size);
  const fromRight = readsFromRight(
    seen.map(({ text }) => text),
    columnFromRight,
  );
  const read = inReadingOrder(seen, fromRight);
  const level = levelOf(glyphs, headingTags);
  const { places, ...told } = textOf(read, main);
  return {
    ...around(runs),
    y: main.y,
    size: main.size,
    ...told,
    over: oversOf(told.text, places, overlays),
    mono: glyphs.every(({ look }) => look.mono),
    fromRight,
    ...(level !== undefined && { heading: level }),
    page,
  };
}

/** The level of the heading that all of the line is, if it is one. */
function levelOf(glyphs: readonly Glyph[], levels: LineContext['headingTags']): number | undefined {
  if (levels.size === 0) return undefined;
  const found = new Set(glyphs.map(({ tag }) => (tag === undefined ? undefined : levels.get(tag))));
  return found.size === 1 ? [...found][0] : undefined;
}

interface Told extends Pick<Line, 'text' | 'spans' | 'pieces' | 'firstWord' | 'bold'> {
  /** Where each code unit of the text stands. */
  places: Box[];
}

function textOf(read: readonly Cluster[], main: Glyph): Told {
  const told: Told = { text: '', spans: [], places: [], pieces: [], firstWord: 0, bold: false };
  let boldWidth = 0;
  let width = 0;
  let from = 0;
  let firstEnd = -1;
  const inFirst: Box[] = [];
  read.forEach((one, at) => {
    const { text, x0, x1, glyph } = one;
    const box = { x0, x1, y0: glyph.y - 0.8 * glyph.size, y1: glyph.y + 0.2 * glyph.size };
    if (one.gap !== undefined) {
      told.pieces.push(pieceOf(told, from));
      from = told.text.length + 1;
    }
    if (text === ' ') firstEnd = firstEnd < 0 ? at : firstEnd;
    else {
      width += x1 - x0;
      if (glyph.look.bold) boldWidth += x1 - x0;
      if (firstEnd < 0) inFirst.push(box);
    }
    for (const kind of looksOf(glyph, main, text)) addSpan(told, kind, text.length);
    told.text += text;
    for (let unit = 0; unit < text.length; unit++) told.places.push(box);
  });
  told.pieces.push(pieceOf(told, from));
  const first = around(inFirst);
  // A script without spaces is cut anywhere.
  const isWhole = !IDEOGRAPH.test(told.text.charAt(0));
  told.firstWord = isWhole ? Math.max(0, first.x1 - first.x0) : main.size;
  told.bold = boldWidth > 0.7 * width;
  return told;
}

/** What the text has from a place on, and where it stands. */
function pieceOf({ text, places }: Told, from: number): Piece {
  const { x0, x1 } = around(places.slice(from));
  return { text: text.slice(from), x0, x1 };
}

function looksOf(glyph: Glyph, main: Glyph, text: string): Span['kind'][] {
  const kinds: Span['kind'][] = [];
  const up = (main.y - glyph.y) / main.size;
  if (!isRightToLeft(text)) {
    const share = glyph.size / main.size;
    // What is nearly as large as the rest must stand further off: lines of scans are not level.
    if (up > (share < 0.85 ? 0.12 : 0.22) && share < 0.95) kinds.push('raised');
    else if (up < (share < 0.85 ? -0.06 : -0.15) && share < 0.95) kinds.push('lowered');
  }
  if (glyph.look.bold) kinds.push('strong');
  if (glyph.look.italic) kinds.push('emphasis');
  return kinds;
}

function addSpan({ spans, text }: Told, kind: Span['kind'], length: number): void {
  const at = text.length;
  const last = spans.findLast((one) => one.kind === kind);
  if (last?.to === at) last.to = at + length;
  else spans.push({ from: at, to: at + length, kind });
}

/** The stretches of a line over which something lies. */
function oversOf(text: string, places: readonly Box[], overlays: readonly Overlay[]): Over[] {
  const found: Over[] = [];
  for (const overlay of overlays) {
    let open: Over | undefined;
    places.forEach((place, at) => {
      if (!overlay.boxes.some((box) => isInside(place, box))) open = undefined;
      else if (open) open.to = at + 1;
      else found.push((open = { from: at, to: at + 1, overlay }));
    });
  }
  for (const over of found) if (over.overlay.kind === 'mark') toWords(text, over);
  return found;
}

/** Who marks words by hand does not hit their ends. */
function toWords(text: string, over: Over): void {
  const isWord = (at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
  while (over.from > 0 && isWord(over.from) && isWord(over.from - 1)) over.from--;
  while (over.to < text.length && isWord(over.to - 1) && isWord(over.to)) over.to++;
}

/** Whether the middle of a place lies in a box. */
function isInside(place: Box, box: Box): boolean {
  const [x, y] = [(place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2];
  return box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1;
}
