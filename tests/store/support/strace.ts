import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { Child } from './child.ts';

/** A strace that watches a process. */
export interface Trace {
  /** Whether the fault was put in; resolves after the process has ended. */
  struck(): Promise<boolean>;
}

/**
 * Puts strace onto a running process, with its threads, and resolves when it watches. `inject` is
 * what strace shall do ("all:signal=SIGKILL:when=3"). strace counts per thread; run the process with
 * {@link ONE_THREAD} so that the order of disk calls is one order.
 */
export async function trace(child: Child, inject: string): Promise<Trace> {
  const pid = String(child.process.pid);
  const calls = inject.split(':')[0] ?? 'all';
  const log = join(tmpdir(), `wakhan-strace-${pid}-${process.pid}`);
  const args = ['-f', '-p', pid, '-o', log, '-e', `trace=${calls}`, '-e', `inject=${inject}`];
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  strace.stderr.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')));
  const over = once(strace, 'close');
  while (!said.includes('attached')) {
    const ended = await Promise.race([over.then(() => true), pass(5, false)]);
    if (ended && !said.includes('attached')) throw new Error(`strace gave up: ${said}`);
  }
  return {
    async struck() {
      await over;
      const text = readFileSync(log, 'latin1');
      rmSync(log);
      return /INJECTED|killed by SIGKILL/.test(text);
    },
  };
}

/** One thread for the disk calls that wait, so that "the third fdatasync" means one thing. */
export const ONE_THREAD = { UV_THREADPOOL_SIZE: '1' };
