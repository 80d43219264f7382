import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { FormatPlan, PlainRecord } from '#data/storage/migrations.ts';
import { CaseStore } from '../../../electron/storage/case-store.ts';
import { contents, mark, newCase, reopened, temporaryFolder } from './helpers.ts';

vi.setConfig({ testTimeout: 60_000 });

const fixtures = join(import.meta.dirname, '../../fixtures/cases');

/** A made-up next format: actors say where they sit, and highlights have a weight. */
const next: FormatPlan = {
  current: 2,
  migrations: [
    {
      to: 2,
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
    expect(formatIn(folder)).toBe(1);
    const store = await reopened(folder, { plan: next });
    const ada = store.state.get('entity', 'ada') as PlainRecord | undefined;
    expect(ada).toEqual({
      id: 'ada',
      rev: 1,
      createdAt: ada?.['createdAt'],
      updatedAt: ada?.['updatedAt'],
      type: 'person',
      name: 'Ada',
      aliases: [],
      seat: 'unknown',
    });
    expect(store.state.get('highlight', 'h1')).toMatchObject({ quote: 'The ', weight: 1 });
    expect(store.state.get('highlight', 'h2')).toMatchObject({ weight: 1 });
    expect(formatIn(folder)).toBe(2);
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
    expect(formatIn(folder)).toBe(1);
  });

  test('stays as it was when the migration fails', async () => {
    const folder = await olderCase();
    const failing: FormatPlan = {
      current: 2,
      migrations: [
        {
          to: 2,
          upgrade: () => {
            throw new Error('cannot be done');
          },
        },
      ],
    };
    const refused = CaseStore.open(folder, { author: 'Ada', plan: failing });
    await expect(refused).rejects.toThrow('cannot be done');
    expect(formatIn(folder)).toBe(1);
    const still = await reopened(folder);
    expect(still.state.get('highlight', 'h2')).toBeDefined();
  });
});

describe('a case of a newer format', () => {
  test('is refused for writing, named by its number, and opens for reading', async () => {
    const folder = await olderCase();
    await (await CaseStore.open(folder, { author: 'Ada', plan: next })).close();
    const before = readFileSync(join(folder, 'case.json'));
    await expect(CaseStore.open(folder, { author: 'Ada' })).rejects.toMatchObject({
      code: 'newer-format',
      details: { format: 2, known: 1 },
    });
    const store = await reopened(folder, { readOnly: true });
    expect(store.state.get('entity', 'ada')?.name).toBe('Ada');
    expect(readFileSync(join(folder, 'case.json'))).toEqual(before);
  });

  test('is not taken for damaged when only its number was read', async () => {
    const folder = await olderCase();
    const text = readFileSync(join(folder, 'case.json'), 'utf8');
    writeFileSync(join(folder, 'case.json'), text.replace('"format":1', '"format":9'));
    await expect(CaseStore.open(folder, { author: 'Ada' })).rejects.toMatchObject({
      code: 'newer-format',
      details: { format: 9 },
    });
  });
});

describe('the frozen case of format 1', () => {
  test.each([
    ['plain.case', {}],
    ['sealed.case', { secret: { passphrase: 'frozen for ever' } }],
  ])('%s opens with exactly what it held', async (name, secret) => {
    const folder = join(temporaryFolder(), name);
    cpSync(join(fixtures, 'v1', name), folder, { recursive: true });
    const store = await reopened(folder, secret);
    const expected: unknown = JSON.parse(
      readFileSync(join(fixtures, 'v1', 'contents.json'), 'utf8'),
    );
    expect(JSON.parse(JSON.stringify(contents(store.state)))).toEqual(expected);
    expect(store.status.recovery).toEqual([]);
    expect((await store.verify()).problems).toEqual([]);
    await store.perform({ op: 'undo', input: {} });
    expect(store.state.get('claim', 'c1')).toBeUndefined();
  });
});
