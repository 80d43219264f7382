import { chmodSync, cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import { openCase } from '../../../electron/storage/open/open-case.ts';
import { type Committed } from '../../../electron/storage/case-store.ts';
import { systemPorts } from '../../../electron/storage/journal/system-ports.ts';
import {
  addDocument,
  codebook,
  mark,
  newCase,
  reopened,
  TEXT,
  temporaryFolder,
} from './helpers.ts';

/** Every file of a case with its bytes and times, but for the lock. */
function files(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const stat = statSync(path);
    if (name === 'lock' || stat.isDirectory()) continue;
    found[name] = `${stat.mtimeMs} ${readFileSync(path, 'latin1')}`;
  }
  return found;
}

test('changes are numbered in order and told once each, before their promises resolve', async () => {
  const { store } = await newCase();
  const told: Committed[] = [];
  const stop = store.onCommit((committed) => told.push(committed));
  const answers = await Promise.all(['a', 'b', 'c'].map((id) => mark(store, id)));
  expect(answers).toMatchObject([{ n: 3 }, { n: 4 }, { n: 5 }]);
  expect(told).toEqual(answers);
  expect(told[2]).toMatchObject({
    op: 'highlight.add',
    id: 'c',
    by: 'Ada',
    label: 'Highlight “The ”',
  });
  stop();
  await mark(store, 'd');
  expect(told).toHaveLength(3);
  await store.close();
});

test('in one write each operation sees those before it, and a refused one harms no other', async () => {
  const { store } = await newCase();
  const entity = (id: string) =>
    store.perform({ op: 'entity.add', input: { id, type: 'person', name: id } });
  const results = await Promise.allSettled([
    entity('p'),
    entity('q'),
    entity('q'),
    store.perform({ op: 'entity.update', input: { id: 'q', name: 'Queen' } }),
    store.perform({ op: 'no.such', input: {} }),
    store.perform({ op: 'undo', input: {} }),
    entity('r'),
    store.perform({ op: 'undo', input: {} }),
    store.perform({ op: 'redo', input: {} }),
  ]);
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(results[2]).toMatchObject({ reason: { code: 'duplicate-id' } });
  expect([...store.state.all('entity')].map(({ name }) => name)).toEqual(['p', 'q', 'r']);
  expect(store.status.n).toBe(9);
  expect((await store.verify()).problems).toEqual([]);
  await store.close();
});

test('refused input leaves every file as it was', async () => {
  const { store: first, folder } = await newCase();
  await mark(first, 'a');
  await first.close();
  const store = await reopened(folder);
  const before = files(folder);
  const bad: [string, unknown][] = [
    ['highlight.add', { document: 'd1', start: 5, end: 999_999 }],
    ['highlight.add', { document: 'nowhere', start: 5, end: 9 }],
    ['highlight.add', { id: 'a', document: 'd1', start: 5, end: 9 }],
    ['highlight.add', { document: 'd1' }],
    ['document.remove', { id: 'd1', extra: 1 }],
    ['case.create', { uid: 'x', title: 'Again', codebook }],
    ['redo', {}],
    ['nonsense', null],
  ];
  for (const [op, input] of bad) {
    await expect(store.perform({ op, input })).rejects.toBeInstanceOf(AppError);
  }
  expect(files(folder)).toEqual(before);
  await store.close();
  expect(files(folder)).toEqual(before);
});

test('undo and redo reach over documents and restarts', async () => {
  const { store, folder } = await newCase();
  await addDocument(store, 'd2');
  await mark(store, 'a');
  await mark(store, 'b', 4, 'd2');
  await store.checkpoint();
  await store.perform({ op: 'undo', input: {} });
  await store.close();
  const second = await openCase(folder, { author: 'Bob' });
  expect(second.historyState()).toMatchObject({
    undo: { n: 4, label: 'Highlight “The ”' },
    redo: { n: 5 },
  });
  await second.perform({ op: 'undo', input: {} });
  expect(second.counts.highlights.size).toBe(0);
  await second.close();
  const third = await reopened(folder);
  await third.perform({ op: 'redo', input: {} });
  await third.perform({ op: 'redo', input: {} });
  expect(third.historyState().redo).toBeUndefined();
  expect(third.state.highlights.get('b')).toMatchObject({ document: 'd2', quote: 'The ' });
  await third.perform({ op: 'undo', input: { to: 2 } });
  expect([...third.state.all('document')].map(({ id }) => id)).toEqual(['d1']);
  expect(third.history(3)).toMatchObject([
    { n: 10, op: 'undo', by: 'Bob' },
    { n: 9, op: 'redo' },
    { n: 8, op: 'redo' },
  ]);
  expect(third.history(2, 5)).toMatchObject([
    { n: 4, stands: false },
    { n: 3, stands: false },
  ]);
  expect(third.history(1)[0]).not.toHaveProperty('stands');
});

test('tags of a case that was written before they were counted are counted when it opens', async () => {
  const { store, folder } = await newCase();
  await store.perform({ op: 'tag.add', input: { id: 't', name: 'tag' } });
  await mark(store, 'a');
  await store.perform({ op: 'highlight.update', input: { id: 'a', tags: ['t'] } });
  await mark(store, 'b');
  await store.close();
  const path = join(folder, 'case.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as { counts: { tags?: unknown } };
  delete file.counts.tags;
  writeFileSync(path, JSON.stringify(file));
  const again = await reopened(folder);
  expect(again.counts.tags).toEqual(new Map([['t', 1]]));
  await again.perform({ op: 'highlight.update', input: { id: 'b', tags: ['t'] } });
  expect(again.counts.tags?.get('t')).toBe(2);
});

test('counts follow every change, through checkpoints and restarts', async () => {
  const { store, folder } = await newCase();
  await store.perform({ op: 'entity.add', input: { id: 'p', type: 'person', name: 'P' } });
  await mark(store, 'a');
  await mark(store, 'b');
  for (const id of ['t', 'u']) {
    await store.perform({ op: 'tag.add', input: { id, name: `tag ${id}` } });
  }
  await store.perform({ op: 'highlight.update', input: { id: 'a', entity: 'p', tags: ['t'] } });
  await store.checkpoint();
  await store.perform({
    op: 'highlight.update',
    input: { id: 'b', entity: 'p', tags: ['t', 'u'] },
  });
  await store.perform({ op: 'highlight.remove', input: { id: 'a' } });
  const expected = {
    highlights: new Map([['d1', 1]]),
    mentions: new Map([['p', 1]]),
    tags: new Map([
      ['t', 1],
      ['u', 1],
    ]),
  };
  expect(store.counts.copy()).toEqual(expected);
  expect(store.state.highlights.count('d1')).toBe(1);
  expect(store.state.highlights.count('nowhere')).toBe(0);
  await store.close();
  const again = await reopened(folder);
  expect(again.counts.copy()).toEqual(expected);
  expect([...again.state.highlightsWith({ entity: 'p' })].map(({ id }) => id)).toEqual(['b']);
  await again.perform({ op: 'highlight.remove', input: { id: 'b' } });
  expect(again.counts.copy()).toEqual({
    highlights: new Map(),
    mentions: new Map(),
    tags: new Map(),
  });
});

test('originals and texts are read-only files under their hashes, written once', async () => {
  const { store, folder } = await newCase();
  const bytes = Buffer.from(`d1. ${TEXT}`);
  const [name = ''] = readdirSync(join(folder, 'sources'));
  const before = statSync(join(folder, 'sources', name));
  expect(before.mode & 0o222).toBe(0);
  expect(await store.blobs.putSource(bytes)).toEqual({ sha256: name, size: bytes.length });
  expect(statSync(join(folder, 'sources', name)).ino).toBe(before.ino);
  chmodSync(join(folder, 'sources', name), 0o644);
  writeFileSync(join(folder, 'sources', name), 'altered');
  expect(() => store.blobs.source(name)).toThrow(expect.objectContaining({ code: 'damaged' }));
  await store.blobs.putSource(bytes);
  expect(Buffer.from(store.blobs.source(name))).toEqual(bytes);
  expect(() => store.blobs.source('0'.repeat(64))).toThrow(
    expect.objectContaining({ code: 'damaged' }),
  );
  await expect(store.blobs.putText({ text: '', blocks: [] })).rejects.toMatchObject({
    code: 'empty-file',
  });
  await store.close();
});

test('documents whose ids differ in case only have files of their own', async () => {
  const { store, folder } = await newCase();
  for (const id of ['D1', 'con', 'a.b_c', 'constructor']) {
    await addDocument(store, id);
    await mark(store, `h-${id}`, 5, id);
  }
  await mark(store, 'h-d1');
  await store.checkpoint();
  await store.close();
  const names = readdirSync(join(folder, 'documents')).map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(5);
  expect(names).not.toContain('con.json');
  const again = await reopened(folder);
  for (const id of ['D1', 'con', 'a.b_c', 'constructor', 'd1']) {
    expect([...again.state.highlightsOf(id)].map((one) => one.id)).toEqual([`h-${id}`]);
  }
});

test('identifiers are UUIDv7 and rise with time', () => {
  const ids = Array.from({ length: 50 }, () => systemPorts.newId());
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(50);
  const times = ids.map((id) => id.slice(0, 13));
  expect([...times].sort()).toEqual(times);
});

test('undo passes over places that the program found, after a restart without snapshots too', async () => {
  const { store, folder } = await newCase();
  await store.perform({ op: 'entity.add', input: { id: 'e1', type: 'person', name: 'One' } });
  const positions = [{ entity: 'e1', x: 1, y: 2 }];
  await store.perform({ op: 'position.set', input: { positions, first: true } });
  expect(store.historyState().undo?.label).toContain('One');
  const copy = join(temporaryFolder(), 'copy.case');
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith('lock') });
  const second = await reopened(copy);
  expect(second.historyState()).toEqual(store.historyState());
  const [found] = second.history(1);
  expect(found?.op).toBe('position.set');
  expect(found).not.toHaveProperty('stands');
  await second.perform({ op: 'undo', input: {} });
  expect(second.historyState().redo?.label).toContain('One');
  expect(second.state.get('position', '@e1')).toBeUndefined();
});
