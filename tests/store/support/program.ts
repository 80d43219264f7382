import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll } from 'vitest';

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
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Bundles a program, once per test file; gives its path. */
export function program(name: Program): Promise<string> {
  const path = built.get(name) ?? bundle(name);
  built.set(name, path);
  return path;
}

async function bundle(name: Program): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'wakhan-proof-'));
  folders.push(outDir);
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
  return join(outDir, `${name}.mjs`);
}
