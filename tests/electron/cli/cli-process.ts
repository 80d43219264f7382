import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'vite';
import { Cli, type CallResult } from './cli.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The command line as a program of its own, bundled as the build does it. */
export class CliProcess extends Cli {
  /** Bundles the command line into the folder. Takes one to three seconds. */
  async bundle(): Promise<void> {
    mkdirSync(this.at('bundle'));
    writeFileSync(this.at('bundle', 'package.json'), '{"type":"module"}');
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      resolve: { conditions: ['node', 'module', 'import', 'default'] },
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: true,
        target: 'node20',
        minify: false,
        outDir: this.at('bundle'),
        emptyOutDir: false,
        rolldownOptions: {
          input: {
            cli: resolve(root, 'electron/cli/cli.ts'),
            worker: resolve(root, 'electron/worker/worker.ts'),
          },
          external: ['electron', /^node:/, ...builtinModules],
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            chunkFileNames: '[name]-[hash].js',
          },
        },
      },
    });
  }

  /** Starts a call without waiting for it. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [this.at('bundle', 'cli.js'), ...args], {
      cwd: this.folder,
      env: { ...process.env, WAKHAN_AUTHOR: 'Tester', ...env },
    });
  }

  override call(
    args: readonly string[],
    input: string | Uint8Array = '',
    env?: NodeJS.ProcessEnv,
  ): Promise<CallResult> {
    return new Promise((done, reject) => {
      const child = this.start(args, env);
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      child.once('error', reject);
      child.once('close', (code) => done({ code, stdout, stderr }));
      child.stdin.on('error', () => undefined).end(input);
    });
  }
}
