import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { thisFormat, type FormatPlan } from '#data/storage/migrations.ts';
import { type PlainRecord } from '#data/storage/migration.ts';
import { FORMAT, type CaseFile } from '#data/storage/format.ts';
import {
  bodyOf,
  lineOf,
  partsOf as partsIn,
  type JournalRecord,
} from '#data/storage/journal-record.ts';
import { openCase } from '../../../../electron/storage/open/open-case.ts';
import { sha256 } from '../../../../electron/storage/disk/hash.ts';
import { snapshotBytes } from '../../../../electron/storage/snapshots/snapshot-text.ts';
import { TimeSlice } from '../../../../electron/storage/disk/time-slice.ts';
import { mark, newCase, reopened } from '../helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

const NEXT = FORMAT + 1;

/** A made-up next format: actors say where they sit, and highlights have a weight. */
const next: FormatPlan = {
  current: NEXT,
  migrations: [
    ...thisFormat.migrations,
    {
      to: NEXT,
      upgrade(kind, record) {
        if (kind === 'entity' && !('seat' in record)) return { ...record, seat: 'unknown' };
        if (kind === 'highlight' && !('weight' in record)) return { ...record, weight: 1 };
        return record;
      },
    },
  ],
};

async function olderCase(): Promise<string> {
  const { store, folder } = await newCase();
  const input = { id: 'ada', type: 'person', name: 'Ada' };
  await store.perform({ op: 'entity.add', input });
  await mark(store, 'h1');
  await store.checkpoint();
  await mark(store, 'h2', 9); // stands in the journal only
  await store.close();
  return folder;
}

const formatIn = (folder: string): unknown =>
  (JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as { format: unknown }).format;

describe('a case of an older format', () => {
  test('is migrated, literally: before and after', async () => {
    const folder = await olderCase();
    expect(formatIn(folder)).toBe(FORMAT);
    const store = await reopened(folder, { plan: next });
    const ada = store.state.get('entity', 'ada') as PlainRecord | undefined;
    expect(ada).toEqual({
      id: 'ada',
      rev: 1,
      createdAt: ada?.['createdAt'],
      updatedAt: ada?.['updatedAt'],
      by: 'Ada',
      type: 'person',
      name: 'Ada',
      aliases: [],
      seat: 'unknown',
    });
    expect(store.state.get('highlight', 'h1')).toMatchObject({ quote: 'The ', weight: 1 });
    expect(store.state.get('highlight', 'h2')).toMatchObject({ weight: 1 });
    expect(formatIn(folder)).toBe(NEXT);
    expect((await store.verify()).problems).toEqual([]);
  });

  test('keeps its history: what was done before can be undone and comes back in the new form', async () => {
    const store = await reopened(await olderCase(), { plan: next });
    for (let step = 0; step < 3; step++) await store.perform({ op: 'undo', input: {} });
    expect(store.state.get('entity', 'ada')).toBeUndefined();
    for (let step = 0; step < 3; step++) await store.perform({ op: 'redo', input: {} });
    expect(store.state.get('entity', 'ada')).toMatchObject({ seat: 'unknown' });
    expect(store.state.get('highlight', 'h2')).toMatchObject({ weight: 1 });
  });

  test('is read as it is, unchanged on disk, when opened for reading', async () => {
    const folder = await olderCase();
    const store = await reopened(folder, { plan: next, readOnly: true });
    expect(store.state.get('entity', 'ada')).toMatchObject({ seat: 'unknown' });
    expect(formatIn(folder)).toBe(FORMAT);
  });

  test('stays as it was when the migration fails', async () => {
    const folder = await olderCase();
    const failing: FormatPlan = {
      current: NEXT,
      migrations: [
        {
          to: NEXT,
          upgrade: () => {
            throw new Error('cannot be done');
          },
        },
      ],
    };
    const refused = openCase(folder, { author: 'Ada', plan: failing });
    await expect(refused).rejects.toThrow('cannot be done');
    expect(formatIn(folder)).toBe(FORMAT);
    const still = await reopened(folder);
    expect(still.state.get('highlight', 'h2')).toBeDefined();
  });
});

describe('a case of a newer format', () => {
  test('is refused for writing, named by its number, and opens for reading', async () => {
    const folder = await olderCase();
    await (await openCase(folder, { author: 'Ada', plan: next })).close();
    const before = readFileSync(join(folder, 'case.json'));
    await expect(openCase(folder, { author: 'Ada' })).rejects.toMatchObject({
      code: 'newer-format',
      details: { format: NEXT, known: FORMAT },
    });
    const store = await reopened(folder, { readOnly: true });
    expect(store.state.get('entity', 'ada')?.name).toBe('Ada');
    expect(readFileSync(join(folder, 'case.json'))).toEqual(before);
  });

  test('is read although it has kinds and members that nobody here knows', async () => {
    const folder = await olderCase();
    const file = join(folder, 'case.json');
    const { sha256: _hash, ...known } = JSON.parse(readFileSync(file, 'utf8')) as CaseFile & {
      sha256: string;
    };
    const records = { ...known.records, judgement: [{ id: 'j0', text: 'Likely.' }] };
    const bytes = await snapshotBytes({ ...known, format: NEXT, records }, new TimeSlice());
    writeFileSync(file, bytes);
    const at = '2030-01-01T00:00:00.000Z';
    const ada = (records.entity ?? [])[0];
    const record = {
      n: known.head.n + 2,
      id: 'j1',
      at,
      by: 'Eve',
      op: 'judgement.add',
      label: 'X',
    };
    const judged = { kind: 'judgement', id: 'j1', before: null, after: { id: 'j1' } };
    const changed = { kind: 'entity', id: 'ada', before: ada, after: { ...ada, mood: 'calm' } };
    const journal = join(folder, 'journal/000001.ndjson');
    const lines = readFileSync(journal, 'utf8').replaceAll('\0', '').trimEnd().split('\n');
    const prev = partsIn(lines.at(-1) ?? '')?.hash ?? '';
    const changes = [judged, changed] as unknown as JournalRecord['changes'];
    const body = bodyOf({ ...record, input: {}, changes, prev });
    writeFileSync(journal, [...lines, lineOf(body, sha256(body)), ''].join('\n'));
    const before = [readFileSync(file), readFileSync(journal)];
    const store = await reopened(folder, { readOnly: true });
    expect(store.state.get('entity', 'ada')).toMatchObject({ name: 'Ada', mood: 'calm' });
    expect(store.state.kindOf('j1')).toBeUndefined();
    expect(store.status.recovery).toEqual([]);
    expect((await store.verify()).problems).toEqual([]);
    expect([readFileSync(file), readFileSync(journal)]).toEqual(before);
  });

  test('a table that came later than the file is empty', async () => {
    const folder = await olderCase();
    const file = join(folder, 'case.json');
    const { sha256: _hash, ...known } = JSON.parse(readFileSync(file, 'utf8')) as CaseFile & {
      sha256: string;
    };
    const { region: _region, report: _report, ...records } = known.records;
    writeFileSync(file, await snapshotBytes({ ...known, records }, new TimeSlice()));
    const store = await reopened(folder);
    expect([store.state.size('region'), store.state.size('report')]).toEqual([0, 0]);
    await store.perform({ op: 'report.add', input: { id: 'p1', title: 'First' } });
    expect(store.state.get('report', 'p1')?.by).toBe('Bob');
  });

  test('is not taken for damaged when only its number was read', async () => {
    const folder = await olderCase();
    const text = readFileSync(join(folder, 'case.json'), 'utf8');
    writeFileSync(join(folder, 'case.json'), text.replace(`"format":${FORMAT}`, '"format":99'));
    await expect(openCase(folder, { author: 'Ada' })).rejects.toMatchObject({
      code: 'newer-format',
      details: { format: 99 },
    });
  });
});
