import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { Request } from '#data/operations/engine.ts';
import { count, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { Ledger } from './support/ledger.ts';
import { newCase } from './support/new-case.ts';
import { program } from './support/program.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';

const ROUNDS = count(20, 2);
const WRITERS = 3;
/** Operations that each writer sends before it is known who may write, and after. */
const EACH = 20;

type Answer = { ok: true; n: number; id: string } | { ok: false };

test('three command lines write into one case at once', { timeout: LIMIT }, async (context) => {
  const tally = new Tally(`${WRITERS} writers through the command line`);
  const folder = join(scratch(), 'proof.case');
  const ledger = new Ledger();
  await (await newCase(folder, ledger)).close();
  for (let round = 0; round < ROUNDS; round++) {
    const keys = Array.from({ length: WRITERS }, (_one, nth) => (round * WRITERS + nth + 1) * 1000);
    const writers = await Promise.all(keys.map((key) => Writer.start(folder, key, ledger)));
    for (const writer of writers) writer.send(0, EACH);
    const over = await Promise.all(writers.map((writer) => writer.settled()));
    const winners = writers.filter((_one, nth) => over[nth] === 'answers');
    expect(winners.length, `round ${round}`).toBe(1);
    for (const writer of writers)
      if (!winners.includes(writer)) expect(writer.told(), `round ${round}`).toBe('case-locked');
    const [winner] = winners;
    winner?.send(EACH, 2 * EACH);
    // In every other round the winner is killed in the middle of its work.
    await (round % 2 === 0 ? winner?.finish() : winner?.kill());
    tally.add(`round ${round}`, await found(folder, ledger));
  }
  tally.finish(context, 'one won each time, the others were told');
});

/** `wakhan apply <case> - --json` in a process of its own. */
class Writer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #key: number;
  readonly #ledger: Ledger;
  readonly #sent: number[] = [];
  readonly #ended: Promise<number | null>;
  readonly #answers: Promise<void>;
  #errors = '';

  private constructor(path: string, folder: string, key: number, ledger: Ledger) {
    const args = [path, 'apply', folder, '-', '--json'];
    this.#process = spawn(process.execPath, args);
    this.#key = key;
    this.#ledger = ledger;
    this.#process.stdin.on('error', () => undefined); // who is refused does not read on
    this.#process.stderr.on('data', (bytes: Buffer) => (this.#errors += bytes.toString('utf8')));
    const reader = createInterface({ input: this.#process.stdout });
    this.#answers = once(reader, 'line').then(() => undefined);
    reader.on('line', (text) => this.#hear(text));
    const read = once(reader, 'close');
    this.#ended = once(this.#process, 'close').then(async ([code]) => {
      await read;
      return code as number | null;
    });
  }

  static async start(folder: string, key: number, ledger: Ledger): Promise<Writer> {
    return new Writer(await program('cli'), folder, key, ledger);
  }

  /** Sends operations number `from` to `to`. Only those of the winner can ever be in the case. */
  send(from: number, to: number): void {
    for (let nth = from; nth < to; nth++) {
      const key = this.#key + nth;
      const request: Request = { op: 'tag.add', input: { id: `w${key}`, name: `Tag ${key}` } };
      this.#sent.push(key);
      this.#ledger.begin(key, request);
      this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    }
  }

  /** Whether it answers, or is over. */
  settled(): Promise<'answers' | 'over'> {
    return Promise.race([
      this.#answers.then(() => 'answers' as const),
      this.#ended.then(() => 'over' as const),
    ]);
  }

  /** The code that it was refused with. What it sent is not in the case then. */
  told(): string {
    for (const key of this.#sent) this.#ledger.refuse(key);
    return (JSON.parse(this.#errors) as { code: string }).code;
  }

  async finish(): Promise<void> {
    this.#process.stdin.end();
    expect(await this.#ended).toBe(0);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** Answers come in the order of the operations. */
  #hear(text: string): void {
    if (!text.endsWith('}')) return;
    const answer = JSON.parse(text) as Answer;
    const key = this.#sent.shift();
    if (key === undefined || !answer.ok) throw new Error(`an answer that fits nothing: ${text}`);
    this.#ledger.ack(key, answer);
  }
}
