import { fork } from 'node:child_process';

/**
 * Runs this bench again in a process of its own, so that no measurement meets the heap or the warm
 * compilers of the one before. `task` goes there as JSON; answers what {@link answerParent} sends.
 */
export function inChild<Answer>(task: unknown): Promise<Answer> {
  const script = process.argv[1] ?? '';
  const execArgv = ['--expose-gc', '--max-old-space-size=12000'];
  const child = fork(script, [JSON.stringify(task)], { execArgv, serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    let answer: { value: Answer } | undefined;
    child.once('message', (value) => {
      answer = { value: value as Answer };
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (answer) resolve(answer.value);
      else reject(new Error(`a measuring process ended with ${signal ?? String(code)}`));
    });
  });
}

/** The task of this process; undefined in the one that gives the tasks. */
export function taskOfChild(): unknown {
  const task = process.argv[2];
  return task === undefined ? undefined : JSON.parse(task);
}

/** Sends the answer of this process and lets it end. */
export function answerParent(answer: unknown): void {
  process.send?.(answer, undefined, {}, () => process.disconnect());
}
