import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../../electron/cli/cli.ts';
import { launchNode } from '../../../electron/background/launch-node.ts';
import { program } from '../../store/support/program.ts';

/** What a call of the command line left behind. */
export interface CallResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command line with a folder of its own to work in, called within this process. */
export class Cli {
  readonly folder = mkdtempSync(join(tmpdir(), 'wakhan-cli-test-'));
  readonly #home = process.cwd();

  /** Goes into the folder, so that calls may name files without it. */
  constructor() {
    process.chdir(this.folder);
  }

  /** Path of a file or folder to work with. */
  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Runs a call to its end, with `input` on stdin. */
  async call(
    args: readonly string[],
    input: string | Uint8Array = '',
    env: NodeJS.ProcessEnv = {},
  ): Promise<CallResult> {
    const [stdout, stderr] = [new Collector(), new Collector()];
    const before = { ...process.env };
    Object.assign(process.env, { WAKHAN_AUTHOR: 'Tester' }, env);
    try {
      const stdin = Readable.from([Buffer.from(input)]);
      // Few commands need it, and bundling it takes its time.
      const inBackground = ['import', 'reanchor', 'backup', 'pack', 'unpack', 'export'].includes(
        args[0] ?? '',
      );
      const script = inBackground ? await program('converter') : '';
      const code = await run(args, { stdin, stdout, stderr }, launchNode(script));
      return { code, stdout: stdout.text, stderr: stderr.text };
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
  }

  /** Runs a call with `--json` that must succeed and answers what it printed. */
  async json(args: readonly string[], input?: string): Promise<unknown> {
    const { code, stdout, stderr } = await this.call([...args, '--json'], input);
    if (code === 0) return JSON.parse(stdout);
    throw new Error(`wakhan ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`);
  }

  /** Runs operations and answers the answers. */
  async apply(folder: string, lines: readonly unknown[]): Promise<Record<string, unknown>[]> {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const { stdout } = await this.call(['apply', folder, '-'], text.join('\n'));
    const answers = stdout.trim().split('\n').filter(Boolean);
    return answers.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** Leaves and removes the folder. */
  remove(): void {
    process.chdir(this.#home);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Keeps what is written to it. */
class Collector extends Writable {
  readonly #chunks: Buffer[] = [];

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }
}
