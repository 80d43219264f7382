import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleTasks } from '../../../../electron/storage/disk/idle-tasks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('pieces are done one after the other, with time for others between them', () => {
  const done: number[] = [];
  new IdleTasks().start([1, 2, 3].map((piece) => () => done.push(piece)));
  expect(done).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([1, 2]);
  vi.runAllTimers();
  expect(done).toEqual([1, 2, 3]);
});

test('it ends when it is stopped, or when a piece fails', () => {
  const done: number[] = [];
  const stopped = new IdleTasks();
  stopped.start([() => done.push(1), () => done.push(2)]);
  vi.advanceTimersToNextTimer();
  stopped.stop();
  const fails = (): never => {
    throw new Error('EIO');
  };
  new IdleTasks().start([fails, () => done.push(3)]);
  vi.runAllTimers();
  expect(done).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
});
