import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QueuedFile, QueueNews, QueueResult } from '#data/api/import.ts';
import { ImportQueue } from '../../../renderer/state/import-queue.svelte.ts';
import { queueLines, type QueueFile } from '../../../renderer/state/queue-lines.ts';

const session = 's';
const file = (key: string, state: QueuedFile['state']): QueuedFile => ({ key, name: key, state });
const imported = (key: string, part = key): QueueResult => ({
  key,
  file: part,
  result: 'imported',
  id: part,
  title: part,
});
const failed = (key: string, part = key): QueueResult => ({
  key,
  file: part,
  result: 'failed',
  error: { code: 'empty-file', message: 'Nothing in it.', details: {} },
});

let queue: ImportQueue;
beforeEach(() => {
  vi.useFakeTimers();
  queue = new ImportQueue();
});
afterEach(() => vi.useRealTimers());

function hear(files: QueuedFile[], results: QueueResult[] = [], more: Partial<QueueNews> = {}) {
  queue.hear({ session, job: 'j', files, results, ...more }, session);
  vi.runAllTimers();
}

describe('the queue of an import', () => {
  test('tells how far the files are, and what became of them', () => {
    hear([file('a', 'reading'), file('b', 'waiting')]);
    expect([queue.done, queue.isRunning, queue.isOpen, queue.jobs]).toEqual([0, true, true, ['j']]);
    hear([file('a', 'over')], [imported('a')]);
    hear([file('b', 'over')], [failed('b')]);
    expect(queue.isRunning).toBe(false);
    expect(queue.counts).toMatchObject({ imported: 1, failed: 1, cancelled: 0 });
    expect(queue.refused.map(({ key }) => key)).toEqual(['b']);
    expect(queue.lines.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('begins anew with the next import, but keeps what was refused in mind', () => {
    hear([file('a', 'over'), file('b', 'over')], [imported('a'), failed('b')]);
    hear([file('c', 'over')], [imported('c')], { job: 'other' });
    expect(queue.files.map(({ key }) => key)).toEqual(['c']);
    expect(queue.refused.map(({ key }) => key)).toEqual(['b']);
    queue.dismiss(['b']);
    expect(queue.refused).toEqual([]);
  });

  test('forgets what became of a file that another job tries again', () => {
    hear([file('a', 'over')], [failed('a')]);
    hear([file('a', 'over')], [imported('a')], { job: 'other' });
    expect(queue.counts).toMatchObject({ imported: 1, failed: 0 });
    expect(queue.refused).toEqual([]);
  });

  test('opens for what somebody asked for, and not for a watched folder', () => {
    hear([file('a', 'over')], [imported('a')], { isQuiet: true });
    expect(queue.isOpen).toBe(false);
    hear([file('b', 'over')], [imported('b')]);
    expect(queue.isOpen).toBe(true);
  });

  test('is that of one opening of a case', () => {
    hear([file('a', 'over')], [failed('a')]);
    queue.hear({ session: 'old', job: 'j', files: [file('x', 'over')], results: [] }, session);
    vi.runAllTimers();
    expect(queue.files).toHaveLength(1);
    queue.follow('next');
    expect([queue.files, queue.refused, queue.isOpen]).toEqual([[], [], false]);
  });
});

describe('the lines of the list', () => {
  const held = (key: string, state: QueuedFile['state'], ...results: QueueResult[]): QueueFile => ({
    ...file(key, state),
    results,
  });

  test('begin with what somebody has to do something about', () => {
    const files = [
      held('done', 'over', imported('done')),
      held('next', 'waiting'),
      held('now', 'reading'),
      held('bad', 'over', failed('bad')),
      held('stopped', 'cancelled'),
    ];
    const ids = queueLines(files).map(({ id }) => id);
    expect(ids).toEqual(['bad', 'now', 'stopped', 'next', 'done']);
  });

  test('name the parts of a file that were refused', () => {
    const parts = [imported('box', 'box/1'), failed('box', 'box/2'), imported('box', 'box/3')];
    const lines = queueLines([held('box', 'over', ...parts)]);
    expect(lines.map(({ isPart, result }) => [isPart, result?.file])).toEqual([
      [false, undefined],
      [true, 'box/2'],
    ]);
  });
});
