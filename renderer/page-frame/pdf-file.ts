import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from './pdf-worker.ts?worker&url';
import type { PageRun } from '#data/text/page-runs.ts';
import type { Asked, OpenedFile, PageSize } from '../pages/wire.ts';
import { outlineIn } from '#data/formats/import/pdf/outline.ts';
import { runsOf } from '#data/text/page-runs.ts';
import { boundedScale, type PageFile } from './page-file.ts';
import type { LibraryFiles } from './library-files.ts';
import { measureLetter } from './measure-letter.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** CSS pixels of a point. */
const PIXELS = 96 / 72;

/** Opens a PDF. Throws pdf.js's `PasswordException` when it has another password, and what it throws else. */
export async function openPdf(
  { bytes, password }: Asked['open']['ask'],
  files: LibraryFiles,
): Promise<PageFile> {
  const task = getDocument({
    data: bytes,
    ...(password !== undefined && { password }),
    verbosity: 0,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    // The one file that is loaded as a script: the decoder of JPEG 2000 for those who have no wasm.
    wasmUrl: '/wasm/',
    BinaryDataFactory: files.factory(),
  });
  return new PdfFile(await task.promise);
}

class PdfFile implements PageFile {
  readonly #document: PDFDocumentProxy;

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  async opened(): Promise<OpenedFile> {
    const document = this.#document;
    const [first] = await this.sizes(0, 1);
    const labels = await document.getPageLabels().catch(() => null);
    return {
      count: document.numPages,
      first: first ?? { width: 1, height: 1 },
      labels,
      outline: await outlineIn(document),
    };
  }

  async sizes(from: number, to: number): Promise<PageSize[]> {
    const sizes: PageSize[] = [];
    for (let page = from; page < Math.min(to, this.#document.numPages); page++) {
      const { width, height } = (await this.#page(page)).getViewport({ scale: PIXELS });
      sizes.push({ width, height });
    }
    return sizes;
  }

  async draw(number: number, scale: number, signal: AbortSignal): Promise<ImageBitmap> {
    const page = await this.#page(number);
    signal.throwIfAborted();
    const whole = page.getViewport({ scale: PIXELS });
    const viewport = page.getViewport({ scale: PIXELS * boundedScale(whole, scale) });
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(viewport.width)),
      Math.max(1, Math.round(viewport.height)),
    );
    const context = canvas.getContext('2d', { alpha: false });
    const task = page.render({
      canvas: null,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    });
    const stop = (): void => task.cancel();
    signal.addEventListener('abort', stop);
    try {
      await task.promise;
      return canvas.transferToImageBitmap();
    } finally {
      signal.removeEventListener('abort', stop);
      page.cleanup();
      // Its memory is given back at once, not when somebody collects it.
      canvas.width = 0;
      canvas.height = 0;
    }
  }

  async words(number: number): Promise<PageRun[]> {
    const page = await this.#page(number);
    const content = await page.getTextContent();
    return runsOf(content, page.getViewport({ scale: 1 }), measureLetter);
  }

  async close(): Promise<void> {
    await this.#document.loadingTask.destroy();
  }

  #page(number: number): Promise<PDFPageProxy> {
    return this.#document.getPage(number + 1);
  }
}
