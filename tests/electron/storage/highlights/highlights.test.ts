import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Highlight } from '#data/model/highlight.ts';
import { HighlightCache } from '../../../../electron/storage/highlights/highlight-cache.ts';
import { HighlightIndex } from '../../../../electron/storage/highlights/highlight-index.ts';
import { IdTable } from '../../../../electron/storage/highlights/id-table.ts';
import { PostingLists } from '../../../../electron/storage/highlights/posting-lists.ts';

function highlight(id: string, document: string, more: Partial<Highlight> = {}): Highlight {
  const at = '2024-01-01T00:00:00.000Z';
  const anchor = { start: 0, end: 1, quote: 'x', prefix: '', suffix: '' };
  const stored = { id, rev: 1, createdAt: at, updatedAt: at, by: 'Ada' };
  return { ...stored, document, ...anchor, tags: [], entities: [], ...more };
}

/** A change of a case, of which the shelf and its index are told. */
function change(
  shelf: HighlightCache,
  index: HighlightIndex,
  before: Highlight | null,
  after: Highlight | null,
): void {
  shelf.apply(before, after);
  index.follow(before, after);
}

/** What was there before a highlight is added. */
const none: Highlight | null = null;

test('the id table is a multimap, through growth and emptying', () => {
  const table = new IdTable();
  for (let n = 0; n < 5000; n++) table.add(`id-${n}`, n % 100);
  for (let n = 0; n < 5000; n++) expect(table.candidates(`id-${n}`)).toContain(n % 100);
  table.add('id-7', 3);
  expect(table.candidates('id-7').sort()).toEqual([3, 7]);
  table.remove('id-7', 7);
  table.remove('id-7', 99);
  expect(table.candidates('id-7')).toEqual([3]);
  for (let round = 0; round < 20; round++) {
    for (let n = 0; n < 1000; n++) table.add(`new-${round}-${n}`, 1);
    for (let n = 0; n < 1000; n++) table.remove(`new-${round}-${n}`, 1);
  }
  expect(table.content().slots.length).toBeLessThan(64 * 1024);
  const again = new IdTable(table.content());
  for (let n = 8; n < 5000; n++) expect(again.candidates(`id-${n}`)).toContain(n % 100);
  expect(again.candidates('id-7')).toEqual([3]);
});

test('an id that is not there has next to no candidates', () => {
  const table = new IdTable();
  for (let n = 0; n < 20_000; n++) table.add(`0190-${n}`, n);
  let found = 0;
  for (let n = 0; n < 20_000; n++) found += table.candidates(`0191-${n}`).length;
  expect(found).toBeLessThan(20);
});

test('reference lists say the same before and after they are read', () => {
  const lists = new PostingLists('["entity:a",[1,2]]\n["entity:a",[5]]\n');
  lists.add('entity:a', 7);
  lists.add('tag:t', 1);
  const unread = new PostingLists([...lists.pieces()].join(''));
  expect([...lists.of('entity:a')]).toEqual([1, 2, 5, 7]);
  lists.add('entity:a', 8);
  expect([...lists.of('entity:a')]).toEqual([1, 2, 5, 7, 8]);
  expect([...lists.of('entity:b')]).toEqual([]);
  expect([...unread.of('entity:a')]).toEqual([1, 2, 5, 7]);
  expect([...lists.pieces()]).toEqual(['["entity:a",[1,2,5,7,8]]\n', '["tag:t",[1]]\n']);
});

test('reference lists are read when too much was added beside them', () => {
  const lists = new PostingLists('["tag:t",[1]]\n');
  for (let n = 0; n < 20_001; n++) lists.add(`entity:${n}`, 2);
  lists.add('tag:t', 3);
  expect([...lists.of('tag:t')]).toEqual([1, 3]);
  expect([...lists.of('entity:20000')]).toEqual([2]);
});

/** Files in memory, of which it is counted how often they are read. */
class Files {
  readonly files = new Map<string, Highlight[]>();
  loads = 0;
  whole = true;

  load(document: string): { highlights: readonly Highlight[]; whole: boolean } {
    this.loads++;
    return { highlights: this.files.get(document) ?? [], whole: this.whole };
  }

  count(document: string): number {
    return this.files.get(document)?.length ?? 0;
  }
}

test('a document is loaded once, when it is needed', () => {
  const files = new Files();
  const index = new HighlightIndex();
  const marks = [
    highlight('a', 'd1'),
    highlight('b', 'd1', { entities: ['p'] }),
    highlight('c', 'd2'),
  ];
  for (const mark of marks) {
    files.files.set(mark.document, [...(files.files.get(mark.document) ?? []), mark]);
    index.follow(null, mark);
  }
  const shelf = new HighlightCache(files, index);
  expect(shelf.has('nowhere')).toBe(false);
  expect(shelf.count('d1')).toBe(2);
  expect(files.loads).toBe(0);
  expect(shelf.get('a')).toEqual(marks[0]);
  expect([...shelf.of('d1')]).toHaveLength(2);
  expect([...shelf.with({ entity: 'p' })]).toEqual([marks[1]]);
  expect(files.loads).toBe(1);
});

test('a change does not load its document, and is there when it is loaded', () => {
  const files = new Files();
  const old = highlight('old', 'd1');
  files.files.set('d1', [old, highlight('gone', 'd1')]);
  const index = new HighlightIndex();
  for (const mark of files.files.get('d1') ?? []) index.follow(null, mark);
  const shelf = new HighlightCache(files, index);
  change(shelf, index, none, highlight('new', 'd1'));
  change(shelf, index, highlight('gone', 'd1'), null);
  change(shelf, index, old, { ...old, note: 'changed' });
  expect(files.loads).toBe(0);
  expect(shelf.dirty).toEqual(['d1']);
  expect([...shelf.of('d1')].map(({ id, note }) => [id, note])).toEqual([
    ['old', 'changed'],
    ['new', undefined],
  ]);
  expect(shelf.has('gone')).toBe(false);
});

test('a highlight may move to another document', () => {
  const files = new Files();
  const index = new HighlightIndex();
  const shelf = new HighlightCache(files, index);
  const here = highlight('a', 'd1');
  change(shelf, index, none, here);
  change(shelf, index, here, { ...here, document: 'd2' });
  expect([...shelf.of('d1')]).toEqual([]);
  expect(shelf.get('a')?.document).toBe('d2');
  expect(shelf.dirty.sort()).toEqual(['d1', 'd2']);
});

test('where a highlight is, is known without loading, unless two ids share a hash', () => {
  const files = new Files();
  const index = new HighlightIndex();
  const mark = highlight('a', 'd2');
  files.files.set('d2', [mark]);
  index.follow(null, mark);
  const shelf = new HighlightCache(files, index);
  expect([shelf.documentOf('a'), shelf.documentOf('nowhere')]).toEqual(['d2', undefined]);
  expect(files.loads).toBe(0);
  const unsure = new HighlightCache(files, {
    documentsOf: () => ['d1', 'd2'],
    documentsWith: (reference) => index.documentsWith(reference),
  });
  expect([unsure.documentOf('a'), unsure.documentOf('nowhere')]).toEqual(['d2', undefined]);
});

test('a single look reads what is not kept and keeps nothing, and sees every change', () => {
  const files = new Files();
  const index = new HighlightIndex();
  const marks = [highlight('a', 'd1'), highlight('b', 'd1')];
  files.files.set('d1', marks);
  for (const mark of marks) index.follow(null, mark);
  const shelf = new HighlightCache(files, index);
  const ids = () => [...shelf.once('d1')].map(({ id }) => id);
  expect([ids(), ids(), files.loads]).toEqual([['a', 'b'], ['a', 'b'], 2]);
  change(shelf, index, none, highlight('c', 'd1')); // waits until the document is loaded
  expect([ids(), files.loads]).toEqual([['a', 'b', 'c'], 3]);
  expect([ids(), files.loads]).toEqual([['a', 'b', 'c'], 3]);
});

test('a file that had to be rebuilt is kept by a single look too, so that it is written', () => {
  const files = new Files();
  files.whole = false;
  const shelf = new HighlightCache(files, new HighlightIndex());
  expect([...shelf.once('d1')]).toEqual([]);
  expect(shelf.dirty).toEqual(['d1']);
});

test('clean documents are forgotten when there are many, dirty ones never', () => {
  const files = new Files();
  const index = new HighlightIndex();
  for (let d = 0; d < 30; d++) {
    const marks = Array.from({ length: 3000 }, (_, n) => highlight(`${d}-${n}`, `d${d}`));
    files.files.set(`d${d}`, marks);
    for (const mark of marks) index.follow(null, mark);
  }
  const shelf = new HighlightCache(files, index);
  const added = highlight('mine', 'd0');
  change(shelf, index, none, added);
  for (let d = 0; d < 30; d++) expect(shelf.get(`${d}-1`)?.document).toBe(`d${d}`);
  expect(files.loads).toBe(30);
  expect(shelf.get('mine')).toBe(added);
  expect(files.loads).toBe(30);
  expect(shelf.get('1-1')?.document).toBe('d1');
  expect(files.loads).toBe(31);
  const { highlights, written } = shelf.capture('d0');
  files.files.set('d0', highlights);
  written();
  expect(shelf.dirty).toEqual([]);
  for (let d = 1; d < 30; d++) shelf.get(`${d}-1`);
  expect(shelf.get('mine')).toEqual(added);
});

test('a document that is changed while it is written stays dirty', () => {
  const shelf = new HighlightCache(new Files(), new HighlightIndex());
  shelf.apply(none, highlight('a', 'd1'));
  const { highlights, written } = shelf.capture('d1');
  shelf.apply(none, highlight('b', 'd1'));
  written();
  expect(highlights).toHaveLength(1);
  expect(shelf.dirty).toEqual(['d1']);
});

test('a document whose file had to be rebuilt is dirty', () => {
  const files = new Files();
  files.whole = false;
  const shelf = new HighlightCache(files, new HighlightIndex());
  expect([...shelf.of('d1')]).toEqual([]);
  expect(shelf.dirty).toEqual(['d1']);
});

test('on the disk or in memory: the same highlights', () => {
  const step = fc.record({
    id: fc.nat(8).map((n) => `h${n}`),
    document: fc.nat(3).map((n) => `d${n}`),
    entity: fc.option(fc.constantFrom('p', 'q'), { nil: undefined }),
    kind: fc.constantFrom('put', 'remove', 'write', 'forget'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (changes) => {
      const files = new Files();
      const index = new HighlightIndex();
      let shelf = new HighlightCache(files, index);
      const plain = new Map<string, Highlight>();
      for (const { id, document, entity, kind } of changes) {
        const before = plain.get(id) ?? null;
        if (kind === 'write' || kind === 'forget') {
          for (const one of shelf.dirty) {
            const { highlights, written } = shelf.capture(one);
            files.files.set(one, highlights);
            written();
          }
          if (kind === 'forget') shelf = new HighlightCache(files, index);
        } else if (kind === 'remove') {
          if (before) change(shelf, index, before, null);
          plain.delete(id);
        } else {
          const after = highlight(
            id,
            before?.document ?? document,
            entity ? { entities: [entity] } : {},
          );
          change(shelf, index, before, after);
          plain.set(id, after);
        }
        expect(shelf.get(id)).toEqual(plain.get(id));
        const named = [...plain.values()]
          .filter((one) => one.entities.includes('p'))
          .map((one) => one.id);
        expect([...shelf.with({ entity: 'p' })].map((one) => one.id).sort()).toEqual(named.sort());
      }
    }),
  );
});

test('as many documents are forgotten as one large one takes the place of', () => {
  const files = new Files();
  const sizes = { small1: 8_000, small2: 8_000, small3: 2_000, large: 18_000 };
  for (const [document, size] of Object.entries(sizes)) {
    const marks = Array.from({ length: size }, (_, n) => highlight(`${document}-${n}`, document));
    files.files.set(document, marks);
  }
  const shelf = new HighlightCache(files, new HighlightIndex());
  const loaded = (document: string): boolean => {
    const before = files.loads;
    expect([...shelf.of(document)]).toHaveLength(files.count(document));
    return files.loads > before;
  };
  expect(['small1', 'small2', 'small3', 'large'].map(loaded)).toEqual([true, true, true, true]);
  expect(['large', 'small3'].map(loaded)).toEqual([false, false]);
  expect(loaded('small1')).toBe(true);
});
