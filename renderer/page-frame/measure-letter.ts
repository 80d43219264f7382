import type { MeasureLetter } from '#data/text/page-runs.ts';

const widths = new Map<string, Map<string, number>>();
let pen: OffscreenCanvasRenderingContext2D | null | undefined;

/** Measures letters in a font of the browser: a file's own has no name here. */
export const measureLetter: MeasureLetter = (letter, family) => {
  pen ??= new OffscreenCanvas(1, 1).getContext('2d');
  const known = widths.get(family) ?? new Map<string, number>();
  widths.set(family, known);
  let width = known.get(letter);
  if (width === undefined) {
    if (pen) pen.font = `100px ${family}`;
    width = pen?.measureText(letter).width ?? 1;
    known.set(letter, width);
  }
  return width;
};
