import { expect, test } from 'vitest';
import { seeded } from '../operations/seed.ts';

test('highlights are found by id, document, actor and tag, and counted', () => {
  const { state } = seeded();
  const ids = (some: Iterable<{ id: string }>) => [...some].map(({ id }) => id).sort();
  expect(state.highlights.count('d1')).toBe(3);
  expect(state.highlights.count('nobody')).toBe(0);
  expect(ids(state.highlightsOf('d2'))).toEqual(['h3', 'h4']);
  expect(ids(state.highlightsOf('nobody'))).toEqual([]);
  expect(ids(state.highlightsWith({ entity: 'alpha' }))).toEqual(['h1']);
  expect(ids(state.highlightsWith({ tag: 'doubt' }))).toEqual(['h2', 'h3']);
  expect(state.kindOf('h1')).toBe('highlight');
  expect(state.kindOf('@alpha')).toBe('position');
  expect(state.kindOf('nobody')).toBeUndefined();
});

test('a removed highlight leaves every list', () => {
  const one = seeded();
  one.do('highlight.remove', { id: 'h4' });
  expect(one.state.highlights.has('h4')).toBe(false);
  expect(one.state.highlights.count('d2')).toBe(1);
});

test('the text of a document that is not there is refused', () => {
  expect(() => seeded().state.text('nobody')).toThrow(
    expect.objectContaining({
      code: 'unknown-id',
      details: { id: 'nobody', kind: 'document' },
    }) as Error,
  );
});
