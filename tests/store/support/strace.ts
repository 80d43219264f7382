import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
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
  const over = once(strace, 'close');
  await attached(strace.stderr);
  return {
    async struck() {
      await over;
      const text = readFileSync(log, 'latin1');
      rmSync(log);
      return /INJECTED|killed by SIGKILL/.test(text);
    },
  };
}

/** Resolves when strace says that it watches; rejects with what it says when it gives up. Reads on. */
function attached(stderr: Readable): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    stderr.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
      if (said.includes('attached')) resolve();
    });
    stderr.on('end', () => reject(new Error(`strace gave up: ${said}`)));
  });
}

/** One thread for the disk calls that wait, so that "the third fdatasync" means one thing. */
export const ONE_THREAD = { UV_THREADPOOL_SIZE: '1' };
