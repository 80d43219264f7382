import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import { launchNode } from '../../../electron/background/launch-node.ts';
import { TaskPool } from '../../../electron/background/task-pool.ts';
import type { TaskRun } from '../../../electron/background/task-run.ts';
import type { Limits } from '../../../electron/background/watch.ts';
import { program } from '../../store/support/program.ts';

const MB = 1024 * 1024;
const roomy: Limits = { silence: 20_000, time: 60_000, memory: 2048 * MB };

let script = '';
let pool: TaskPool;
beforeAll(async () => {
  script = await program('odd');
});
afterEach(() => pool.stop());

const processes = (size: number) => (pool = new TaskPool(launchNode(script), size));

/** Begins one of the odd tasks. */
function begin(
  task: string,
  input: unknown = null,
  limits: Partial<Limits> = {},
  signal = new AbortController().signal,
): TaskRun<unknown> {
  const failure = (why: string) => new AppError('import-failed', why);
  return pool.run(task as never, input as never, {
    limits: { ...roomy, ...limits },
    signal,
    failure,
  });
}

/** All items, and after them the reason of the failure if there is one. */
async function all(run: TaskRun<unknown>): Promise<unknown[]> {
  const items: unknown[] = [];
  try {
    for await (const item of run) items.push(item);
  } catch (error) {
    items.push(error instanceof AppError ? error.message : error);
  }
  return items;
}

describe('a task in the background', () => {
  test('gives its items one by one, however many, to a reader who takes his time', async () => {
    processes(1);
    expect(await all(begin('count', 100))).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  test('keeps what came before it failed, and its process does the next one', async () => {
    processes(1);
    const [first, second, words] = await all(begin('broken'));
    expect([first, second]).toEqual([1, 2]);
    expect(words).toContain('the third is broken');
    const [one, other] = [await all(begin('pid', 0)), await all(begin('pid', 0))];
    expect(one).toEqual(other);
  });

  test('may take long while it says that it comes further, in one long loop too', async () => {
    processes(1);
    const limits = { silence: 800 };
    expect(await all(begin('slow', 3000, limits))).toEqual(['slow, but there']);
  });

  test('is killed when it comes no further, whatever it says', async () => {
    processes(1);
    expect(await all(begin('stuck', null, { silence: 800 }))).toEqual(['silence']);
    expect(await all(begin('count', 1))).toEqual([1]);
  });

  test('is killed when all its time is over', async () => {
    processes(1);
    expect(await all(begin('slow', 30_000, { time: 1000 }))).toEqual(['time']);
  });

  test('is killed when it takes too much memory, outside of the heap too', async () => {
    processes(1);
    expect(await all(begin('hoard', 20, { memory: 400 * MB }))).toEqual([20]);
    expect(await all(begin('hoard', 4000, { memory: 400 * MB }))).toEqual(['memory']);
  });

  test('dies alone', async () => {
    processes(2);
    const beside = begin('pid', 500);
    expect(await all(begin('exit'))).toEqual([1, 'death']);
    expect(await all(beside)).toEqual([expect.any(Number)]);
  });

  test('that heeds its signal leaves its process to the next; another is killed', async () => {
    processes(1);
    const before = await all(begin('pid', 0));
    for (const task of ['polite', 'stuck']) {
      const abort = new AbortController();
      const run = begin(task, null, {}, abort.signal);
      setTimeout(() => abort.abort(), 100);
      expect(await all(run), task).toEqual(['cancelled']);
      if (task === 'polite') expect(await all(begin('pid', 0))).toEqual(before);
      else expect(await all(begin('pid', 0))).not.toEqual(before);
    }
  });

  test('is cancelled by who stops reading, and before it has begun', async () => {
    processes(1);
    for await (const item of begin('count', 1_000_000)) if (item === 3) break;
    const abort = new AbortController();
    const first = begin('pid', 300);
    const waiting = begin('count', 1, {}, abort.signal);
    abort.abort();
    expect(await all(waiting)).toEqual(['cancelled']);
    expect(await all(first)).toHaveLength(1);
  });
});

test('a pool does as many tasks side by side as it has processes, in their order', async () => {
  processes(2);
  const runs = Array.from({ length: 4 }, () => all(begin('pid', 400)));
  const pids = (await Promise.all(runs)).flat();
  expect(new Set(pids).size).toBe(2);
  expect(pids[0]).not.toBe(pids[1]);
});
