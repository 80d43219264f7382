import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDocument, contents, mark, newCase, reopened } from '../helpers.ts';
import { flip } from '../worked-on.ts';

/**
 * A closed case in which highlights went from d1 to the newer version D2: `a` before the last snapshot, `b` after
 * it, `c` there and back; `d` waits in d1.
 */
async function versioned(): Promise<{ folder: string; whole: unknown }> {
  const { store, folder } = await newCase();
  await addDocument(store, 'D2');
  await store.perform({ op: 'entity.add', input: { id: 'e', type: 'person', name: 'E' } });
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) {
    await mark(store, id, 4 + 10 * index);
    await store.perform({ op: 'highlight.update', input: { id, entity: 'e' } });
  }
  await store.checkpoint();
  const found = { highlight: 'a', state: 'exact', score: 1, start: 4, end: 8 };
  const input = { id: 'd1', to: 'D2', link: 'l', anchors: [found] };
  await store.perform({ op: 'document.reanchor', input });
  await store.checkpoint();
  await store.perform({ op: 'highlight.reanchor', input: { id: 'b', start: 14, end: 18 } });
  await store.perform({ op: 'highlight.reanchor', input: { id: 'c', start: 24, end: 28 } });
  await store.perform({ op: 'undo', input: {} });
  const whole = contents(store.state);
  await store.close();
  return { folder, whole };
}

const files = ['case.json', 'documents/d1.json', 'documents/_442.json', 'index/highlights'];

const harms: Record<string, (path: string) => void> = {
  whole: () => undefined,
  missing: (path) => rmSync(path),
  'cut in half': (path) => truncateSync(path, readFileSync(path).length >> 1),
  flipped: (path) => flip(path, readFileSync(path).length >> 1),
};

const cases = files.flatMap((file) => Object.keys(harms).map((harm) => [file, harm] as const));

test.each(cases)(
  'highlights that went to a newer version stand there, with %s %s',
  async (...how) => {
    const [file, harm] = how;
    const { folder, whole } = await versioned();
    harms[harm]?.(join(folder, file));
    const store = await reopened(folder);
    expect(contents(store.state)).toEqual(whole);
    const idsIn = (document: string) => [...store.state.highlightsOf(document)].map(({ id }) => id);
    expect(idsIn('d1').sort()).toEqual(['c', 'd']);
    expect(idsIn('D2').sort()).toEqual(['a', 'b']);
    expect(store.state.highlights.documentOf('a')).toBe('D2');
    expect(store.state.highlights.count('D2')).toBe(2);
    const named = [...store.state.highlightsWith({ entity: 'e' })].map(({ id }) => id);
    expect(named.sort()).toEqual(['a', 'b', 'c', 'd']);
    await store.perform({ op: 'undo', input: {} });
    expect(idsIn('d1').sort()).toEqual(['b', 'c', 'd']);
    await store.checkpoint();
    expect((await store.verify()).problems).toEqual([]);
  },
);

test('a version that is undone leaves no highlight behind in it, after a restart either', async () => {
  const { folder } = await versioned();
  const store = await reopened(folder);
  await store.perform({ op: 'undo', input: {} });
  await store.perform({ op: 'undo', input: {} });
  await store.close();
  const again = await reopened(folder);
  const there = [...again.state.highlightsOf('d1')];
  expect(there.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd']);
  expect(there.every((one) => one.anchoring === undefined)).toBe(true);
  expect([...again.state.highlightsOf('D2')]).toEqual([]);
  expect(again.state.size('documentLink')).toBe(0);
  expect((await again.verify()).problems).toEqual([]);
});
