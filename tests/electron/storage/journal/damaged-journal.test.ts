import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseStore } from '../../../../electron/storage/case-store.ts';
import { mark, newCase, reopened } from '../helpers.ts';

const segment = (folder: string): string => join(folder, 'journal', '000001.ndjson');

/** Spoils the lines of records, numbered from 1. */
function spoil(folder: string, ...numbers: number[]): void {
  const lines = readFileSync(segment(folder), 'utf8').split('\n');
  for (const n of numbers) lines[n - 1] = lines[n - 1]?.replace('"at"', '"AT"') ?? '';
  writeFileSync(segment(folder), lines.join('\n'));
}

const marks = (store: CaseStore): string[] =>
  [...store.state.highlightsOf('d1')].map(({ id }) => id).sort();

test('several damaged records are counted and put aside, each by itself', async () => {
  const { store, folder } = await newCase();
  await store.checkpoint();
  for (const id of ['a', 'b', 'c', 'd']) await mark(store, id);
  await store.close();
  spoil(folder, 4, 5);
  const again = await reopened(folder);
  expect(again.status.recovery.join(' ')).toContain('2 records of the journal could not be read');
  expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(2);
  expect(marks(again)).toEqual(['a', 'd']);
});

test('a reader tells of damaged records and leaves them in their place', async () => {
  const { store, folder } = await newCase();
  await store.checkpoint();
  for (const id of ['a', 'b']) await mark(store, id);
  await store.close();
  spoil(folder, 3);
  const before = readFileSync(segment(folder));
  const reader = await reopened(folder, { readOnly: true });
  expect(reader.status.recovery.join(' ')).toContain('left in place');
  expect(readFileSync(segment(folder))).toEqual(before);
  expect(readdirSync(folder)).not.toContain('quarantine');
});

test('an undo of a record that is lost counts, but undo does not reach behind it', async () => {
  const { store, folder } = await newCase();
  await store.checkpoint();
  await mark(store, 'a');
  await mark(store, 'b');
  await store.perform({ op: 'undo', input: {} });
  await store.close();
  spoil(folder, 4);
  const again = await reopened(folder);
  expect(marks(again)).toEqual(['a']);
  expect(again.historyState().undo).toBeUndefined();
  await expect(again.perform({ op: 'undo', input: {} })).rejects.toMatchObject({
    code: 'nothing-to-undo',
  });
});

test('complete and incomplete lines of an unfinished save are put aside together', async () => {
  const { store, folder } = await newCase();
  await store.checkpoint();
  await mark(store, 'a');
  await store.close();
  const whole = readFileSync(segment(folder));
  const unfinished = `${'x'.repeat(40_000)}\n{"n":5`;
  appendFileSync(segment(folder), unfinished);
  const again = await reopened(folder);
  expect(again.status.recovery.join(' ')).toContain(`${unfinished.length} bytes at the end`);
  expect(readFileSync(segment(folder))).toEqual(whole);
  const [aside = ''] = readdirSync(join(folder, 'quarantine'));
  expect(readFileSync(join(folder, 'quarantine', aside), 'utf8')).toBe(unfinished);
  expect(marks(again)).toEqual(['a']);
});

test('a record is found in front of a long unfinished line', async () => {
  const { store, folder } = await newCase();
  for (let n = 0; n < 5; n++) await mark(store, `m${n}`);
  await store.checkpoint();
  await store.close();
  appendFileSync(segment(folder), 'x'.repeat(100_000));
  const again = await reopened(folder);
  expect(marks(again)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
  expect(again.history(1)).toMatchObject([{ n: 7 }]);
});

test('lost highlight files are rebuilt without what was removed or moved since', async () => {
  const { store, folder } = await newCase();
  for (const id of ['a', 'b', 'c']) await mark(store, id);
  await store.perform({ op: 'highlight.update', input: { id: 'a', note: 'new' } });
  await store.perform({ op: 'highlight.remove', input: { id: 'b' } });
  await store.checkpoint();
  await store.close();
  rmSync(join(folder, 'documents/d1.json'));
  const again = await reopened(folder);
  expect(marks(again)).toEqual(['a', 'c']);
  expect(again.state.get('highlight', 'a')?.note).toBe('new');
});
