import { describe, expect, it } from 'vitest';
import { makeRoom } from '#data/formats/report/figure/make-room.ts';
import { networkFigure, type FigureStyle } from '#data/formats/report/figure/network-figure.ts';
import { RelationStatus } from '#data/model/relation.ts';
import type { Point } from '#data/layout/layout.ts';
import { seeded } from '#data/layout/random.ts';
import { labelOf } from '#data/scene/label.ts';
import { boxOf } from '#data/scene/labels/complete.ts';
import { overlap } from '#data/scene/labels/sides.ts';
import { legendOf } from '#data/scene/legend.ts';
import { broadest } from '#data/scene/measure.ts';
import type { SceneNode } from '#data/scene/scene.ts';
import { edge, entityType, network, relationType } from '../../renderer/network/networks.ts';

const codebook = {
  entityTypes: new Map([['state', entityType('state', { shape: 'star' })]]),
  relationTypes: new Map([['member', relationType('member')]]),
};
const whole = network(
  ['a', 'b', 'c', 'd'],
  [edge('a member b'), edge('b member c', 'denied'), edge('c member d', 'planned', 3)],
);

function figure(saved: Record<string, Point>) {
  const style: FigureStyle = { codebook, position: (id) => saved[id], label: (id) => id };
  return networkFigure(whole, style).svg;
}

/** Where the figure has its actors: the highest point of each star. */
function placesIn(svg: string): Record<string, Point> {
  const found = svg.matchAll(/<title>(\w) \(state\)<\/title><path d="M([\d.]+),([\d.]+)L/g);
  return Object.fromEntries(
    [...found].map(([, id = '', x, y]) => [id.toLowerCase(), { x: Number(x), y: Number(y) }]),
  );
}

describe('positions on paper', () => {
  const saved = {
    a: { x: 0, y: 0 },
    b: { x: 400, y: 0 },
    c: { x: 400, y: 200 },
    d: { x: 0, y: 200 },
  };

  it('are those that the analyst gave, in the same proportions', () => {
    const { a, b, d } = placesIn(figure(saved));
    if (!a || !b || !d) throw new Error('all are drawn');
    expect(b.y).toBeCloseTo(a.y);
    expect(d.x).toBeCloseTo(a.x);
    expect((d.y - a.y) / (b.x - a.x)).toBeCloseTo(0.5, 2);
  });

  it('of who has none are beside the neighbours, and nobody else moves', () => {
    const { d: _, ...others } = saved;
    const { a, b, c, d } = placesIn(figure(others));
    if (!a || !b || !c || !d) throw new Error('all are drawn');
    expect(Math.sign(b.x - a.x)).toBe(1);
    expect(b.x).toBeCloseTo(c.x);
    const far = (one: Point) => Math.hypot(one.x - d.x, one.y - d.y);
    expect(far(c)).toBeLessThan(far(a));
  });

  it('are the same each time when nobody gave any', () => {
    expect(figure({})).toBe(figure({}));
    expect(Object.keys(placesIn(figure({}))).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the legend on paper', () => {
  it('says what the legend of the window says, and draws every status in its way', () => {
    const svg = figure({});
    const { actors, relations, statuses } = legendOf(whole, codebook, { sizeBy: 'mentions' });
    for (const { name } of [...actors, ...relations, ...statuses]) {
      expect(svg).toContain(`>${name}</t`);
    }
    expect(statuses.map(({ id }) => id)).toEqual(
      RelationStatus.options.filter((one) => ['asserted', 'planned', 'denied'].includes(one)),
    );
    expect(svg).toContain('Thicker: more independent sources');
  });
});

describe('names on paper', () => {
  it('cover neither each other nor a node, also in a crowd', () => {
    const random = seeded(3);
    const crowd = Array.from({ length: 60 }, (_, n): SceneNode => {
      const name = ['Pakistan', 'Central Military Commission', 'Shanghai Cooperation Organisation'];
      return {
        ...{ id: `n${n}`, name: `n${n}`, type: 'state', degree: 1, level: 10, shape: 'ellipse' },
        ...{ x: 100 + random() * 520, y: 60 + random() * 560, width: 16, height: 16 },
        ...{ colour: 'ink', label: labelOf(name[n % 3] ?? '', 16, broadest) },
      };
    });
    const labels = makeRoom(crowd, { width: 720, height: 700, margin: { x: 58, y: 34 } });
    expect(labels).toHaveLength(crowd.length);
    const covered = labels.flatMap(({ node, box }, index) => [
      ...crowd.filter(({ id }) => id !== node.id).map((one) => overlap(box, boxOf(one))),
      ...labels.slice(index + 1).map((one) => overlap(box, one.box)),
    ]);
    expect(Math.max(...covered)).toBeLessThan(20);
  });
});
