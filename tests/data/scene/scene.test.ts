import { describe, expect, test } from 'vitest';
import { RelationStatus } from '#data/model/relation.ts';
import { controlOf, middleOf } from '#data/scene/curve.ts';
import { usual } from '#data/scene/measure.ts';
import { arrowOf, dashOf, inTheme, lineStyles } from '#data/scene/meaning.ts';
import { seenAt } from '#data/scene/scale.ts';
import { sceneOf, type SceneOptions } from '#data/scene/scene-of.ts';
import { edge, entityType, network, relationType } from '../../renderer/network/networks.ts';

const options: SceneOptions = {
  codebook: {
    entityTypes: new Map([
      ['state', entityType('state', { shape: 'hexagon', colourDark: '#aabbcc' })],
      ['odd', entityType('odd', { shape: 'no such shape' })],
    ]),
    relationTypes: new Map([['member', relationType('member')]]),
  },
  sizeBy: 'mentions',
  shortName: ({ name }) => name,
  measure: usual,
};
const theme = { dark: false, grey: '#777777', ink: '#000000' };
const at = (...ids: string[]) => new Map(ids.map((id, n) => [id, { x: n * 100, y: 0 }]));

describe('the scene of a network', () => {
  test('has who has a place, and the relations between them', () => {
    const whole = network(['a', 'b', 'c'], [edge('a member b'), edge('b member c')]);
    const { nodes, edges } = sceneOf(whole, at('a', 'b'), options);
    expect(nodes.map(({ id, x }) => [id, x])).toEqual([
      ['a', 0],
      ['b', 100],
    ]);
    expect(edges.map(({ id }) => id)).toEqual(['a-member-b']);
  });

  test('draws types as the codebook says, and what it does not know grey and round', () => {
    const whole = network(['a', 'b:odd', 'c:gone'], []);
    const { nodes } = sceneOf(whole, at('a', 'b', 'c'), options);
    expect(nodes.map(({ shape }) => shape)).toEqual(['hexagon', 'ellipse', 'ellipse']);
    expect(nodes.map(({ type }) => type)).toEqual(['state', 'odd', 'gone']);
    const colours = nodes.map(({ colour }) => inTheme(colour, theme));
    expect(colours).toEqual(['#112233', '#112233', '#777777']);
    expect(inTheme(nodes[0]?.colour ?? 'grey', { ...theme, dark: true })).toBe('#aabbcc');
  });

  test('makes who is named more often larger, with larger letters', () => {
    const whole = network(['a', 'b'], []);
    const nodes = whole.nodes.map((node) => ({ ...node, mentions: node.id === 'a' ? 40 : 1 }));
    const [a, b] = sceneOf({ ...whole, nodes }, at('a', 'b'), options).nodes;
    expect(a?.width).toBeGreaterThan(b?.width ?? 0);
    expect(a?.label.size).toBeGreaterThan(b?.label.size ?? 0);
    const same = sceneOf({ ...whole, nodes }, at('a', 'b'), { ...options, sizeBy: 'same' });
    expect(same.nodes[0]?.width).toBe(same.nodes[1]?.width);
    expect(same.legend.sizes).toBeNull();
  });

  test('fans parallel lines out on both sides, whichever way they point', () => {
    const edges = ['a member b', 'b leads a', 'a meets b'].map((text) => edge(text));
    const scene = sceneOf(network(['a', 'b'], edges), at('a', 'b'), options);
    const positions = new Map(scene.nodes.map((node) => [node.id, node]));
    const offsets = scene.edges.map(({ from, to, bend }) => {
      const [start, end] = [positions.get(from), positions.get(to)];
      if (!start || !end) throw new Error('both ends are drawn');
      return Math.round(middleOf({ from: start, to: end, bend }).y);
    });
    expect(offsets).toEqual([-13, 0, 13]);
    const close = sceneOf(network(['a', 'b'], edges), at('a', 'b'), { ...options, mostBend: 4 });
    expect(Math.max(...close.edges.map(({ bend }) => Math.abs(bend)))).toBe(4);
  });

  test('seen at a zoom keeps positions and lets letters grow more than bodies', () => {
    const scene = sceneOf(network(['a', 'b'], [edge('a member b')]), at('a', 'b'), options);
    const seen = seenAt(scene, 0.25, 4);
    const [before, after] = [scene.nodes[1], seen.nodes[1]];
    expect(after?.x).toBe(25);
    expect(after?.label.size).toBe(before?.label.size);
    expect(after?.width).toBe((before?.width ?? 0) / 2);
    expect(seen.edges[0]?.width).toBe((scene.edges[0]?.width ?? 0) / 2);
  });
});

describe('what a line says', () => {
  test('is another thing for every status', () => {
    const looks = RelationStatus.options.map((status) =>
      JSON.stringify([dashOf(lineStyles[status], 2), arrowOf(true, status), lineStyles[status]]),
    );
    expect(new Set(looks).size).toBe(RelationStatus.options.length);
  });

  test('follows its width, and can be told apart when it is thin', () => {
    const dash = (width: number) => dashOf(lineStyles.disputed, width);
    expect(dash(4)[0]).toBeGreaterThan(dash(2)[0] ?? 0);
    expect(dash(0.1)).toEqual(dash(1));
    expect(dashOf(lineStyles.asserted, 2)).toEqual([]);
    expect(arrowOf(false, 'planned')).toBe('none');
  });

  test('a bow passes its middle halfway', () => {
    const bow = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, bend: 10 };
    expect(middleOf(bow)).toEqual({ x: 50, y: 10 });
    expect(controlOf(bow)).toEqual({ x: 50, y: 20 });
  });
});
