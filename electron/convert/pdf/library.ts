import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import geometry from '@napi-rs/canvas/geometry.js';
import type * as Library from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * pdf.js with its worker in this very process, which is one of the background already. Its display part
 * wants a DOMMatrix when it is loaded: that of the canvas is plain script, and loads no native code.
 */
export async function pdfLibrary(): Promise<typeof Library> {
  const world = globalThis as { DOMMatrix?: unknown };
  world.DOMMatrix ??= geometry.DOMMatrix;
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The options under which nothing is run, drawn or fetched. */
export function safely(
  data: Uint8Array,
): Exclude<
  Parameters<typeof Library.getDocument>[0],
  string | URL | ArrayBufferLike | ArrayBufferView | undefined
> {
  return {
    data,
    verbosity: 0,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    fontExtraProperties: false,
    // Pictures are not looked at: unpacking them takes longer than all the rest.
    maxImageSize: 1,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    CanvasFactory: Nothing,
    FilterFactory: Nothing,
    BinaryDataFactory: FilesOfLibrary,
  };
}

class Nothing {
  destroy(): void {
    // There is nothing to give back.
  }
}

/** Folders of files that come with the library, by what it calls them. */
const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
};

/** Reads files that come with the library (character maps, fonts) from the disk, wherever the program lies. */
class FilesOfLibrary {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const name = /^[\w.-]+$/.exec(filename)?.[0];
    const folder = FOLDERS[kind];
    if (folder === undefined || name === undefined) throw new Error(filename);
    return new Uint8Array(await readFile(join(libraryFolder(folder), name)));
  }
}

/** A folder of files that come with the library: beside the bundle, or in the package where there is none. */
export function libraryFolder(name: string): string {
  const { dirname: here } = import.meta;
  const bundled = [join(here, name), join(here, '..', name)].find((one) => existsSync(one));
  return (
    bundled ??
    join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name)
  );
}
