import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';

const modules = join(projectRoot, 'node_modules');

/** Files of the canvas library that are loaded; its native code is in a package of the machine's kind. */
const CANVAS = [
  'index.js',
  'geometry.js',
  'js-binding.js',
  'load-image.js',
  'package.json',
  'LICENSE',
];

/**
 * Puts what drawing and reading pictures needs beside the bundles, once for the program and the command line:
 * native code and WebAssembly cannot be bundled, and 50 MB of them are not wanted twice. It is found by
 * `electron/convert/ocr/parts.ts`.
 *
 *     core.cjs, core.wasm                      Tesseract: the core with SIMD and LSTM, and no other
 *     languages/<code>.traineddata.gz          what it knows of each language
 *     canvas/                                  @napi-rs/canvas with the native code of this machine
 */
export async function copyOcrParts(folder) {
  await copyCore(folder);
  await copyLanguages(join(folder, 'languages'));
  await copyCanvas(join(folder, 'canvas'));
}

async function copyCore(folder) {
  const ofTesseract = createRequire(join(modules, 'tesseract.js/package.json'));
  const script = ofTesseract.resolve('tesseract.js-core/tesseract-core-simd-lstm.js');
  await mkdir(folder, { recursive: true });
  // The folder dist/ holds ES modules.
  await cp(script, join(folder, 'core.cjs'));
  await cp(script.replace(/\.js$/, '.wasm'), join(folder, 'core.wasm'));
  await cp(join(dirname(script), 'LICENSE'), join(folder, 'LICENSE'));
}

async function copyLanguages(folder) {
  await mkdir(folder, { recursive: true });
  const { dependencies } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const packages = Object.keys(dependencies).filter((name) =>
    name.startsWith('@tesseract.js-data/'),
  );
  const files = packages.map((name) => {
    const code = name.slice(name.indexOf('/') + 1);
    return join(modules, name, '4.0.0_best_int', `${code}.traineddata.gz`);
  });
  const own = join(projectRoot, 'build/ocr-languages');
  const vendored = (await readdir(own)).filter((name) => name.endsWith('.gz'));
  for (const file of [...files, ...vendored.map((name) => join(own, name))]) {
    await cp(file, join(folder, file.slice(file.lastIndexOf('/') + 1)));
  }
}

/** It looks for native code beside itself first. */
async function copyCanvas(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of CANVAS) await cp(join(modules, '@napi-rs/canvas', name), join(folder, name));
  const kinds = (await readdir(join(modules, '@napi-rs'))).filter((name) => /^canvas-/.test(name));
  for (const kind of kinds) {
    const place = join(modules, '@napi-rs', kind);
    for (const name of await readdir(place)) {
      if (name.endsWith('.node') || name === 'icudtl.dat')
        await cp(join(place, name), join(folder, name));
    }
  }
}
