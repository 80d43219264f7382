import { describe, expect, test } from 'vitest';
import type { Region } from '#data/model/region.ts';
import type { Request } from '#data/operations/engine.ts';
import {
  bringBack,
  foldAway,
  moveEdge,
  wholeBlocks,
  type EdgeMove,
} from '../../../../renderer/reader/folding/region-plans.ts';
import { blocksIn, regionsIn } from './made-regions.ts';

/** A document by a letter for each block; each run of a letter is a region. */
const folded = (pattern: string) => ({
  document: 'd',
  blocks: blocksIn(pattern),
  regions: regionsIn(pattern),
});

/** The pattern after some steps: what is folded away, by the ids of regions; new ones are `n`, `o`. */
function after(pattern: string, steps: readonly Request[]): string {
  const regions = new Map<string, Partial<Region>>(
    regionsIn(pattern).map((region) => [region.id, region]),
  );
  let next = 'n';
  for (const { op, input } of steps) {
    const { id = next, ...fields } = input as Partial<Region>;
    if (op === 'region.remove') regions.delete(id);
    else regions.set(id, { ...regions.get(id), ...fields });
    if (op === 'region.add') next = 'o';
  }
  const letters = blocksIn(pattern).map(({ start, end }) => {
    const over = [...regions].filter(([, one]) => (one.start ?? 0) < end && (one.end ?? 0) > start);
    expect(over.length).toBeLessThan(2);
    return over[0]?.[0] ?? 'p';
  });
  return letters.join('');
}

const blocks = (from: number, to: number) => ({ start: from * 11, end: to * 11 - 1 });

test('a selection means the whole blocks that it touches', () => {
  expect(wholeBlocks(blocksIn('ppp'), { start: 5, end: 12 })).toEqual(blocks(0, 2));
  expect(wholeBlocks(blocksIn('ppp'), { start: 11, end: 21 })).toEqual(blocks(1, 2));
  expect(wholeBlocks(blocksIn('ppp'), { start: 12, end: 12 })).toEqual(blocks(1, 2));
  expect(wholeBlocks([], { start: 0, end: 1 })).toBeUndefined();
});

describe('folding away', () => {
  test.each([
    ['pppp', 1, 3, 'pnnp'],
    ['paap', 0, 2, 'nnap'],
    ['paap', 0, 4, 'nnnn'],
    ['aaap', 1, 2, 'anop'],
    ['aabb', 1, 3, 'annb'],
  ])('of %s the blocks %i to %i gives %s', (pattern, from, to, result) => {
    const steps = foldAway(folded(pattern), blocks(from, to), 'share');
    // A region that is split gives its second half away before the new one comes.
    const swapped = result.includes('o')
      ? result.replace(/[no]/g, (one) => (one === 'n' ? 'o' : 'n'))
      : result;
    expect(after(pattern, steps)).toBe(swapped);
  });

  test('all of a region as something else changes its kind; as what it is, nothing', () => {
    const steps = foldAway(folded('paap'), blocks(1, 3), 'share');
    expect(steps).toEqual([{ op: 'region.update', input: { id: 'a', kind: 'share' } }]);
    expect(foldAway(folded('paap'), blocks(1, 2), 'boilerplate')).toEqual([]);
  });
});

describe('bringing back', () => {
  test.each([
    ['paap', 1, 3, 'pppp'],
    ['paap', 1, 2, 'ppap'],
    ['aaaa', 1, 2, 'apnn'],
    ['aabb', 1, 3, 'appb'],
    ['pppp', 1, 3, 'pppp'],
  ])('of %s the blocks %i to %i gives %s', (pattern, from, to, result) => {
    expect(after(pattern, bringBack(folded(pattern), blocks(from, to)))).toBe(result);
  });
});

describe('moving an end by a block', () => {
  const moved = (pattern: string, id: string, move: EdgeMove) => {
    const all = folded(pattern);
    const region = all.regions.find((one) => one.id === id);
    const step = region && moveEdge(all, region, move);
    return step ? after(pattern, [step]) : undefined;
  };

  test.each<[string, EdgeMove['edge'], EdgeMove['by'], string | undefined]>([
    ['ppaap', 'start', -1, 'paaap'],
    ['ppaap', 'start', 1, 'pppap'],
    ['ppaap', 'end', 1, 'ppaaa'],
    ['ppaap', 'end', -1, 'ppapp'],
    ['aap', 'start', -1, undefined],
    ['paa', 'end', 1, undefined],
    ['pap', 'start', 1, undefined],
    ['pap', 'end', -1, undefined],
    ['bap', 'start', -1, undefined],
    ['pab', 'end', 1, undefined],
  ])('of %s: %s by %i gives %s', (pattern, edge, by, result) => {
    expect(moved(pattern, 'a', { edge, by })).toBe(result);
  });
});
