import { existsSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { inject } from 'vitest';
import { copyOcrParts } from '../../../build/bundle/ocr-parts.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Programs that run in processes of their own: one that is killed, the command line, those of the background. */
const sources = {
  worker: 'tests/store/support/worker.ts',
  cli: 'electron/cli/cli.ts',
  converter: 'electron/worker/worker.ts',
  odd: 'tests/electron/background/odd-worker.ts',
} as const;
export type Program = keyof typeof sources;
const built = new Map<Program, Promise<string>>();

/** Bundles a program, once per run of the tests; gives its path. */
export function program(name: Program): Promise<string> {
  const path = built.get(name) ?? bundled(name);
  built.set(name, path);
  return path;
}

/** Two test files may bundle it side by side: then the later one is dropped. */
async function bundled(name: Program): Promise<string> {
  const folder = join(inject('programs'), name);
  const file = join(folder, `${name}.mjs`);
  if (existsSync(file)) return file;
  const outDir = mkdtempSync(`${folder}-`);
  await bundle(name, outDir);
  if (name === 'converter') {
    // It finds what it reads pictures with in the folder of the program.
    writeFileSync(join(outDir, 'package.json'), JSON.stringify({ name: 'wakhan' }));
    await copyOcrParts(join(outDir, 'ocr'));
  }
  try {
    renameSync(outDir, folder);
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
  return file;
}

async function bundle(name: Program, outDir: string): Promise<void> {
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    resolve: { conditions: ['node', 'module', 'import', 'default'] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir,
      emptyOutDir: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, sources[name]),
        external: [/^node:/],
        output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  });
}
