import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JobState } from '#data/api/job.ts';
import { AutoBackup } from '../../../electron/jobs/auto-backup.ts';
import { Jobs } from '../../../electron/jobs/jobs.ts';
import { Backups } from '../../../electron/storage/archive/backups.ts';
import { mark, newCase } from '../storage/helpers.ts';

const MINUTE = 60_000;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** Jobs, and how many began and how they ended. */
function desk() {
  const states: JobState[] = [];
  const log = { error: () => undefined, note: () => undefined };
  const jobs = new Jobs((_event, payload) => void states.push(payload as JobState), log);
  const ended = () => vi.waitFor(() => expect(states.at(-1)?.state).not.toBe('running'), 20_000);
  return { jobs, states, ended };
}

async function caseWith(changes: number) {
  const made = await newCase();
  for (let i = 0; i < changes; i++) await mark(made.store, `h${i}`, 4 + i);
  return made;
}

test('backs a case up some time after opening, once', async () => {
  const { store, folder } = await caseWith(60);
  const { jobs, states, ended } = desk();
  new AutoBackup(jobs).watch(store, folder);
  vi.advanceTimersByTime(MINUTE);
  expect(states).toEqual([]);
  vi.advanceTimersByTime(MINUTE);
  await ended();
  expect(states.at(-1)).toMatchObject({ kind: 'backup', state: 'finished' });
  expect(new Backups(folder).list()).toMatchObject([{ n: store.head.n }]);
  const { length } = states;
  await mark(store, 'later', 90);
  vi.advanceTimersByTime(60 * MINUTE);
  expect(states).toHaveLength(length); // changed, but not a day old
  await store.close();
});

test('leaves a small case alone, and a closed one', async () => {
  const small = await caseWith(3);
  const { jobs, states } = desk();
  const backups = new AutoBackup(jobs);
  backups.watch(small.store, small.folder);
  vi.advanceTimersByTime(2 * MINUTE);
  await small.store.close();
  const large = await caseWith(60);
  backups.watch(large.store, large.folder);
  backups.stop();
  vi.advanceTimersByTime(2 * MINUTE);
  await large.store.close();
  expect(states).toEqual([]);
});

test('stops when the case closes, and leaves nothing behind', async () => {
  const { store, folder } = await caseWith(60);
  const { jobs, states } = desk();
  new AutoBackup(jobs).watch(store, folder);
  vi.advanceTimersByTime(2 * MINUTE);
  await jobs.stopAll();
  expect(states.at(-1)).toMatchObject({ state: 'cancelled' });
  await store.close();
  expect(new Backups(folder).list()).toEqual([]);
});
