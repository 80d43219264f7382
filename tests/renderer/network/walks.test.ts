import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjacency } from '#data/layout/adjacency.ts';
import { around, between } from '../../../renderer/network/graph/walks.ts';

const graph = adjacency(
  ['a', 'b', 'c', 'd', 'e', 'x'],
  [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'd', to: 'b' },
    { from: 'd', to: 'c' },
    { from: 'd', to: 'e' },
    { from: 'd', to: 'e' },
  ],
);

describe('walks', () => {
  test('finds all shortest ways, against the arrows too', () => {
    expect(between(graph, 'a', 'e')).toEqual({
      actors: new Set(['a', 'b', 'c', 'd', 'e']),
      steps: 3,
      ways: 2,
    });
  });

  test('says that there is no way, and keeps both ends in sight', () => {
    expect(between(graph, 'a', 'x')).toEqual({
      actors: new Set(['a', 'x']),
      steps: null,
      ways: 0,
    });
    expect(between(graph, 'a', 'nobody').steps).toBeNull();
  });

  test('goes around several actors at once', () => {
    expect(around(graph, ['a', 'e'], 1)).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
    expect(around(graph, ['x'], 2)).toEqual(new Set(['x']));
  });

  test('a neighbourhood grows with its steps until it is the whole part', () => {
    const edge = fc.record({ from: fc.nat(9), to: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 20 }), (edges) => {
        const nodes = Array.from({ length: 10 }, (_, i) => `${i}`);
        const random = adjacency(
          nodes,
          edges.map(({ from, to }) => ({ from: `${from}`, to: `${to}` })),
        );
        let before = new Set<string>();
        for (let steps = 0; steps <= 10; steps++) {
          const now = around(random, ['0'], steps);
          expect([...before].every((id) => now.has(id))).toBe(true);
          before = now;
        }
        for (const id of nodes) {
          expect(between(random, '0', id).steps !== null).toBe(before.has(id));
        }
      }),
      { numRuns: 50 },
    );
  });
});
