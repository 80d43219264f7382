/** Left, top, width and height in parts (0 to 1) of a page as it is shown unturned. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Letters as a page draws them in one go. */
export interface PageRun {
  text: string;
  box: Box;
  /** How the line is turned, in quarters clockwise. */
  turn: 0 | 1 | 2 | 3;
  rtl: boolean;
  /** Where each code unit of the text begins, and the last one ends, in parts of the line's length. */
  edges: number[];
}

/** What pdf.js tells of the letters that a page draws in one go; of its `TextItem`. */
export interface DrawnItem {
  str: string;
  dir: string;
  /** Six numbers: from the letters to the page. */
  transform: unknown[];
  /** Length of the line, in units of the page. */
  width: number;
  fontName: string;
}

/** What pdf.js tells of a page's letters; of its `TextContent`. */
export interface DrawnText {
  items: readonly (DrawnItem | object)[];
  styles: Readonly<Record<string, { ascent?: number; descent?: number; fontFamily?: string }>>;
}

/** A page at scale 1, turned as its file turns it; of pdf.js's `PageViewport`. */
export interface Paper {
  width: number;
  height: number;
  transform: readonly number[];
}

/** How wide a letter is in a font of that family, in any unit. */
export type MeasureLetter = (letter: string, family: string) => number;

/** Letters reach this far above the line where a font does not say it, in parts of its height. */
const ASCENT = 0.8;

/** The runs of a page with their places. */
export function runsOf(
  { items, styles }: DrawnText,
  paper: Paper,
  measure: MeasureLetter,
): PageRun[] {
  const runs: PageRun[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const style = styles[item.fontName];
    const ascent = ascentOf(style ?? {});
    const edges = edgesOf(item.str, (letter) => measure(letter, style?.fontFamily ?? 'sans-serif'));
    runs.push({ ...placeOf(item, paper, ascent), text: item.str, rtl: item.dir === 'rtl', edges });
  }
  return runs;
}

/**
 * What of a line's height is above the line it stands on. Fonts of Arabic letters reach farther up and down than
 * their size says: both are taken in proportion, so that letters below the line are in their box.
 */
function ascentOf({ ascent = 0, descent = 0 }: DrawnText['styles'][string]): number {
  if (!(ascent > 0)) return ASCENT;
  return descent < 0 ? ascent / (ascent - descent) : Math.min(ascent, 1);
}

function placeOf(
  { transform, width: long }: DrawnItem,
  paper: Paper,
  ascent: number,
): Pick<PageRun, 'box' | 'turn'> {
  const [a, b, c, d, x, y] = product(paper.transform, transform as number[]);
  const turn = quarter(Math.atan2(b, a));
  const high = Math.hypot(c, d);
  const up = high * ascent;
  // From the start of the line: along it, and up to the tops of its letters.
  const boxes: readonly Box[] = [
    [x, y - up, long, high],
    [x - (high - up), y, high, long],
    [x - long, y - (high - up), long, high],
    [x - up, y - long, high, long],
  ];
  const [left, top, width, height] = boxes[turn] ?? [0, 0, 0, 0];
  return {
    turn,
    box: [left / paper.width, top / paper.height, width / paper.width, height / paper.height],
  };
}

type Matrix = [number, number, number, number, number, number];

function product(one: readonly number[], other: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = one;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = other;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

const quarter = (angle: number): PageRun['turn'] =>
  ((Math.round(angle / (Math.PI / 2)) + 4) % 4) as PageRun['turn'];

/** Where letters begin along a line, by how wide they are in a font of the same kind. */
function edgesOf(text: string, measure: (letter: string) => number): number[] {
  const edges = [0];
  let total = 0;
  for (const letter of text) {
    total += measure(letter);
    for (let unit = 0; unit < letter.length; unit++) edges.push(total);
  }
  return edges.map((edge) => (total > 0 ? edge / total : 0));
}
