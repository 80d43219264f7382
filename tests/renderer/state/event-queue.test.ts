import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventQueue } from '../../../renderer/state/event-queue.ts';

let taken: number[][];
let queue: EventQueue<number>;

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  queue = new EventQueue(
    (events) => taken.push([...events]),
    (event) => event >= 100,
  );
});
afterEach(() => vi.useRealTimers());

test('an event that comes alone is taken at once', () => {
  queue.add(1);
  expect(taken).toEqual([[1]]);
  vi.advanceTimersByTime(20);
  queue.add(2);
  expect(taken).toEqual([[1], [2]]);
});

test('a thousand that come within a second are taken some dozen times, in order', () => {
  for (let event = 0; event < 1000; event++) {
    queue.add(event % 100);
    vi.advanceTimersByTime(1);
  }
  vi.runAllTimers();
  expect(taken.length).toBeLessThan(70);
  expect(taken.flat()).toEqual(Array.from({ length: 1000 }, (_, event) => event % 100));
});

test('a long event waits for the next task, and those behind it with it', () => {
  queue.add(100);
  queue.add(1);
  expect(taken).toEqual([]);
  vi.advanceTimersByTime(0);
  expect(taken).toEqual([[100, 1]]);
});

test('what waits is forgotten when nobody listens any more', () => {
  queue.add(1);
  queue.add(2);
  queue.clear();
  vi.runAllTimers();
  expect(taken).toEqual([[1]]);
});
