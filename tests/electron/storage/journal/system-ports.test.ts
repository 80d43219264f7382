import { expect, onTestFinished, test, vi } from 'vitest';
import { Id } from '#data/model/common.ts';
import { systemPorts } from '../../../../electron/storage/journal/system-ports.ts';

test('identifiers are UUIDv7 of now, and none comes twice', () => {
  const before = Date.now();
  const ids = Array.from({ length: 5_000 }, () => systemPorts.newId());
  const after = Date.now();
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Id.safeParse(id).success).toBe(true);
    const time = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(after);
  }
});

test('the time is that of the clock, also when it is set back', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  for (const time of [
    '2026-03-01T10:00:00.123Z',
    '2026-03-01T10:00:00.124Z',
    '2016-01-01T00:00:00.000Z',
  ]) {
    vi.setSystemTime(new Date(time));
    expect([systemPorts.now(), systemPorts.now()]).toEqual([time, time]);
  }
});
