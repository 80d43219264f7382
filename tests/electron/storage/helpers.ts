import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Codebook } from '#data/model/codebook.ts';
import type { Kind } from '#data/model/records.ts';
import { residentKinds } from '#data/model/records.ts';
import type { Clock } from '#data/ports.ts';
import type { CaseState } from '#data/state/case-state.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { openCase } from '../../../electron/storage/open/open-case.ts';
import { createCase } from '../../../electron/storage/open/create-case.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import type { OpenOptions } from '../../../electron/storage/store-options.ts';
import {
  temporaryName,
  type TemporaryKind,
} from '../../../electron/storage/disk/temporary-name.ts';
import { ownMark } from '../../../electron/storage/disk/process-identity.ts';

/** A codebook with one of each: enough for the store, which does not look into it. */
export const codebook: Codebook = {
  id: 'small',
  name: 'Small',
  entityTypes: [{ id: 'person', name: 'Person', shape: 'ellipse', colour: '#336699' }],
  relationTypes: [{ id: 'knows', name: 'knows', directed: true, colour: '#993366' }],
  tags: [{ id: 'doubt', name: 'Doubt' }],
};

/** The text of every document made here. */
export const TEXT =
  'The ministers met in the old town and spoke of borders, roads and water. '.repeat(20);

/** A folder of its own for a test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wakhan-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A name as a process that is gone has made it. */
export const deadName = (kind: TemporaryKind): string =>
  temporaryName(kind).replace(ownMark(), `${ownMark().split('-').slice(0, 2).join('-')}-4194305-1`);

/** A clock that ticks by itself and identifiers that count. */
export function countingClock(prefix = 'x'): Clock {
  let ticks = 0;
  let ids = 0;
  return {
    now: () => new Date(Date.UTC(2024, 0, 1) + 1000 * ticks++).toISOString(),
    newId: () => `${prefix}${++ids}`,
  };
}

/** A new case with one document `d1`. */
export async function newCase(
  options: Partial<OpenOptions> & { folder?: string } = {},
): Promise<{ store: CaseStore; folder: string }> {
  const { folder = join(temporaryFolder(), 'test.case'), ...rest } = options;
  const clock = rest.clock ?? countingClock();
  const store = await createCase(folder, {
    title: 'Test',
    codebook,
    author: 'Ada',
    clock,
    ...rest,
  });
  await addDocument(store, 'd1');
  return { store, folder };
}

/** Imports a document with {@link TEXT}, made different by its id. */
export async function addDocument(store: CaseStore, id: string): Promise<void> {
  const words = `${id}. ${TEXT}`;
  const source = await store.blobs.putSource(Buffer.from(words));
  const text = await store.blobs.putText({ text: words, blocks: plainBlocks(words) });
  const custody = {
    ...source,
    mediaType: 'text/plain',
    origin: `${id}.txt`,
    collectedAt: '2024-01-01T00:00:00.000Z',
    collector: 'Ada',
    method: 'import',
  };
  await store.perform({ op: 'document.add', input: { id, title: id, text, source: custody } });
}

/** Marks some words of a document under a given id. */
export function mark(store: CaseStore, id: string, at = 4, document = 'd1'): Promise<unknown> {
  const input = { id, document, start: at, end: at + 4 };
  return store.perform({ op: 'highlight.add', input });
}

/** Opens a case that is closed again when the test ends. */
export async function reopened(
  folder: string,
  options: Partial<OpenOptions> = {},
): Promise<CaseStore> {
  const store = await openCase(folder, {
    author: 'Bob',
    clock: countingClock('y'),
    ...options,
  });
  onTestFinished(() => store.close());
  return store;
}

/** Everything a case holds, in a form that can be compared: records by kind and id, and the history. */
export function contents(state: CaseState): unknown {
  const byId = <T extends { id: string }>(records: Iterable<T>): T[] =>
    [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const records: [Kind, unknown][] = residentKinds.map((kind) => [kind, byId(state.all(kind))]);
  const marks = [...state.all('document')].flatMap(({ id }) => [...state.highlightsOf(id)]);
  return structuredClone([...records, ['highlight', byId(marks)], state.history.snapshot()]);
}
