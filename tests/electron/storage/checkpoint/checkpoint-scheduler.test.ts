import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SnapshotSources } from '../../../../electron/storage/checkpoint/checkpoint.ts';
import { CheckpointScheduler } from '../../../../electron/storage/checkpoint/checkpoint-scheduler.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

/** A keeper of a case with five changes, whose disk refuses every snapshot. */
function kept(): { keeper: CheckpointScheduler; writing: () => Promise<void> } {
  const writing = vi.fn(() => Promise.reject(new Error('EIO')));
  const head = { n: 5, at: '', hash: '' };
  const hooks = { head: () => head, writing, written: () => undefined };
  return { keeper: new CheckpointScheduler({} as SnapshotSources, 0, hooks), writing };
}

test('snapshots wait until it has been quiet for ten seconds since the last change', async () => {
  const { keeper, writing } = kept();
  for (let change = 0; change < 5; change++) {
    keeper.note(100);
    await vi.advanceTimersByTimeAsync(6_000);
  }
  expect(writing).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(writing).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(writing).toHaveBeenCalledOnce();
});

test('what was changed while a copy was being written is not forgotten', async () => {
  const { keeper, writing } = kept();
  let finish = (): void => undefined;
  const copying = keeper.alone(() => new Promise((resolve) => (finish = resolve)));
  keeper.note(100);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(writing).not.toHaveBeenCalled();
  finish();
  await copying;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(writing).toHaveBeenCalledOnce();
});

test('a keeper that was stopped writes nothing, and takes up its work again', async () => {
  const { keeper, writing } = kept();
  keeper.note(100);
  keeper.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(writing).not.toHaveBeenCalled();
  keeper.resume();
  keeper.note(100);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(writing).toHaveBeenCalledOnce();
});
