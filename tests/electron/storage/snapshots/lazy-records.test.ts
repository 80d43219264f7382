import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parseLazily } from '../../../../electron/storage/snapshots/lazy-records.ts';
import {
  snapshotBytes,
  snapshotData,
} from '../../../../electron/storage/snapshots/snapshot-text.ts';
import { TimeSlice } from '../../../../electron/storage/disk/time-slice.ts';

/** Parses a snapshot and counts how many characters were parsed. */
function counted<T>(work: () => T): { value: T; parsed: number } {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    const value = work();
    return { value, parsed: parse.mock.calls.reduce((sum, [text]) => sum + text.length, 0) };
  } finally {
    parse.mockRestore();
  }
}

test('a list of records is parsed when it is asked for, once', async () => {
  const long = Array.from({ length: 100 }, (_, n) => ({ id: `r${n}`, words: ']\n],\n"x":[' }));
  const data = { uid: 'u', records: { tag: [], relation: long, note: long }, shelves: { d: 1 } };
  const bytes = await snapshotBytes(data, new TimeSlice());
  const { value, parsed } = counted(() => snapshotData(bytes) as typeof data);
  expect(parsed).toBeLessThan(100);
  expect(value.uid).toBe('u');
  const first = counted(() => value.records.relation);
  expect(first.value).toEqual(long);
  expect(first.parsed).toBeGreaterThan(1000);
  expect(counted(() => value.records.relation)).toEqual({ value: first.value, parsed: 0 });
  expect(value).toEqual(data);
});

test('whatever a snapshot holds, it comes back', async () => {
  const lists = fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,8}$/), fc.array(fc.jsonValue()));
  const anything = fc.record({ records: fc.oneof(lists, fc.jsonValue()), more: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(anything, async (data) => {
      const plain: unknown = JSON.parse(JSON.stringify(data));
      const back = snapshotData(await snapshotBytes(data, new TimeSlice()));
      expect(JSON.parse(JSON.stringify(back))).toEqual(plain);
    }),
  );
});

test.each([
  '{"records":{"tag":[1]}}',
  '{\n"records":{\n}}',
  '{"a":1,\n"records":{\n"tag":[1,2]\n}}',
  '{"a":1,\n"records":{\n"tag":[\n1,\n2]}}',
])('another layout is parsed at once: %j', (text) => {
  expect(parseLazily(text)).toEqual(JSON.parse(text));
});
