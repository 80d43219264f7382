import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { TimeSlice } from '../../../electron/storage/disk/time-slice.ts';
import { addDocument, contents, mark, newCase, reopened } from './helpers.ts';

afterEach(() => vi.restoreAllMocks());

/** Documents of the case, each with a highlight that its snapshots know. */
const DOCUMENTS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'];

/** Everything a case holds but its history. */
const recordsOf = ({ state }: CaseStore): unknown[] => (contents(state) as unknown[]).slice(0, -1);

/** A closed case: highlights in its files, and one more behind the last checkpoint. */
async function worked(): Promise<{ folder: string; whole: unknown[] }> {
  const { store, folder } = await newCase();
  for (const id of DOCUMENTS.slice(1)) await addDocument(store, id);
  for (const id of DOCUMENTS) await mark(store, `in-${id}`, 4, id);
  await store.checkpoint();
  await mark(store, 'behind', 9, 'd3');
  const whole = recordsOf(store);
  await store.close();
  return { folder, whole };
}

/** Opens a case whose every slice is used up at once; tells how often others had their turn. */
async function openedSlowly(folder: string): Promise<{ store: CaseStore; turns: number }> {
  vi.spyOn(TimeSlice.prototype, 'over', 'get').mockReturnValue(true);
  let turns = 0;
  const turn = (): void => {
    turns++;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  const store = await reopened(folder);
  clearImmediate(next);
  return { store, turns };
}

const harms: Record<string, (folder: string) => void> = {
  missing: (folder) => rmSync(join(folder, 'index'), { recursive: true }),
  damaged: (folder) => {
    const path = join(folder, 'index', 'highlights');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  'missing with all highlight files': (folder) => {
    for (const name of ['index', 'documents']) rmSync(join(folder, name), { recursive: true });
  },
};

test.each(Object.keys(harms))(
  'an index that is %s is built while a case is opened, others have their turn after each document',
  async (harm) => {
    const { folder, whole } = await worked();
    harms[harm]?.(folder);
    const { store, turns } = await openedSlowly(folder);
    expect(turns).toBeGreaterThanOrEqual(DOCUMENTS.length);
    await Promise.all([mark(store, 'first', 14, 'd2'), mark(store, 'second', 19, 'd6')]);
    expect(store.state.highlights.get('first')?.document).toBe('d2');
    expect(store.state.highlights.get('in-d5')?.document).toBe('d5');
    expect(store.state.highlights.get('behind')?.document).toBe('d3');
    await expect(mark(store, 'in-d4')).rejects.toMatchObject({ code: 'duplicate-id' });
    await store.perform({ op: 'undo', input: {} });
    await store.perform({ op: 'undo', input: {} });
    expect(recordsOf(store)).toEqual(whole);
    await store.checkpoint();
    await store.close();
    const again = await reopened(folder);
    expect(again.state.highlights.get('in-d5')?.document).toBe('d5');
    expect(again.state.highlights.has('first')).toBe(false);
    expect((await again.verify()).problems).toEqual([]);
  },
);

test('an edit beside a checkpoint whose index is being written is in the index', async () => {
  const { folder } = await worked();
  const store = await reopened(folder);
  vi.spyOn(TimeSlice.prototype, 'over', 'get').mockReturnValue(true);
  let written = false;
  const checkpoint = store.checkpoint().finally(() => (written = true));
  let edits = 0;
  while (!written) await mark(store, `beside-${edits++}`, 4, DOCUMENTS[edits % 6]);
  await checkpoint;
  vi.restoreAllMocks();
  await store.close();
  const again = await reopened(folder);
  for (let n = 0; n < edits; n++) expect(again.state.highlights.has(`beside-${n}`)).toBe(true);
});
