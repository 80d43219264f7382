import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HighlightFile } from '#data/storage/format.ts';
import { bodyOf, lineOf, type JournalRecord } from '#data/storage/journal-record.ts';
import type { CaseStore } from '../../../../electron/storage/case-store.ts';
import { sha256 } from '../../../../electron/storage/disk/hash.ts';
import {
  snapshotBytes,
  snapshotData,
} from '../../../../electron/storage/snapshots/snapshot-text.ts';
import { TimeSlice } from '../../../../electron/storage/disk/time-slice.ts';
import { addDocument, mark, newCase, reopened } from '../helpers.ts';

/** A case whose snapshots hold all of it, so that the journal is not read on opening. */
async function settledCase(): Promise<string> {
  const { store, folder } = await newCase();
  await addDocument(store, 'd2');
  for (const id of ['a', 'b', 'c']) await mark(store, id);
  await store.perform({ op: 'entity.add', input: { id: 'p', type: 'person', name: 'P' } });
  await store.checkpoint();
  await store.close();
  return folder;
}

const segment = (folder: string): string => join(folder, 'journal', '000001.ndjson');

function editLines(folder: string, edit: (lines: string[]) => string[]): void {
  const lines = readFileSync(segment(folder), 'utf8').trimEnd().split('\n');
  writeFileSync(segment(folder), `${edit(lines).join('\n')}\n`);
}

async function problemsOf(folder: string): Promise<string[]> {
  const store = await reopened(folder, { readOnly: true });
  const { ok, problems } = await store.verify();
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ check, message }) => `${check}: ${message}`);
}

/** A record with other content and a hash that fits it: what a careful forger writes. */
function forged(line: string, change: (record: JournalRecord) => void): string {
  const record = JSON.parse(line) as JournalRecord;
  change(record);
  const body = bodyOf(record);
  return lineOf(body, sha256(body));
}

test('a sound case has nothing to complain about, and tells what was looked at', async () => {
  const store = await reopened(await settledCase());
  const { ok, checked, problems } = await store.verify();
  expect(problems).toEqual([]);
  expect(ok).toBe(true);
  expect(checked).toMatchObject({ journal: 7, quotes: 3, originals: 2 });
  expect(checked.references).toBeGreaterThan(3);
});

const tampering: Record<string, (lines: string[]) => string[]> = {
  'a letter changed': (lines) => lines.with(3, (lines[3] ?? '').replace('"Ada"', '"Eve"')),
  'a record taken out': (lines) => lines.toSpliced(3, 1),
  'two records exchanged': (lines) => lines.with(3, lines[4] ?? '').with(4, lines[3] ?? ''),
  'the end cut off': (lines) => lines.slice(0, 5),
  'a record forged with its hash': (lines) =>
    lines.with(
      3,
      forged(lines[3] ?? '', (record) => (record.by = 'Eve')),
    ),
  'the last record forged with its hash': (lines) =>
    lines.with(
      6,
      forged(lines[6] ?? '', (record) => (record.by = 'Eve')),
    ),
  'a record twice': (lines) => lines.toSpliced(3, 0, lines[3] ?? ''),
  'rubbish between': (lines) => lines.toSpliced(3, 0, 'rubbish'),
};

test.each(Object.keys(tampering))('the journal was tampered with: %s', async (how) => {
  const folder = await settledCase();
  editLines(folder, tampering[how] ?? ((lines) => lines));
  expect((await problemsOf(folder)).join()).toMatch(/^journal: /);
});

test('a highlight file that was altered together with its hash', async () => {
  const folder = await settledCase();
  const path = join(folder, 'documents', 'd1.json');
  const file = snapshotData(readFileSync(path)) as HighlightFile;
  const highlights = file.highlights
    .filter(({ id }) => id !== 'b')
    .map((one) => (one.id === 'a' ? { ...one, note: 'never written' } : one));
  writeFileSync(path, await snapshotBytes({ ...file, highlights }, new TimeSlice()));
  const problems = await problemsOf(folder);
  expect(problems).toContain('snapshot: The highlight a is not as the journal tells.');
  expect(problems).toContain('snapshot: The highlight b of the journal is not in the case.');
  expect(problems).toHaveLength(2);
});

test('damaged and missing files are named', async () => {
  const folder = await settledCase();
  const source = join(folder, 'sources', readdirSync(join(folder, 'sources')).sort()[0] ?? '');
  const text = join(folder, 'texts', readdirSync(join(folder, 'texts')).sort()[0] ?? '');
  const store = await reopened(folder);
  await store.checkpoint();
  chmodSync(source, 0o644);
  writeFileSync(source, 'other bytes');
  rmSync(text);
  rmSync(join(folder, 'documents', 'd1.json'));
  writeFileSync(join(folder, 'case.prev.json'), '{}');
  const { problems } = await store.verify();
  expect(problems.map(({ check, where }) => [check, where])).toEqual(
    expect.arrayContaining([
      ['snapshot', 'case.prev.json'],
      ['snapshot', 'd1.json'],
      ['original', expect.stringMatching(/^d[12]$/)],
      ['text', expect.stringMatching(/^d[12]$/)],
    ]),
  );
});

test('an original or a text that is whole but not what its document tells', async () => {
  const { store } = await newCase();
  const { sha256: hash, size } = await store.blobs.putSource(Buffer.from('short'));
  const text = await store.blobs.putText({ text: 'short', blocks: [] });
  const custody = {
    sha256: hash,
    size: size + 1,
    mediaType: 'text/plain',
    origin: 'x.txt',
    collectedAt: '2024-01-01T00:00:00.000Z',
    collector: 'Ada',
    method: 'import',
  };
  const input = { id: 'x', title: 'X', source: custody, text: { ...text, sha256: '0'.repeat(64) } };
  await store.perform({ op: 'document.add', input });
  const { problems } = await store.verify();
  expect(problems.map(({ check, where }) => `${check} ${where}`).sort()).toEqual([
    'original x',
    'text x',
  ]);
  await store.close();
});

test('edits go on while a check runs, and it is not confused by them', async () => {
  const { store } = await newCase();
  for (let n = 0; n < 20; n++) await mark(store, `m${n}`);
  let running = true;
  const check = store.verify().finally(() => (running = false));
  const edit = async (store: CaseStore): Promise<number> => {
    let edits = 0;
    for (; running; edits++) {
      await store.perform({
        op: 'highlight.update',
        input: { id: `m${edits % 20}`, note: `${edits}` },
      });
      await mark(store, `new${edits}`);
    }
    return edits;
  };
  const edits = await edit(store);
  expect((await check).problems).toEqual([]);
  expect(edits).toBeGreaterThan(0);
  await store.close();
});

test('a check shows its progress and can be stopped', async () => {
  const { store } = await newCase();
  for (let n = 0; n < 300; n++) void mark(store, `m${n}`);
  await mark(store, 'last');
  const seen: number[] = [];
  const controller = new AbortController();
  const check = store.verify({
    progress: (done, total) => {
      seen.push(done / total);
      controller.abort(new Error('enough'));
    },
    signal: controller.signal,
  });
  await check.catch((error: Error) => expect(error.message).toBe('enough'));
  expect(seen[0]).toBeLessThanOrEqual(1);
  await expect(store.verify({ signal: controller.signal })).rejects.toThrow('enough');
  const shown: number[] = [];
  await store.verify({ progress: (done, total) => shown.push(done / total) });
  expect(shown.at(-1)).toBe(1);
  await store.close();
});
