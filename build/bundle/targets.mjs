import { cp } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { copyOcrParts } from './ocr-parts.mjs';
import { pdfLibrary } from './pdf-library.mjs';

/**
 * The bundles, each one plain Vite build. Compile targets are named, not derived from the Electron
 * at hand: the same files must run on Electron 33 (Chromium 130, Node 20) and the current one.
 */
const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';
const NEVER_BUNDLED = ['electron', /^electron\//, /^node:/, ...builtinModules];

/** The program of the processes that work in the background. */
const worker = 'electron/worker/worker.ts';

/**
 * @typedef {object} Target
 * @property {string} name its folder under dist/
 * @property {string[]} sources the rooms and files whose content decides whether to build again
 * @property {string} result the file that must exist afterwards, under dist/<name>/
 * @property {() => Promise<import('vite').InlineConfig>} [config] without `build.outDir`
 * @property {(folder: string) => Promise<void>} [copy] puts files there instead, when nothing is bundled
 */

/** @type {Target[]} */
export const targets = [
  {
    name: 'main',
    sources: ['electron', 'data'],
    result: 'main.js',
    config: async () =>
      nodeConfig(
        { main: 'electron/main.ts', worker },
        { chunkFileNames: 'chunks/[name]-[hash].js' },
        [withPdfFiles, pdfLibrary()],
      ),
  },
  {
    name: 'preload',
    sources: ['electron', 'data'],
    result: 'preload.cjs',
    // A sandboxed preload can require nothing but electron: one CommonJS file.
    config: async () =>
      nodeConfig(
        { preload: 'electron/preload/preload.ts' },
        { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      ),
  },
  {
    name: 'cli',
    sources: ['electron', 'data'],
    result: 'cli.js',
    config: async () =>
      nodeConfig(
        { cli: 'electron/cli/cli.ts', worker },
        { chunkFileNames: 'chunks/[name]-[hash].js' },
        [withPdfFiles, pdfLibrary()],
      ),
  },
  {
    name: 'ocr',
    sources: ['build/ocr-languages'],
    result: 'core.wasm',
    copy: copyOcrParts,
  },
  {
    name: 'renderer',
    sources: ['renderer', 'data'],
    result: 'index.html',
    config: rendererConfig,
  },
  {
    name: 'pages',
    sources: ['renderer/page-frame', 'renderer/pages', 'data/text', 'data/formats/import/pdf'],
    result: 'index.html',
    config: async () => pagesConfig(),
  },
];

/**
 * pdf.js reads character maps of Chinese, Japanese and Korean fonts, fonts that files name only, and what decodes
 * JPEG 2000 from files: they lie beside the bundle.
 */
const withPdfFiles = {
  name: 'with-pdf-files',
  async writeBundle({ dir }) {
    for (const folder of ['cmaps', 'standard_fonts']) {
      const from = join(projectRoot, 'node_modules/pdfjs-dist', folder);
      await cp(from, join(dir, folder), { recursive: true });
    }
    await copyDecoder(dir);
  },
};

/** The decoder of JPEG 2000 without wasm, which pdf.js loads as a script when a page needs it. */
const withPictureDecoder = {
  name: 'with-picture-decoder',
  writeBundle: ({ dir }) => copyDecoder(dir),
};

async function copyDecoder(dir) {
  const name = 'openjpeg_nowasm_fallback.js';
  await cp(join(projectRoot, 'node_modules/pdfjs-dist/wasm', name), join(dir, 'wasm', name));
}

function nodeConfig(input, output, plugins = []) {
  return {
    root: projectRoot,
    plugins,
    publicDir: false,
    resolve: { conditions: ['node', 'module', 'import', 'default'] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: NODE_TARGET,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(input).map(([name, path]) => [name, join(projectRoot, path)]),
        ),
        external: NEVER_BUNDLED,
        output: { format: 'es', entryFileNames: '[name].js', ...output },
      },
    },
  };
}

/**
 * Font packages name a WOFF beside each WOFF2 for browsers of ten years ago. Without this, four
 * megabytes that nothing ever loads would be built and shipped.
 */
const withoutOldFonts = {
  name: 'without-old-fonts',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource.*\.css$/.test(id)) return null;
    return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''), map: null };
  },
};

async function rendererConfig() {
  const { svelte } = await import('@sveltejs/vite-plugin-svelte');
  return {
    root: join(projectRoot, 'renderer'),
    // Served from app://wakhan/, so absolute addresses are same-origin, in workers too.
    base: '/',
    plugins: [svelte({ configFile: false }), withoutOldFonts],
    worker: { format: 'es' },
    build: {
      target: CHROME_TARGET,
      cssTarget: CHROME_TARGET,
      minify: true,
      // The content policy allows no data: addresses, so fonts and images stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      // Where the seconds of a build went is of no use to who wants to start the program.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  };
}

/** The frame that draws pages: a page of its own, on a host of its own. */
function pagesConfig() {
  return {
    root: join(projectRoot, 'renderer/page-frame'),
    base: '/',
    plugins: [pdfLibrary(), withPictureDecoder],
    worker: { format: 'es', plugins: () => [pdfLibrary()] },
    build: {
      target: CHROME_TARGET,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  };
}

/** One benchmark as a script; it may import any room, and npm packages as they are installed. */
export function benchConfig(name, outDir) {
  const config = nodeConfig({ bench: `tests/bench/${name}.bench.ts` }, { codeSplitting: false });
  return {
    ...config,
    ssr: { target: 'node' },
    build: { ...config.build, outDir, emptyOutDir: true, reportCompressedSize: false },
  };
}
