import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { SourceFile } from '#data/formats/import/format.ts';
import type { GreyPicture } from '#data/formats/import/picture-reader.ts';
import { canvasLibrary } from '../native-parts.ts';
import { greyOf } from '../pictures/draw.ts';
import { libraryFolder, pdfLibrary, safely } from './library.ts';

/** Points per inch that letters are read best at, and those of a page in PDF. */
const RESOLUTION = 300;
const PDF_RESOLUTION = 72;
/** Points of a page that is drawn, at most: A3 at 300 dpi has 17 million. */
const MOST_POINTS = 18_000_000;
/** Points of a picture on a page that is unpacked, at most: each takes four bytes. */
const MOST_OF_PICTURE = 80_000_000;

type RenderParameters = Parameters<PDFPageProxy['render']>[0];

/** The library asks for the canvas of a browser; ours can do the same. */
const asOfBrowser = (drawing: object): RenderParameters => drawing as RenderParameters;

/** A page as a picture, and how wide its paper is in points of 1/72 inch. */
export interface DrawnPage {
  picture: GreyPicture;
  width: number;
}

/** A PDF of which pages can be drawn. */
export interface PageDrawer {
  readonly document: PDFDocumentProxy;
  /** The page with this number (from 1), upright as a reader shows it. Throws when it is broken. */
  draw(number: number): Promise<DrawnPage>;
  close(): Promise<void>;
}

/**
 * Opens a PDF once more, to draw pages of it. What decodes scans (JBIG2, fax, JPEG 2000) is the script that the
 * library has for places without WebAssembly: slower, and no code of another kind.
 */
export async function pageDrawer(
  file: SourceFile,
  password: string | undefined,
): Promise<PageDrawer> {
  const { getDocument } = await pdfLibrary();
  const { Path2D, ImageData } = canvasLibrary();
  const world = globalThis as { Path2D?: unknown; ImageData?: unknown };
  world.Path2D ??= Path2D;
  world.ImageData ??= ImageData;
  const task = getDocument({
    ...safely(new Uint8Array(file.bytes)),
    wasmUrl: decoderAddress(),
    standardFontDataUrl: 'standard_fonts/',
    maxImageSize: MOST_OF_PICTURE,
    canvasMaxAreaInBytes: 4 * MOST_POINTS,
    CanvasFactory: Canvases,
    ...(password !== undefined && { password }),
  });
  const document = await task.promise;
  return {
    document,
    draw: (number) => drawPage(document, number),
    close: () => task.destroy().catch(() => undefined),
  };
}

/** Where the decoder of JPEG 2000 is loaded from; nowhere, where the library lies nowhere: then such pictures are blank. */
function decoderAddress(): string {
  try {
    return pathToFileURL(join(libraryFolder('wasm'), '/')).href;
  } catch {
    return 'wasm/';
  }
}

async function drawPage(document: PDFDocumentProxy, number: number): Promise<DrawnPage> {
  const canvas = await drawInColour(document, number, RESOLUTION);
  const page = await document.getPage(number);
  const { width } = page.getViewport({ scale: 1 });
  const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
  return {
    picture: { width: canvas.width, height: canvas.height, pixels: greyOf(points) },
    width,
  };
}

/** A page (from 1) in its colours on white, in points per inch. Throws when it is broken. */
export async function drawInColour(
  document: PDFDocumentProxy,
  number: number,
  resolution: number,
): Promise<Canvas> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MOST_POINTS / (width * height));
  const viewport = page.getViewport({ scale: Math.min(resolution / PDF_RESOLUTION, most) });
  const { canvas, context } = new Canvases().create(viewport.width, viewport.height);
  try {
    const drawing = { canvas, canvasContext: context, viewport, background: 'white' };
    await page.render(asOfBrowser(drawing)).promise;
    return canvas;
  } finally {
    page.cleanup();
  }
}

interface Drawing {
  canvas: Canvas;
  context: SKRSContext2D;
}

/** Makes what the library draws on. */
class Canvases {
  create(width: number, height: number): Drawing {
    const canvas = canvasLibrary().createCanvas(Math.ceil(width), Math.ceil(height));
    return { canvas, context: canvas.getContext('2d') };
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    canvas.width = Math.ceil(width);
    canvas.height = Math.ceil(height);
  }

  destroy({ canvas }: Drawing): void {
    canvas.width = 0;
    canvas.height = 0;
  }
}
