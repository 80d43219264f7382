import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeBox } from '#data/scene/room.ts';
import { layoutValues, type LayoutNode } from '#data/layout/layout.ts';
import { overlaps, separate } from '#data/layout/overlap.ts';
import { arrange, defaultLayout, layOut, layouts } from '#data/layout/registry.ts';
import { settleNew } from '#data/layout/settle.ts';
import { hubGraph } from './graphs.ts';

describe.each(layouts.map((layout) => [layout.id, layout] as const))('layout %s', (_id, layout) => {
  test('places every node, finite, and no two boxes overlap', () => {
    const graph = hubGraph(120, 2);
    const positions = layOut(layout, graph);
    expect([...positions.keys()].sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
    for (const { x, y } of positions.values()) {
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    }
    expect(overlaps(graph.nodes, positions)).toEqual([]);
  });

  test('gives the same positions for the same network', () => {
    expect(layOut(layout, hubGraph(60, 2))).toEqual(layOut(layout, hubGraph(60, 2)));
  });

  test('tells how far it is, never backwards', () => {
    const steps = [...layout.run(hubGraph(80, 2), layoutValues(layout))];
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.every((step) => step >= 0 && step < 1)).toBe(true);
  });

  test('copes with an empty network, one node, and no edges', () => {
    expect(layOut(layout, { nodes: [], edges: [], aspect: 1 }).size).toBe(0);
    const alone = nodeBox('a', 'g', 'Alone', 20);
    expect(layOut(layout, { nodes: [alone], edges: [], aspect: 1 }).size).toBe(1);
    const loose = { ...hubGraph(40, 1), edges: [{ from: 'n1', to: 'gone' }] };
    expect(overlaps(loose.nodes, layOut(layout, loose))).toEqual([]);
  });
});

describe('the picture', () => {
  test('of distances puts linked actors closer than others', () => {
    const graph = hubGraph(60, 1);
    const positions = layOut(defaultLayout(60), graph);
    const distance = (a: string, b: string) => {
      const [from, to] = [positions.get(a), positions.get(b)];
      return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Number.NaN;
    };
    const linked = graph.edges.map(({ from, to }) => distance(from, to));
    const all = graph.nodes.flatMap((a, i) =>
      graph.nodes.slice(i + 1).map((b) => distance(a.id, b.id)),
    );
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(mean(linked)).toBeLessThan(mean(all) * 0.6);
  });

  test('chosen values are kept in their range', () => {
    const layout = defaultLayout(10);
    const [first] = layout.parameters;
    if (!first) throw new Error('the default layout has a parameter');
    expect(layoutValues(layout, { [first.id]: 1e9 })[first.id]).toBe(first.max);
    expect(layoutValues(layout)[first.id]).toBe(first.initial);
  });
});

describe('overlap removal', () => {
  const node = fc.record({
    x: fc.integer({ min: -200, max: 200 }),
    y: fc.integer({ min: -200, max: 200 }),
  });

  test('always ends without overlap', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), (spots) => {
        const nodes = spots.map((_, i) => nodeBox(`n${i}`, 'g', 'Some actor', 20));
        const positions = new Map(spots.map((at, i) => [`n${i}`, at]));
        expect(overlaps(nodes, separate(nodes, positions))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves a picture without overlap as it is', () => {
    const nodes = [nodeBox('a', 'g', 'A', 20), nodeBox('b', 'g', 'B', 20)];
    const positions = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 300, y: 10 }],
    ]);
    expect(separate(nodes, positions)).toEqual(positions);
  });
});

describe('new nodes', () => {
  test('settle near their neighbour without overlap, and nobody else moves', () => {
    const graph = hubGraph(50, 2);
    const before = layOut(defaultLayout(50), graph);
    const added = [nodeBox('new', 'g0', 'Newcomer', 20), nodeBox('chain', 'g0', 'Next', 20)];
    const nodes = [...graph.nodes, ...added];
    const edges = [...graph.edges, { from: 'new', to: 'n5' }, { from: 'chain', to: 'new' }];
    const settled = settleNew(nodes, edges, before);
    expect([...settled.keys()].sort()).toEqual(['chain', 'new']);
    const all = arrange({ nodes, edges, aspect: 1 }, before);
    for (const [id, at] of before) expect(all.get(id)).toEqual(at);
    expect(overlaps(nodes, all)).toEqual([]);
    const [near, home] = [all.get('new'), all.get('n5')];
    if (!near || !home) throw new Error('both are placed');
    expect(Math.hypot(near.x - home.x, near.y - home.y)).toBeLessThan(400);
  });

  test('without neighbours settle where the analyst looks', () => {
    const graph = hubGraph(50, 2);
    const before = layOut(defaultLayout(50), graph);
    const added = Array.from({ length: 12 }, (_, i) => nodeBox(`new${i}`, 'g', 'Newcomer', 20));
    const nodes = [...graph.nodes, ...added];
    const aside = { x: 120, y: -80 };
    const settled = settleNew(nodes, graph.edges, before, aside);
    expect(overlaps(nodes.map(body), new Map([...before, ...settled]))).toEqual([]);
    for (const { x, y } of settled.values()) {
      expect(Math.hypot(x - aside.x, y - aside.y)).toBeLessThan(500);
    }
  });

  test('find free positions in a crowd of thousands, and quickly', () => {
    const crowd = Array.from({ length: 2500 }, (_, i) => nodeBox(`n${i}`, 'g', 'Somebody', 30));
    const before = new Map(
      crowd.map(({ id }, i) => [
        id,
        { x: (i % 50) * 40 - 1000, y: Math.floor(i / 50) * 40 - 1000 },
      ]),
    );
    const added = Array.from({ length: 40 }, (_, i) => nodeBox(`new${i}`, 'g', 'Newcomer', 30));
    const nodes = [...crowd, ...added];
    const settled = settleNew(nodes, [{ from: 'new0', to: 'n1275' }], before, { x: 0, y: 0 });
    expect(settled.size).toBe(40);
    const placed = new Map([...before, ...settled]);
    const fresh = new Set(settled.keys());
    const met = overlaps(nodes.map(body), placed).filter(([a, b]) => fresh.has(a) || fresh.has(b));
    expect(met).toEqual([]);
  });
});

/** A node without the room for its label. */
const body = (node: LayoutNode): LayoutNode => ({
  ...node,
  width: node.above * 2,
  below: node.above,
});
