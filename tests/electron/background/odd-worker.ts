import { setTimeout as wait } from 'node:timers/promises';
import { serveTasks } from '../../../electron/background/serve-tasks.ts';
import type { TaskTools } from '../../../electron/background/tasks.ts';

const MB = 1024 * 1024;

/** Keeps the thread busy, as a long loop over foreign bytes does. */
function busy(milliseconds: number, each: () => void): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) each();
}

/** Tasks that behave as foreign files make them behave. */
serveTasks({
  count: async () =>
    async function* (most: number) {
      for (let n = 1; n <= most; n++) yield n;
    },
  broken: async () =>
    async function* () {
      yield 1;
      yield 2;
      throw new Error('the third is broken');
    },
  slow: async () =>
    async function* (milliseconds: number, { progress }: TaskTools) {
      let done = 0;
      busy(milliseconds, () => progress(++done, 0));
      yield 'slow, but there';
    },
  stuck: async () =>
    async function* (_input: unknown, { progress }: TaskTools) {
      busy(60_000, () => progress(1, 2));
      yield 'never';
    },
  hoard: async () =>
    async function* (megabytes: number, { progress }: TaskTools) {
      const hoarded: Buffer[] = [];
      for (let n = 1; n <= megabytes; n++) {
        hoarded.push(Buffer.alloc(MB, n));
        progress(n, megabytes);
        await wait(1);
      }
      yield hoarded.length;
    },
  exit: async () =>
    async function* () {
      yield 1;
      await wait(50);
      process.exit(3);
    },
  polite: async () =>
    async function* (_input: unknown, { signal }: TaskTools) {
      await wait(60_000, undefined, { signal });
      yield 'never';
    },
  pid: async () =>
    async function* (milliseconds: number) {
      await wait(milliseconds);
      yield process.pid;
    },
});
