import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FoundKin } from '#data/queries/kin-in.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { launchNode } from '../../../electron/background/launch-node.ts';
import { KinSearch } from '../../../electron/jobs/kin-search.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import { newVault } from '../../../electron/storage/vault/vault.ts';
import { Dice, prose } from '../../bench/lib/words.ts';
import { codebook } from '../../data/operations/seed.ts';
import { program } from '../../store/support/program.ts';
import { folderState } from '../cli/folder-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'wakhan-kin-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = prose(new Dice(23), 1500);
let script = '';
let search: KinSearch;
let told: FoundKin[] = [];
const troubles: unknown[] = [];
beforeAll(async () => {
  script = await program('converter');
});
afterEach(async () => {
  await search.closed();
  expect(troubles).toEqual([]);
});

async function makeCase(
  name: string,
  encrypted = false,
): Promise<{ store: CaseStore; path: string }> {
  const path = join(folder, name);
  const vault = encrypted ? await newVault('seven quiet rivers', false) : undefined;
  const about = { author: 'Tester', title: 'Kin', codebook, ...(vault && { vault }) };
  const store = await createCase(path, about);
  told = [];
  search = new KinSearch({
    launch: launchNode(script),
    send: (_, payload) => void told.push((payload as { found: FoundKin }).found),
    session: () => 'one',
    onTrouble: (error) => void troubles.push(error),
    quiet: { first: 0, later: 0 },
  });
  return { store, path };
}

async function add(store: CaseStore, id: string, text: string): Promise<void> {
  const source = {
    ...(await store.blobs.putSource(Buffer.from(text))),
    mediaType: 'text/plain',
    origin: `${id}.txt`,
    collectedAt: '2026-01-01T00:00:00.000Z',
    collector: 'Tester',
    method: 'test',
  };
  const words = await store.blobs.putText({ text, blocks: plainBlocks(text) });
  await store.perform({ op: 'document.add', input: { id, title: id, source, text: words } });
}

const pairs = () => search.found.pairs.map(({ documents }) => documents.join(' '));

describe('what documents are of one another', () => {
  test.each([false, true])('is found beside the program, encrypted: %s', async (encrypted) => {
    const { store, path } = await makeCase(`found-${encrypted}.case`, encrypted);
    await add(store, 'a', TEXT);
    await add(store, 'b', `${TEXT} Xinhua reported it.`);
    await store.checkpoint();
    const before = folderState(path);
    search.opened(store, path);
    await vi.waitFor(() => expect(pairs()).toEqual(['b a']), 20_000);
    expect(search.found.origins).toMatchObject([{ name: 'Xinhua', documents: ['b'] }]);
    expect(told).toEqual([search.found]);
    expect(folderState(path)).toEqual(before);
    await search.closed();
    expect(search.found).toEqual({ pairs: [], origins: [] });
    await store.close();
  });

  test('is looked for anew when a document comes, and when an answer is taken back', async () => {
    const { store, path } = await makeCase('anew.case');
    await add(store, 'a', TEXT);
    search.opened(store, path);
    await vi.waitFor(() => expect(told).toHaveLength(1), 20_000);
    await add(store, 'b', `${TEXT} More.`);
    await vi.waitFor(() => expect(pairs()).toEqual(['b a']), 20_000);
    const link = { id: 'k', type: 'copy-of', from: 'b', to: 'a', state: 'refused' };
    await store.perform({ op: 'documentLink.add', input: link });
    await add(store, 'c', 'Quite another text.');
    await vi.waitFor(() => expect(pairs()).toEqual([]), 20_000);
    await store.perform({ op: 'documentLink.remove', input: { id: 'k' } });
    await vi.waitFor(() => expect(pairs()).toEqual(['b a']), 20_000);
    await store.close();
  });

  test('is not looked for again by what changes nothing about it', async () => {
    const { store, path } = await makeCase('quiet.case');
    await add(store, 'a', TEXT);
    search.opened(store, path);
    await vi.waitFor(() => expect(told).toHaveLength(1), 20_000);
    await store.perform({ op: 'document.update', input: { id: 'a', state: 'done' } });
    await store.perform({ op: 'tag.add', input: { name: 'New' } });
    await store.perform({ op: 'document.update', input: { id: 'a', title: 'Other' } });
    await vi.waitFor(() => expect(told).toHaveLength(2), 20_000);
    await store.close();
  });
});
