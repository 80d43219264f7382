import { expect, test } from 'vitest';
import { caretStop } from '../../../../renderer/reader/folding/fold-stops.ts';
import { blocksIn, regionsIn } from './made-regions.ts';

/** Where the caret stops on its way; blocks are ten code units with one between two. */
const stop = (pattern: string, from: number, to: number) =>
  caretStop({ blocks: blocksIn(pattern), closed: regionsIn(pattern) }, from, to);

test('what is folded away is one stop on the way down', () => {
  expect(stop('paap', 10, 11)).toBe(11);
  expect(stop('paap', 3, 40)).toBe(11);
  expect(stop('paap', 11, 12)).toBe(33);
  expect(stop('paap', 34, 35)).toBe(35);
});

test('and on the way up', () => {
  expect(stop('paap', 33, 32)).toBe(11);
  expect(stop('paap', 40, 20)).toBe(11);
  expect(stop('paap', 11, 10)).toBe(10);
  expect(stop('paap', 8, 4)).toBe(4);
});

test('regions that share a line are a stop each', () => {
  expect(stop('pabp', 10, 11)).toBe(11);
  expect(stop('pabp', 11, 12)).toBe(22);
  expect(stop('pabp', 22, 23)).toBe(33);
  expect(stop('pabp', 33, 32)).toBe(22);
  expect(stop('pabp', 22, 21)).toBe(11);
});

test('at the ends of a text the caret stays on the line', () => {
  expect(stop('aap', 0, 0)).toBe(0);
  expect(stop('paa', 11, 12)).toBe(11);
});
