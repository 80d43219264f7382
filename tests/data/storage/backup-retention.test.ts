import { describe, expect, test } from 'vitest';
import {
  backupName,
  backupsToDrop,
  isBackupDue,
  readBackupName,
} from '#data/storage/backup-retention.ts';

const DAY = 24 * 60 * 60 * 1000;

/** One backup every `every` ms, `count` of them, the last on 1 March 2026. */
function series(count: number, every: number) {
  return Array.from({ length: count }, (_none, index) => {
    const at = new Date(Date.UTC(2026, 2, 1) - (count - 1 - index) * every).toISOString();
    return { name: backupName(at, index + 1), at, n: index + 1 };
  });
}

describe('names of backups', () => {
  test('tell time and journal number', () => {
    const name = backupName('2026-03-01T10:42:07.123Z', 42);
    expect(name).toBe('20260301T104207Z-000042.wakhan');
    expect(readBackupName(name)).toEqual({ name, at: '2026-03-01T10:42:07.000Z', n: 42 });
  });

  test.each(['x.wakhan', '20260301T104207Z-42.wakhan', '20260301T104207Z-000042.wakhan.tmp'])(
    'are not %s',
    (name) => expect(readBackupName(name)).toBeUndefined(),
  );
});

describe('retention', () => {
  test('drops nothing of the newest five', () => {
    expect(backupsToDrop(series(5, 60_000))).toEqual([]);
  });

  test('keeps five of one day’s many', () => {
    const kept = 100 - backupsToDrop(series(100, 60_000)).length;
    expect(kept).toBeGreaterThanOrEqual(5);
    expect(kept).toBeLessThanOrEqual(7); // the hundred minutes may lie in two days or weeks
  });

  test('keeps the last seven days and four weeks of a year', () => {
    const all = series(365, DAY);
    const dropped = new Set(backupsToDrop(all));
    const kept = all.filter(({ name }) => !dropped.has(name)).map(({ n }) => n);
    expect(kept.slice(-7)).toEqual([359, 360, 361, 362, 363, 364, 365]);
    expect(kept.length).toBeGreaterThanOrEqual(9);
    expect(kept.length).toBeLessThanOrEqual(11);
  });

  test('goes by journal number when the clock was wrong', () => {
    const late = { ...series(1, DAY)[0], n: 9, at: '1990-01-01T00:00:00.000Z' };
    const newest = { name: backupName(late.at, 9), at: late.at, n: 9 };
    expect(backupsToDrop([...series(8, 60_000), newest])).not.toContain(newest.name);
  });
});

describe('another backup is due', () => {
  const newest = { name: 'x', at: '2026-03-01T10:00:00.000Z', n: 60 };

  test.each([
    ['a day later, when something changed', newest, 61, '2026-03-02T10:00:00.000Z', true],
    ['not before', newest, 61, '2026-03-02T09:59:59.999Z', false],
    ['never, when nothing changed', newest, 60, '2026-05-01T00:00:00.000Z', false],
    ['when the newest is from the future', newest, 61, '2026-02-01T00:00:00.000Z', true],
    ['when there is none and the case has come to something', undefined, 50, newest.at, true],
    ['not for a case that has just begun', undefined, 49, newest.at, false],
  ])('%s', (_words, last, n, now, due) => expect(isBackupDue(last, n, now)).toBe(due));
});
