import { copyFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contents, addDocument, mark, newCase, reopened } from '../helpers.ts';

test('a reader goes on reading the case as it was when it opened it', async () => {
  const { store, folder } = await newCase();
  await addDocument(store, 'd2');
  await store.perform({ op: 'entity.add', input: { id: 'p', type: 'person', name: 'P' } });
  for (const id of ['a', 'b', 'c']) await mark(store, id);
  await mark(store, 'other', 4, 'd2');
  await store.checkpoint();
  const then = contents(store.state);
  const reader = await reopened(folder, { readOnly: true });
  await store.perform({ op: 'highlight.update', input: { id: 'a', entity: 'p' } });
  await store.perform({ op: 'highlight.remove', input: { id: 'b' } });
  await mark(store, 'd');
  await store.perform({ op: 'tag.add', input: { id: 't', name: 'T' } });
  await store.perform({ op: 'highlight.update', input: { id: 'other', note: 'seen' } });
  await store.checkpoint();
  expect(contents(reader.state)).toEqual(then);
  expect(reader.status.recovery).toEqual([]);
  expect([...store.state.highlightsOf('d1')].map(({ id }) => id).sort()).toEqual(['a', 'c', 'd']);
  await store.close();
});

test('a highlight file that is as new as it must be stands in for a damaged one', async () => {
  const { store, folder } = await newCase();
  await mark(store, 'a');
  await store.checkpoint();
  await store.close();
  const file = join(folder, 'documents/d1.json');
  copyFileSync(file, join(folder, 'documents/d1.prev.json'));
  truncateSync(file, readFileSync(file).length >> 1);
  const again = await reopened(folder);
  expect([...again.state.highlightsOf('d1')].map(({ id }) => id)).toEqual(['a']);
  expect(again.status.recovery.join(' ')).toContain('d1.json came from the snapshot before');
});
