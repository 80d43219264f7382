import type { Canvas } from '@napi-rs/canvas';
import type { Area } from '#data/model/highlight.ts';
import type { SourceFile } from '#data/formats/import/format.ts';
import { canvasLibrary } from './native-parts.ts';
import { drawInColour, pageDrawer } from './pdf/draw-pages.ts';
import { tiffPages } from './pictures/tiff.ts';

/** Points per inch of a cut-out: fine enough for print. */
const RESOLUTION = 200;

/** A picture of a rectangle: PNG. */
export interface CutOut {
  highlight: string;
  png: Uint8Array;
}

/** A rectangle that is wanted as a picture. */
export interface WantedCutOut {
  highlight: string;
  area: Area;
}

/**
 * Cuts rectangles out of the pages of a file, page by page, so that one page is in memory at a time. One that
 * cannot be drawn is left out. Throws when the file itself cannot be opened.
 */
export async function* cutOuts(
  file: SourceFile,
  mediaType: string,
  wanted: readonly WantedCutOut[],
): AsyncGenerator<CutOut> {
  const pages = await pagesOf(file, mediaType);
  try {
    const numbers = [...new Set(wanted.map(({ area }) => area.page))].sort((a, b) => a - b);
    for (const number of numbers) {
      const page = await pages.draw(number).catch(() => undefined);
      if (!page) continue;
      for (const { highlight, area } of wanted.filter((one) => one.area.page === number)) {
        yield { highlight, png: cut(page, area) };
      }
    }
  } finally {
    await pages.close();
  }
}

interface DrawnFile {
  /** A page (from 1) in its colours. Throws when it is broken or there is none. */
  draw(number: number): Promise<Canvas>;
  close(): Promise<void>;
}

async function pagesOf(file: SourceFile, mediaType: string): Promise<DrawnFile> {
  if (mediaType === 'application/pdf') {
    const drawer = await pageDrawer(file, undefined);
    return {
      draw: (number) => drawInColour(drawer.document, number, RESOLUTION),
      close: () => drawer.close(),
    };
  }
  const close = (): Promise<void> => Promise.resolve();
  if (mediaType === 'image/tiff') {
    const pages = await tiffPages(file.bytes);
    return { draw: (number) => Promise.resolve(pages[number - 1]?.colours() ?? nothing()), close };
  }
  const { loadImage, createCanvas } = canvasLibrary();
  const image = await loadImage(Buffer.from(file.bytes));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return { draw: (number) => Promise.resolve(number === 1 ? canvas : nothing()), close };
}

function nothing(): never {
  throw new RangeError();
}

function cut(page: Canvas, { x, y, width, height }: Area): Uint8Array {
  const left = Math.floor(x * page.width);
  const top = Math.floor(y * page.height);
  const wide = Math.max(1, Math.min(page.width - left, Math.ceil(width * page.width)));
  const high = Math.max(1, Math.min(page.height - top, Math.ceil(height * page.height)));
  const canvas = canvasLibrary().createCanvas(wide, high);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, wide, high);
  context.drawImage(page, left, top, wide, high, 0, 0, wide, high);
  return new Uint8Array(canvas.toBuffer('image/png'));
}
