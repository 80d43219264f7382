import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** What a call of the command line left behind. */
export interface CallResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line as a bundle of its own, and a folder to work in; both go with {@link Cli.remove}. */
export class Cli {
  readonly folder: string;
  readonly #script: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#script = join(folder, 'bundle', 'cli.js');
  }

  /** Bundles the command line as the program's build does. Takes one to three seconds. */
  static async bundled(): Promise<Cli> {
    const cli = new Cli(mkdtempSync(join(tmpdir(), 'wakhan-cli-test-')));
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
        outDir: join(cli.folder, 'bundle'),
        rolldownOptions: {
          input: { cli: join(root, 'electron/cli.ts') },
          external: ['electron', /^node:/, ...builtinModules],
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    });
    return cli;
  }

  /** Path of a file or folder to work with. */
  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Starts a call without waiting for it. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [this.#script, ...args], {
      cwd: this.folder,
      env: { ...process.env, WAKHAN_AUTHOR: 'Tester', ...env },
    });
  }

  /** Runs a call to its end, with `input` on stdin. */
  call(
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

  /** Runs a call with `--json` that must succeed and answers what it printed. */
  async json(args: readonly string[], input?: string): Promise<unknown> {
    const { code, stdout, stderr } = await this.call([...args, '--json'], input);
    if (code !== 0)
      throw new Error(`wakhan ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`);
    return JSON.parse(stdout);
  }

  /** Runs operations and answers the answers. */
  async apply(folder: string, lines: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const text = lines
      .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
      .join('\n');
    const { stdout } = await this.call(['apply', folder, '-'], text);
    return stdout
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** Removes bundle and working folder. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
