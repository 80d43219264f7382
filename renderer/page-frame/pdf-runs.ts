import { Util, type PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { Box, PageRun } from '../pages/wire.ts';

/** Letters reach this far above the line where a font does not say it, in parts of its height. */
const ASCENT = 0.8;

/** The runs of a page with their places. `viewport`: the page at scale 1, turned as the file turns it. */
export function runsOf({ items, styles }: TextContent, viewport: PageViewport): PageRun[] {
  const runs: PageRun[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const style = styles[item.fontName];
    const ascent = style?.ascent && style.ascent > 0 ? style.ascent : ASCENT;
    runs.push(runOf(item, viewport, ascent, style?.fontFamily ?? 'sans-serif'));
  }
  return runs;
}

function runOf(item: TextItem, viewport: PageViewport, ascent: number, family: string): PageRun {
  const matrix = Util.transform(viewport.transform, item.transform) as number[];
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = matrix;
  const turn = quarter(Math.atan2(b, a));
  const high = Math.hypot(c, d);
  const long = item.width * viewport.scale;
  const up = high * ascent;
  // From the start of the line: along it, and up to the tops of its letters.
  const boxes: readonly Box[] = [
    [x, y - up, long, high],
    [x - (high - up), y, high, long],
    [x - long, y - (high - up), long, high],
    [x - up, y - long, high, long],
  ];
  const [left = 0, top = 0, width = 0, height = 0] = boxes[turn] ?? [];
  return {
    text: item.str,
    box: [
      left / viewport.width,
      top / viewport.height,
      width / viewport.width,
      height / viewport.height,
    ],
    turn,
    rtl: item.dir === 'rtl',
    edges: edgesOf(item.str, family),
  };
}

function quarter(angle: number): 0 | 1 | 2 | 3 {
  return ((Math.round(angle / (Math.PI / 2)) + 4) % 4) as 0 | 1 | 2 | 3;
}

const widths = new Map<string, Map<string, number>>();
let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/** Where letters begin along a line, measured in a font of the same kind: the file's own has no names for them. */
function edgesOf(text: string, family: string): number[] {
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  const known = widths.get(family) ?? new Map<string, number>();
  widths.set(family, known);
  const edges = [0];
  let total = 0;
  for (const letter of text) {
    let width = known.get(letter);
    if (width === undefined) {
      if (pen) pen.font = `100px ${family}`;
      width = pen?.measureText(letter).width ?? 1;
      known.set(letter, width);
    }
    total += width;
    for (let unit = 0; unit < letter.length; unit++) edges.push(total);
  }
  return edges.map((edge) => (total > 0 ? edge / total : 0));
}
