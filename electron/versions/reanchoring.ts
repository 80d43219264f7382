import { AppError } from '#data/errors.ts';
import type { Reanchored } from '#data/text/reanchor/reanchor.ts';
import { say } from '#data/words/say.ts';
import { TaskPool } from '../background/task-pool.ts';
import type { Failure } from '../background/task-run.ts';
import type { ReanchorInput } from '../background/tasks.ts';
import type { Limits } from '../background/watch.ts';
import type { Launch } from '../background/wire.ts';

const MB = 1024 * 1024;

/**
 * What looking for highlights may cost. Laying two texts side by side is one step, of some seconds for ten
 * megabytes; texts come from foreign files, so nothing is waited for without end.
 */
function limitsFor(units: number): Limits {
  const time = 60_000 + (units / MB) * 10_000;
  return { silence: time, time: 4 * time, memory: 1024 * MB };
}

/** Looks for highlights in newer texts, in a process of its own. */
export class Reanchoring {
  readonly #pool: TaskPool;

  constructor(launch: Launch) {
    this.#pool = new TaskPool(launch, 1);
  }

  /**
   * Where marked words are in a newer text. `title`: whose highlights they are, for messages. Throws
   * `import-failed` when a limit is reached or the process dies, `cancelled` when the signal says so.
   */
  async find(title: string, input: ReanchorInput, signal: AbortSignal): Promise<Reanchored[]> {
    const units = input.olders.reduce((sum, { text }) => sum + text.length, input.newer.length);
    const failure = (why: Failure): AppError =>
      new AppError(
        why === 'cancelled' ? 'cancelled' : 'import-failed',
        say('versions.gaveUp', { title, why }),
      );
    const found: Reanchored[] = [];
    const run = this.#pool.run('reanchor', input, { limits: limitsFor(units), signal, failure });
    for await (const portion of run) found.push(...portion);
    return found;
  }

  /** Ends the process, and with it what it was at. */
  stop(): void {
    this.#pool.stop();
  }
}
