import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Ledger } from './ledger.ts';
import { program } from './program.ts';
import type { Line, Orders } from './worker-orders.ts';

/** How a process is started otherwise than plainly. */
export interface Manner {
  /** Command and arguments that come before Node (`strace ...`, `faketime ...`). */
  through?: readonly string[];
  env?: NodeJS.ProcessEnv;
}

/** A session of work in another process. What it says is entered into a ledger as it comes. */
export class Child {
  readonly process: ChildProcessWithoutNullStreams;
  readonly lines: Line[] = [];
  /** Resolves with its exit code (null when killed) after everything it said was entered. */
  readonly ended: Promise<number | null>;
  readonly #heard = new Set<() => void>();
  #errors = '';
  #over = false;

  private constructor(started: ChildProcessWithoutNullStreams, ledger: Ledger) {
    this.process = started;
    started.stdin.on('error', () => undefined); // it may be dead before it is told to go on
    const reader = createInterface({ input: started.stdout });
    reader.on('line', (text) => this.#hear(text, ledger));
    started.stderr.on('data', (bytes: Buffer) => (this.#errors += bytes.toString('utf8')));
    const read = new Promise<void>((resolve) => reader.on('close', resolve));
    this.ended = new Promise<number | null>((resolve, reject) => {
      started.on('error', reject);
      started.on('close', resolve);
    }).then(async (code) => {
      await read;
      this.#over = true;
      for (const heard of this.#heard) heard();
      return code;
    });
  }

  static async start(orders: Orders, ledger: Ledger, manner: Manner = {}): Promise<Child> {
    const { through = [], env = {} } = manner;
    const command = [...through, process.execPath, await program('worker'), JSON.stringify(orders)];
    const [name = '', ...args] = command;
    return new Child(spawn(name, args, { env: { ...process.env, ...env } }), ledger);
  }

  /** What it wrote to standard error. */
  get errors(): string {
    return this.#errors;
  }

  /** The `nth` line of a type; resolves when it comes, undefined when the process ends without it. */
  async says<T extends Line['type']>(
    type: T,
    nth = 1,
  ): Promise<Extract<Line, { type: T }> | undefined> {
    for (;;) {
      const found = this.lines.filter((line) => line.type === type)[nth - 1];
      if (found) return found as Extract<Line, { type: T }>;
      if (this.#over) return undefined;
      await new Promise<void>((resolve) => this.#heard.add(resolve));
      this.#heard.clear();
    }
  }

  /** Lets a process that waits go on. */
  go(): void {
    this.process.stdin.write('go\n');
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.process.kill(signal);
  }

  /** A last line that was cut off in the middle of being said counts as not said. */
  #hear(text: string, ledger: Ledger): void {
    if (!text.endsWith('}')) return;
    const line = JSON.parse(text) as Line;
    this.lines.push(line);
    if (line.type === 'begin') ledger.begin(line.key, line.request);
    else if (line.type === 'ack') ledger.ack(line.key, line);
    else if (line.type === 'refuse') ledger.refuse(line.key);
    for (const heard of this.#heard) heard();
  }
}
