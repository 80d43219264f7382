import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
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
import { addDocument, contents, mark, newCase, reopened } from './helpers.ts';

/** A closed case with two checkpoints and a tail, and what it holds. */
async function workedOn(): Promise<{ folder: string; whole: unknown }> {
  const { store, folder } = await newCase();
  await addDocument(store, 'D2');
  await mark(store, 'a', 5);
  await mark(store, 'b', 10, 'D2');
  await store.checkpoint();
  await mark(store, 'c', 15);
  await store.perform({ op: 'tag.add', input: { id: 't', name: 'T' } });
  await store.checkpoint();
  await mark(store, 'd', 20, 'D2');
  await store.perform({ op: 'undo', input: {} });
  await mark(store, 'e', 25);
  const whole = contents(store.state);
  await store.close();
  return { folder, whole };
}

const fixtures = join(import.meta.dirname, '../../fixtures/security');
const segment = (folder: string): string => join(folder, 'journal', '000001.ndjson');
const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

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

test.each(['missing', 'damaged', 'short', 'of another case', 'of another layout'])(
  'an index that is %s is built anew, in silence',
  async (harm) => {
    const { folder, whole } = await workedOn();
    const path = join(folder, 'index', 'highlights');
    if (harm === 'missing') rmSync(path);
    else if (harm === 'damaged') flip(path, 100);
    else if (harm === 'short') truncateSync(path, 20);
    else if (harm === 'of another layout') {
      const content = readFileSync(path, 'latin1').slice(32).replace('"layout":1', '"layout":9');
      const bytes = Buffer.from(content, 'latin1');
      writeFileSync(path, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]));
    } else {
      const { store, folder: other } = await newCase({
        clock: { now: () => '2024-01-01T00:00:00.000Z', newId: () => 'other' },
      });
      await store.close();
      copyFileSync(join(other, 'index', 'highlights'), path);
    }
    const store = await reopened(folder);
    expect(store.status.recovery).toEqual([]);
    expect(store.state.highlights.get('b')?.document).toBe('D2');
    expect(contents(store.state)).toEqual(whole);
  },
);

test('an index from before the last checkpoint is caught up', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'old', 5);
  await store.checkpoint();
  const kept = `${folder}.index`;
  cpSync(join(folder, 'index'), kept, { recursive: true });
  await mark(store, 'new', 9);
  await store.checkpoint();
  await store.close();
  cpSync(kept, join(folder, 'index'), { recursive: true, force: true });
  const again = await reopened(folder);
  expect(again.state.highlights.get('new')?.start).toBe(9);
  expect(again.state.highlights.get('old')?.start).toBe(5);
});

describe('an unfinished save at the end of the journal', () => {
  test('cut at every byte of the last record', async () => {
    const { store, folder } = await newCase();
    await mark(store, 'kept', 5);
    const whole = contents(store.state);
    const end = readFileSync(segment(folder)).length;
    await mark(store, 'torn', 9);
    await store.close();
    const bytes = readFileSync(segment(folder));
    for (let size = end + 1; size < bytes.length; size += 13) {
      const copy = `${folder}-${size}`;
      cpSync(folder, copy, { recursive: true });
      truncateSync(segment(copy), size);
      const again = await reopened(copy);
      expect(contents(again.state)).toEqual(whole);
      expect(again.status.recovery).toHaveLength(1);
      expect(again.status.recovery[0]).toContain(`${size - end} bytes`);
      const aside = readdirSync(join(copy, 'quarantine'));
      expect(readFileSync(join(copy, 'quarantine', aside[0] ?? ''))).toEqual(
        bytes.subarray(end, size),
      );
      await mark(again, 'next', 9);
      expect((await again.verify()).problems).toEqual([]);
      await again.close();
    }
  });

  test('the same unfinished bytes are put aside once, others beside them', async () => {
    const { folder } = await workedOn();
    const size = readFileSync(segment(folder)).length;
    for (const rest of ['{"n":', '{"n":', '{"n":12,']) {
      truncateSync(segment(folder), size);
      appendFileSync(segment(folder), rest);
      const store = await reopened(folder);
      expect(store.status.recovery).toHaveLength(1);
      await store.close();
    }
    expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(2);
  });

  test('is not told of while somebody is writing, who has not finished yet', async () => {
    const { folder } = await workedOn();
    const writer = await reopened(folder);
    appendFileSync(segment(folder), '{"n":12,"id":"x"');
    const reader = await reopened(folder, { readOnly: true });
    expect(reader.status.recovery).toEqual([]);
    expect(await reader.verify()).toMatchObject({ ok: true, notes: [] });
    await writer.close();
  });

  test('is told from a last record that was saved and is damaged now', async () => {
    const { folder } = await workedOn();
    flip(segment(folder), readFileSync(segment(folder)).length - 100);
    const before = readFileSync(segment(folder));
    const reader = await reopened(folder, { readOnly: true });
    expect((await reader.verify()).problems[0]?.message).toContain('does not fit its hash');
    const store = await reopened(folder);
    expect(store.status.recovery.join()).toContain('1 record of the journal could not be read');
    expect(store.status.recovery.join()).not.toContain('Everything that was reported');
    expect(readFileSync(segment(folder))).toEqual(before);
    await mark(store, 'after', 30);
    await store.close();
    const again = await reopened(folder);
    expect(again.state.highlights.has('after')).toBe(true);
  });

  test('is left alone by a reader, who is told, and is no problem of the case', async () => {
    const { folder, whole } = await workedOn();
    appendFileSync(segment(folder), '{"n":12,"id":"x"');
    const before = readFileSync(segment(folder));
    const reader = await reopened(folder, { readOnly: true });
    expect(contents(reader.state)).toEqual(whole);
    const [told = ''] = reader.status.recovery;
    expect(told).toMatch(/^The last save was not finished: 16 bytes .*left in place/);
    expect(await reader.verify()).toMatchObject({ ok: true, problems: [], notes: [told] });
    expect(readFileSync(segment(folder))).toEqual(before);
    expect(existsSync(join(folder, 'quarantine'))).toBe(false);
  });
});

describe('damage inside the journal', () => {
  test('a damaged record behind the snapshot: the records after it count', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').split('\n');
    flip(segment(folder), lines.slice(0, 8).join('\n').length + 60); // in record 9, the undo of `d`
    const store = await reopened(folder);
    expect(store.state.highlights.has('e')).toBe(true);
    expect(store.status.recovery.join()).toContain('1 record of the journal could not be read');
    expect(store.status.recovery.join()).toContain('broken before record 10');
    expect((await store.verify()).ok).toBe(false);
    await mark(store, 'after', 30);
    await store.close();
    const again = await reopened(folder);
    expect(again.state.highlights.has('after')).toBe(true);
    expect(again.status.recovery).toEqual([]);
  });

  test('a journal that ends before the snapshot: the case is whole, its history not', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').split('\n');
    writeFileSync(segment(folder), `${lines.slice(0, 4).join('\n')}\n`);
    const store = await reopened(folder);
    expect(store.status.recovery.join()).toContain('ends before record 7');
    expect(store.state.highlights.has('c')).toBe(true);
    expect(store.historyState()).toEqual({});
    await expect(store.perform({ op: 'undo', input: {} })).rejects.toMatchObject({
      code: 'nothing-to-undo',
    });
    await mark(store, 'after', 30);
    expect(store.historyState().undo?.n).toBe(8);
    expect((await store.verify()).problems[0]?.check).toBe('journal');
  });

  test('a damaged record that an undo needs is told when it is needed', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').split('\n');
    lines[6] = (lines[6] ?? '').replace('"tag.add"', '"tag.bad"');
    writeFileSync(segment(folder), lines.join('\n'));
    const store = await reopened(folder);
    await store.perform({ op: 'undo', input: {} }); // takes `e` back
    const before = contents(store.state);
    const bad = store.perform({ op: 'undo', input: {} });
    await expect(bad).rejects.toMatchObject({ code: 'damaged', details: { n: 7 } });
    expect(contents(store.state)).toEqual(before);
  });

  test('records in the wrong place do not count and are told', async () => {
    const { folder } = await workedOn();
    const lines = readFileSync(segment(folder), 'utf8').trimEnd().split('\n');
    [lines[8], lines[9]] = [lines[9] ?? '', lines[8] ?? ''];
    writeFileSync(segment(folder), `${lines.join('\n')}\n`);
    const store = await reopened(folder);
    expect(store.status.recovery.join()).toContain('wrong place');
    expect(store.status.recovery.join()).toContain('broken before record 10');
  });
});
