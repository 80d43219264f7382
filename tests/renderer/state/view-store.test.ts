import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ViewStore } from '../../../renderer/state/view-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('reads what was saved, whatever it was', () => {
  expect(new ViewStore({ reader: { offset: 3 } }, vi.fn()).read('reader')).toEqual({ offset: 3 });
  for (const broken of [undefined, null, 'x', 4, ['y']]) {
    expect(new ViewStore(broken, vi.fn()).read('reader')).toBeUndefined();
  }
});

test('saves all parts once, after a pause', () => {
  const save = vi.fn().mockResolvedValue(null);
  const store = new ViewStore({ a: 1 }, save);
  store.write('b', 2);
  store.write('b', 3);
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(save).toHaveBeenCalledExactlyOnceWith({ a: 1, b: 3 });
});

test('saves at once when asked, and nothing when nothing changed', async () => {
  const save = vi.fn().mockResolvedValue(null);
  const store = new ViewStore({ a: 1 }, save);
  store.write('a', 1);
  await store.flush();
  expect(save).not.toHaveBeenCalled();
  store.write('a', 2);
  await store.flush();
  expect(save).toHaveBeenCalledExactlyOnceWith({ a: 2 });
  vi.advanceTimersByTime(5000);
  expect(save).toHaveBeenCalledTimes(1);
});
