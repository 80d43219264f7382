import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { treeOf } from '../../store/support/tree.ts';
import { contents, mark, reopened } from './helpers.ts';
import { flip, workedOn } from './worked-on.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/security');

describe('one file missing or damaged: everything comes back, and it is told', () => {
  const files = ['case.json', 'documents/d1.json', 'documents/_442.json'];
  const harms: Record<string, (path: string) => void> = {
    missing: (path) => rmSync(path),
    empty: (path) => truncateSync(path, 0),
    'cut in half': (path) => truncateSync(path, readFileSync(path).length >> 1),
    'flipped at the start': (path) => flip(path, 3),
    'flipped in the middle': (path) => flip(path, readFileSync(path).length >> 1),
    'flipped in its hash': (path) => flip(path, readFileSync(path).length - 10),
  };
  for (const file of files) {
    test.each(Object.keys(harms))(`${file} %s`, async (harm) => {
      const { folder, whole } = await workedOn();
      harms[harm]?.(join(folder, file));
      const store = await reopened(folder);
      expect(contents(store.state)).toEqual(whole);
      expect(store.status.recovery).not.toEqual([]);
      expect(store.status).toMatchObject({ mode: 'writable', n: 10 });
      expect(existsSync(join(folder, 'quarantine'))).toBe(harm !== 'missing');
      await mark(store, 'after', 30);
      await store.checkpoint();
      expect((await store.verify()).problems).toEqual([]);
      await store.close();
      const again = await reopened(folder);
      expect(again.state.highlights.has('after')).toBe(true);
      expect([...again.state.highlightsOf('d1'), ...again.state.highlightsOf('D2')]).toHaveLength(
        5,
      );
      expect(again.status.recovery).toEqual([]);
    });
  }
});

test('both generations of a snapshot gone: the journal is enough', async () => {
  const { folder, whole } = await workedOn();
  for (const name of ['case.json', 'case.prev.json']) rmSync(join(folder, name));
  rmSync(join(folder, 'documents'), { recursive: true });
  rmSync(join(folder, 'index'), { recursive: true });
  const store = await reopened(folder);
  expect(contents(store.state)).toEqual(whole);
  expect(store.status.recovery.join()).toContain('rebuilt from 10 records');
  expect((await store.verify()).problems).toEqual([]);
});

test('a case of which nothing can be read is left exactly as it was found', async () => {
  const { folder } = await workedOn();
  rmSync(join(folder, 'journal', '000001.ndjson'));
  for (const name of ['case.json', 'case.prev.json']) writeFileSync(join(folder, name), '{');
  const before = treeOf(folder);
  for (const readOnly of [false, true]) {
    const opening = reopened(folder, { readOnly });
    await expect(opening).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('Its files were not changed') as string,
    });
    expect(treeOf(folder)).toEqual(before);
  }
});

test('a case whose only snapshot is no snapshot is rebuilt from the journal, and says so', async () => {
  const { folder, whole } = await workedOn();
  copyFileSync(join(fixtures, 'broken-case.json'), join(folder, 'case.json'));
  rmSync(join(folder, 'case.prev.json'));
  const store = await reopened(folder);
  expect(contents(store.state)).toEqual(whole);
  expect(store.status.recovery).toEqual([
    'The snapshot case.json is damaged (kept under quarantine/).',
    'No case.json could be used; the case was rebuilt from 10 records of the journal.',
  ]);
  await store.close();
  const again = await reopened(folder);
  expect(again.status.recovery).toEqual([]);
  expect(contents(again.state)).toEqual(whole);
});

test('both generations of a highlight file gone: the journal is enough', async () => {
  const { folder, whole } = await workedOn();
  rmSync(join(folder, 'documents'), { recursive: true });
  const store = await reopened(folder);
  expect(contents(store.state)).toEqual(whole);
  expect(store.status.recovery).toHaveLength(1);
  expect(store.status.recovery[0]).toContain('2 highlight files');
  await store.checkpoint();
  await store.close();
  const again = await reopened(folder);
  expect(contents(again.state)).toEqual(whole);
  expect(again.status.recovery).toEqual([]);
});

test('files and index gone: what opening rebuilds is written at once', async () => {
  const { folder, whole } = await workedOn();
  rmSync(join(folder, 'documents'), { recursive: true });
  rmSync(join(folder, 'index'), { recursive: true });
  const store = await reopened(folder);
  expect(store.status.recovery).toHaveLength(1);
  expect(readdirSync(join(folder, 'documents')).sort()).toEqual(['_442.json', 'd1.json']);
  await store.close();
  const again = await reopened(folder);
  expect(again.status.recovery).toEqual([]);
  expect(contents(again.state)).toEqual(whole);
});
