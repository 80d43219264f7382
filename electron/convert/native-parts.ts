import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Canvas from '@napi-rs/canvas';
import { isBundled } from '#data/formats/import/ocr/languages.ts';
import { programFolder } from '../version.ts';

/**
 * What drawing and reading pictures needs beside the bundles: they cannot hold native and WebAssembly code.
 * The build puts it into a folder of its own (`build/bundle/ocr-parts.mjs`); code that runs as it was written
 * (in tests) takes it from the packages.
 */
const require = createRequire(import.meta.url);

function builtFolder(): string | undefined {
  const program = programFolder();
  const folder = program === undefined ? undefined : join(program, 'ocr');
  return folder !== undefined && existsSync(folder) ? folder : undefined;
}

/** Paths of Tesseract's one core, script and code. */
export function corePaths(): { script: string; code: string } {
  const built = builtFolder();
  if (built !== undefined)
    return { script: join(built, 'core.cjs'), code: join(built, 'core.wasm') };
  // It is a dependency of tesseract.js, which knows its place.
  const beside = createRequire(require.resolve('tesseract.js/package.json'));
  const script = beside.resolve('tesseract.js-core/tesseract-core-simd-lstm.js');
  return { script, code: script.replace(/\.js$/, '.wasm') };
}

/** The file of a language that comes with the program. */
export function languageFile(code: string): string | undefined {
  if (!isBundled(code)) return undefined;
  const name = `${code}.traineddata.gz`;
  const built = builtFolder();
  if (built !== undefined) return join(built, 'languages', name);
  if (code === 'rus') return join(programFolder() ?? '', 'build', 'ocr-languages', name);
  const manifest = require.resolve(`@tesseract.js-data/${code}/package.json`);
  return join(dirname(manifest), '4.0.0_best_int', name);
}

/** The library that draws: native code, loaded when something is drawn first. */
export function canvasLibrary(): typeof Canvas {
  const built = builtFolder();
  const place = built === undefined ? '@napi-rs/canvas' : join(built, 'canvas', 'index.js');
  return require(place) as typeof Canvas;
}

/** Loads a script of CommonJS from its path. */
export const loadScript = (path: string): unknown => require(path);
