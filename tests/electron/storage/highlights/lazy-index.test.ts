import { expect, test, vi } from 'vitest';
import { HighlightIndex } from '../../../../electron/storage/highlights/highlight-index.ts';
import { LazyIndex } from '../../../../electron/storage/highlights/lazy-index.ts';
import type { Highlight } from '#data/model/highlight.ts';

const mark = (id: string): Highlight =>
  ({ id, document: 'd', tags: ['t'], entities: [] }) as unknown as Highlight;

test('changes wait for the index, those it knows already are left out', () => {
  const fetch = vi.fn(() => {
    const index = new HighlightIndex({ seq: 4 });
    index.follow(null, mark('old'));
    return index;
  });
  const late = new LazyIndex(fetch);
  late.follow(null, mark('old'), 4);
  late.follow(null, mark('new'), 5);
  expect(fetch).not.toHaveBeenCalled();
  expect(late.documentsOf('old')).toEqual(['d']);
  expect(late.documentsOf('new')).toEqual(['d']);
  late.follow(null, mark('old'), 4);
  late.follow(null, mark('last'));
  expect(late.documentsOf('old')).toEqual(['d']);
  expect([...late.documentsWith({ tag: 't' })]).toEqual(['d']);
  expect(late.documentsOf('last')).toEqual(['d']);
  expect(fetch).toHaveBeenCalledOnce();
});

test('who asks is told why it cannot be fetched, and may ask again', () => {
  let healthy = false;
  const late = new LazyIndex(() => {
    if (!healthy) throw new Error('EIO');
    return new HighlightIndex();
  });
  late.follow(null, mark('a'), 1);
  expect(() => late.documentsOf('a')).toThrow('EIO');
  healthy = true;
  expect(late.documentsOf('a')).toEqual(['d']);
});
