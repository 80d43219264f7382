import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortName } from '#data/queries/short-name.ts';
import { labelsAt, type LabelledNode } from '#data/scene/labels/fitting.ts';
import type { Side } from '#data/scene/labels/sides.ts';
import { labelScale } from '#data/scene/zoom-scale.ts';

const node = (id: string, x: number, y: number, priority = 1): LabelledNode => ({
  id,
  x,
  y,
  width: 20,
  height: 20,
  labelWidth: 60,
  labelHeight: 14,
  labelReach: 60,
  priority,
});

describe('labels', () => {
  test('stand under their nodes where there is room', () => {
    const labels = labelsAt([node('a', 0, 0), node('b', 300, 0)], 1);
    expect([...labels.values()]).toEqual(['bottom', 'bottom']);
  });

  test('move to another side, rather than over a node or a label', () => {
    const labels = labelsAt([node('a', 0, 0, 9), node('below', 0, 26)], 1);
    expect(labels.get('a')).not.toBe('bottom');
    expect(labels.get('below')).toBe('bottom');
  });

  test('of the foremost stay when not all have room', () => {
    const crowd = Array.from({ length: 60 }, (_, i) => node(`n${i}`, (i % 8) * 22, i * 3, i));
    const labels = labelsAt(crowd, 2);
    expect(labels.size).toBeLessThan(60);
    expect(labels.has('n59')).toBe(true);
  });

  test('never cover each other', () => {
    const spot = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), (spots) => {
        const nodes = spots.map(({ x, y }, i) => node(`n${i}`, x, y, i));
        const drawn = labelsAt(nodes, 1);
        const boxes = nodes.flatMap((one) => {
          const side = drawn.get(one.id);
          return side ? [{ ...one, side }] : [];
        });
        for (const a of boxes)
          for (const b of boxes) if (a.id < b.id) expect(covers(a, b)).toBe(false);
      }),
    );
  });

  test('keep off other nodes; those of the foremost graze them, those that are meant may hide them', () => {
    const spot = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), (spots) => {
        const nodes = spots.map(({ x, y }, i) => node(`n${i}`, x, y, i));
        for (const [id, side] of labelsAt(nodes, 1)) {
          const one = nodes.find((other) => other.id === id);
          if (!one) throw new Error('only nodes have labels');
          const words = wordsAt({ ...one, side });
          const allowed = nodes.length - 1 - one.priority < 14 ? 1 / 3 : 0;
          for (const other of nodes) {
            if (other.id !== id) expect(hiddenOf(other, words)).toBeLessThanOrEqual(allowed);
          }
        }
      }),
    );
    const ring = Array.from({ length: 24 }, (_, i) => {
      const turn = (i * Math.PI) / 12;
      return node(`r${i}`, Math.round(26 * Math.cos(turn)), Math.round(26 * Math.sin(turn)), 1);
    });
    expect(labelsAt([...ring, node('most', 0, 0, 50)], 1).has('most')).toBe(false);
    expect(labelsAt([...ring, node('meant', 0, 0, 1e6 + 50)], 1).has('meant')).toBe(true);
  });

  test('never stand under a more important node, but may cover a lesser one', () => {
    const crowd = [node('first', 0, 0, 9), node('below', 0, 30, 1), node('above', 0, -30, 1)];
    const sides = [node('left', -40, 0, 1), node('right', 40, 0, 1)];
    expect(labelsAt([...crowd, ...sides], 1).get('first')).toBeDefined();
    const greater = [...crowd.slice(1), ...sides].map((one) => ({ ...one, priority: 10 }));
    expect(labelsAt([node('first', 0, 0, 9), ...greater], 1).get('first')).toBeUndefined();
  });

  test('stay within what is in sight, on the inner side or not at all', () => {
    const sight = { left: 0, top: 0, right: 200, bottom: 100 };
    const nodes = [node('left', 8, 50), node('right', 192, 50), node('middle', 100, 50)];
    const drawn = labelsAt(nodes, 1, sight);
    expect([...drawn]).toEqual([
      ['left', 'right'],
      ['middle', 'bottom'],
      ['right', 'left'],
    ]);
    expect(labelsAt([node('low', 35, 96)], 1, { ...sight, right: 70 }).get('low')).toBe('top');
    expect(labelsAt([node('narrow', 20, 50)], 1, { ...sight, right: 40 }).size).toBe(0);
  });

  test('stay within sight even when their letters get bold', () => {
    const sight = { left: 0, top: 0, right: 200, bottom: 100 };
    const wide = { ...node('wide', 160, 50), labelReach: 100 };
    expect(labelsAt([node('wide', 160, 50)], 1, sight).get('wide')).toBe('bottom');
    expect(labelsAt([wide], 1, sight).get('wide')).toBe('left');
  });

  test('grow when the picture shrinks, in steps and not without end', () => {
    expect(labelScale(1)).toBe(1);
    expect(labelScale(2)).toBe(1);
    expect(labelScale(0.5)).toBeGreaterThan(1.6);
    expect(labelScale(0.001)).toBe(labelScale(0.01));
    expect(labelScale(0.5)).toBe(labelScale(0.49));
  });
});

type Placed = LabelledNode & { side: Side };

/** Whether the words of two labels lie over each other: the drawn room without its margin. */
function covers(a: Placed, b: Placed): boolean {
  const [p, q] = [wordsAt(a), wordsAt(b)];
  return Math.abs(p.x - q.x) < 60 - 1 && Math.abs(p.y - q.y) < 14 - 1;
}

/** How much the words of a label hide of a node: the drawn room without its margin. */
function hiddenOf(node: LabelledNode, words: { x: number; y: number }): number {
  const overlap = (distance: number, half: number) =>
    Math.min(19, Math.max(0, 9.5 + half - Math.abs(distance)));
  return (overlap(words.x - node.x, 30) * overlap(words.y - node.y, 7)) / 19 ** 2;
}

/** The middle of a label. */
function wordsAt({ x, y, side }: Placed) {
  const isCorner = side.includes('-');
  const [across, down] = isCorner ? [10 + 33, 10 + 7] : [10 + 4 + 33, 10 + 4 + 7];
  return {
    x: side.endsWith('right') ? x + across : side.endsWith('left') ? x - across : x,
    y: side.startsWith('bottom') ? y + down : side.startsWith('top') ? y - down : y,
  };
}

describe('short names', () => {
  const aliases = [{ name: 'the mechanism' }, { name: 'QCCM' }];
  test('stand for long names only', () => {
    expect(shortName('Quadrilateral Cooperation and Coordination Mechanism', aliases)).toBe('QCCM');
    expect(shortName('Four-country mechanism', aliases)).toBe('Four-country mechanism');
  });

  test('are abbreviations, not any other name', () => {
    const long = 'Taliban authorities in Kabul since August';
    expect(shortName(long, [{ name: 'Kabul' }, { name: 'the office' }])).toBe(long);
  });
});
