import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import codebook from '#data/codebooks/security-alliances.json';
import { CaseStore } from '../../../electron/storage/case-store.ts';
import type { Codebook } from '#data/model/codebook.ts';
const root = mkdtempSync(join(tmpdir(), 'wakhan-store-'));
afterAll(() => rmSync(root, { recursive: true }));
test('create, change, reopen', async () => {
  const folder = join(root, 'a.case');
  const store = await CaseStore.create(folder, {
    title: 'T',
    codebook: codebook as Codebook,
    author: 'A',
  });
  const bytes = Buffer.from('Hello world of words');
  const source = await store.putSource(bytes);
  const text = await store.putText({
    text: 'Hello world of words',
    blocks: [{ start: 0, end: 20, kind: 'paragraph' }],
  });
  await store.perform({
    op: 'document.add',
    input: {
      id: 'D1',
      title: 'Doc',
      text,
      source: {
        ...source,
        mediaType: 'text/plain',
        origin: 'a.txt',
        collectedAt: '2024-01-01T00:00:00.000Z',
        collector: 'A',
        method: 'import',
      },
    },
  });
  const all = await Promise.all(
    [0, 1, 2, 3].map((start) =>
      store.perform({ op: 'highlight.add', input: { document: 'D1', start, end: start + 3 } }),
    ),
  );
  expect(all.map(({ n }) => n)).toEqual([3, 4, 5, 6]);
  await store.perform({ op: 'undo', input: {} });
  expect(store.counts.highlights.get('D1')).toBe(3);
  const report = await store.verify();
  expect(report).toMatchObject({ ok: true, problems: [] });
  await store.close();
  const again = await CaseStore.open(folder, { author: 'B' });
  expect(again.status).toMatchObject({ mode: 'writable', n: 7, recovery: [] });
  await again.perform({ op: 'redo', input: {} });
  await again.checkpoint();
  expect(again.counts.highlights.get('D1')).toBe(4);
  await expect(CaseStore.open(folder, { author: 'C' })).rejects.toMatchObject({
    code: 'case-locked',
  });
  const reader = await CaseStore.open(folder, { author: 'C', readOnly: true });
  expect([...reader.state.highlightsOf('D1')].length).toBe(4);
  await reader.close();
  await again.close();
});
