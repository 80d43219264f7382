import { expect, test } from 'vitest';
import { Folds } from '../../../../renderer/reader/folding/folds.svelte.ts';
import { madeRegion, regionsIn } from './made-regions.ts';

test('what is folded away is closed until it is opened, and stays so when more is folded', () => {
  const folds = new Folds(regionsIn('aap.b'));
  expect(folds.areAll(false)).toBe(true);
  expect(folds.set('a', true)).toBe(true);
  expect(folds.set('a', true)).toBe(false);
  folds.change([madeRegion('c', 30, 40)], new Set(['b']));
  expect(folds.regions.map(({ id }) => id)).toEqual(['a', 'c']);
  expect([folds.isOpen('a'), folds.isOpen('c')]).toEqual([true, false]);
  expect(folds.hiding(5)).toBeUndefined();
  expect(folds.hiding(31)?.id).toBe('c');
});

test('all can be opened or closed, and the layer of regions turns what is usual', () => {
  const folds = new Folds(regionsIn('aap.b'));
  folds.setAll(true);
  expect(folds.areAll(true)).toBe(true);
  folds.show(true);
  folds.set('b', false);
  expect([folds.isOpen('a'), folds.isOpen('b')]).toEqual([true, false]);
  folds.setAll(false);
  expect(folds.areAll(false)).toBe(true);
  expect(new Folds(folds.regions, folds).areAll(false)).toBe(true);
});

test('closed regions in a range are those that share something with it', () => {
  const folds = new Folds([madeRegion('a', 0, 4), madeRegion('b', 6, 9), madeRegion('c', 9, 12)]);
  const within = (start: number, end: number) => folds.closedIn({ start, end }).map(({ id }) => id);
  expect(within(4, 9)).toEqual(['b']);
  expect(within(0, 10)).toEqual(['a', 'b', 'c']);
  folds.set('b', true);
  expect(within(0, 10)).toEqual(['a', 'c']);
});
