import { describe, expect, test } from 'vitest';
import type { JobState } from '#data/api/job.ts';
import { AppError } from '#data/errors.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';

function desk() {
  const told: JobState[] = [];
  const errors: unknown[] = [];
  const log = {
    error: (_where: string, error: unknown) => errors.push(error),
    note: () => undefined,
  };
  const jobs = new Jobs((_event, payload) => void told.push(payload as JobState), log);
  return { jobs, told, errors };
}
const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

describe('a job', () => {
  test('tells its start, its progress and its end', async () => {
    const { jobs, told } = desk();
    const id = jobs.start('import', 'Importing', async (job) => {
      job.progress(1, 2, 'Importing a.txt');
    });
    await jobs.stopAll();
    expect(told).toMatchObject([
      { id, state: 'running', done: 0, total: 0, label: 'Importing' },
      { id, state: 'running', done: 1, total: 2, label: 'Importing a.txt' },
      { id, state: 'cancelled', done: 1, total: 2 },
    ]);
  });

  test('that is cancelled stops at its next good place', async () => {
    const { jobs, told } = desk();
    const id = jobs.start('import', 'Importing', async ({ signal }) => {
      await aborted(signal);
    });
    jobs.cancel(id);
    await jobs.stopAll();
    expect(told.at(-1)).toMatchObject({ id, state: 'cancelled' });
  });

  test('that fails tells why; what was unforeseen goes to the log too', async () => {
    const { jobs, told, errors } = desk();
    const refusal = new AppError('no-space', 'The disk is full.');
    await expect(jobs.run('export', 'Exporting', () => Promise.reject(refusal))).rejects.toBe(
      refusal,
    );
    expect(told.at(-1)).toMatchObject({ state: 'failed', error: { code: 'no-space' } });
    expect(errors).toEqual([]);
    const surprise = new TypeError('x is not a function');
    await expect(jobs.run('export', 'Exporting', () => Promise.reject(surprise))).rejects.toBe(
      surprise,
    );
    expect(told.at(-1)).toMatchObject({ state: 'failed', error: { code: 'internal' } });
    expect(errors).toEqual([surprise]);
  });

  test('that is waited for gives its result', async () => {
    const { jobs, told } = desk();
    expect(await jobs.run('verify', 'Checking', async () => 42)).toBe(42);
    expect(told.at(-1)).toMatchObject({ kind: 'verify', state: 'finished' });
  });
});
