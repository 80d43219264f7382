import { describe, expect, test } from 'vitest';
import codebook from '#data/codebooks/security-alliances.json' with { type: 'json' };
import { networkFigure } from '#data/formats/report/figure/network-figure.ts';
import { RelationStatus } from '#data/model/relation.ts';
import type { Network } from '#data/queries/network.ts';
import { hullAround, namesOf } from '#data/scene/hulls.ts';
import { overlap } from '#data/scene/labels/sides.ts';
import { usual } from '#data/scene/measure.ts';
import { AREA, areaFill, isMembership } from '#data/scene/meaning.ts';
import { enlargedHulls, seenAt } from '#data/scene/scale.ts';
import { sceneOf, type SceneOptions } from '#data/scene/scene-of.ts';
import { edge, entityType, network, relationType } from '../../renderer/network/networks.ts';

const options: SceneOptions = {
  codebook: {
    entityTypes: new Map([
      ['state', entityType('state')],
      ['organisation', entityType('organisation', { colour: '#aa0000' })],
    ]),
    relationTypes: new Map([['member-of', relationType('member-of')]]),
  },
  sizeBy: 'same',
  shortName: ({ name }) => name,
  measure: usual,
};

/** A group of a, b, c and d, far apart; one of a and b only; and what is no membership. */
const whole = network(
  ['a', 'b', 'c', 'd', 'large:organisation', 'small:organisation', 'lone:organisation'],
  [
    ...['a', 'b', 'c', 'd'].map((id) => edge(`${id} member-of large`)),
    ...['a', 'b'].map((id) => edge(`${id} member-of small`)),
    edge('a member-of lone'),
    edge('b member-of lone', 'ended'),
    edge('c supports lone'),
  ],
);
const positions = new Map(
  ['small', 'a', 'b', 'c', 'd', 'large', 'lone'].map((id, n) => [
    id,
    { x: n * 80, y: (n % 2) * 90 },
  ]),
);
const sceneIn = (drawn: Network, more: Partial<SceneOptions> = {}) =>
  sceneOf(drawn, positions, { ...options, memberships: whole, ...more });
const without = (...gone: string[]): Network => ({
  nodes: whole.nodes.filter(({ id }) => !gone.includes(id)),
  edges: whole.edges.filter(({ from, to }) => !gone.includes(from) && !gone.includes(to)),
});

describe('areas around members', () => {
  test('are there for who is asked, around groups with two members or more, the largest first', () => {
    expect(sceneOf(whole, positions, options).hulls).toEqual([]);
    const { hulls, legend } = sceneIn(whole);
    expect(hulls.map(({ id, members }) => [id, [...members].sort()])).toEqual([
      ['large', ['a', 'b', 'c', 'd', 'large']],
      ['small', ['a', 'b', 'small']],
    ]);
    expect(hulls.map(({ colour }) => colour)).toEqual([
      options.codebook.entityTypes.get('organisation'),
      options.codebook.entityTypes.get('organisation'),
    ]);
    expect(legend.areas).toBe(true);
    expect(sceneOf(whole, positions, options).legend.areas).toBe(false);
  });

  test('count what is plainly asserted, by the type of the codebook', () => {
    expect(codebook.relationTypes.map(({ id }) => id)).toContain('member-of');
    const counted = RelationStatus.options.filter((status) => isMembership('member-of', status));
    expect(counted).toEqual(['asserted']);
    expect(isMembership('member of', 'asserted')).toBe(false);
  });

  test('stay when the lines are switched off, and go when what is asserted is', () => {
    const off = { types: new Set<string>(), relations: new Set(['member-of']) };
    const lines = { whole, off: { ...off, statuses: new Set<RelationStatus>() } };
    const unlinked = { ...whole, edges: [] };
    expect(sceneIn(unlinked, { switched: lines }).hulls).toHaveLength(2);
    const asserted = { whole, off: { ...off, statuses: new Set<RelationStatus>(['asserted']) } };
    expect(sceneIn(unlinked, { switched: asserted }).hulls).toEqual([]);
  });

  test('have a name where their group is not drawn, off nodes and off each other', () => {
    expect(namesOf(sceneIn(whole).hulls)).toEqual([]);
    const scene = sceneIn(without('large', 'small'));
    expect(scene.hulls.map(({ label }) => label?.lines.join())).toEqual(['LARGE', 'SMALL']);
    for (const letters of [1, 3]) {
      const [one, other] = namesOf(enlargedHulls(scene, letters));
      if (!one || !other) throw new Error('both have names');
      expect(overlap(one, other)).toBe(0);
    }
  });

  test('get fainter where there are many of them, so that they do not hide what they lie under', () => {
    expect(areaFill(1)).toBe(areaFill(6));
    expect(1 - (1 - areaFill(200)) ** 20).toBeLessThan(0.3);
  });

  test('follow their members', () => {
    const { hulls, nodes } = sceneIn(whole);
    const [large] = hulls;
    if (!large) throw new Error('there is a group');
    const bodies = new Map(nodes.map((node) => [node.id, node]));
    expect(hullAround(large, bodies)).toEqual(large);
    const moved = new Map([...bodies].map(([id, body]) => [id, { ...body, x: body.x + 7 }]));
    const startOf = ({ path }: { path: string }) => Number(/^M(-?[\d.]+)/.exec(path)?.[1]);
    expect(startOf(hullAround(large, moved))).toBeCloseTo(startOf(large) + 7);
    const far = seenAt(sceneIn(whole), 0.25, 4).hulls[0];
    expect(far?.padding).toBeCloseTo(large.padding * 0.5);
  });
});

test('a figure draws areas under all else, and says what they are', () => {
  const style = {
    codebook: options.codebook,
    position: (id: string) => positions.get(id),
    label: (id: string) => id,
  };
  const plain = networkFigure(whole, style).svg;
  expect(plain).not.toContain('fill-opacity');
  const { svg } = networkFigure(whole, { ...style, areas: true });
  const areas = [...svg.matchAll(/<path d="([^"]+)" fill="#aa0000" fill-opacity/g)];
  expect(areas).toHaveLength(2);
  expect(svg.indexOf('fill-opacity')).toBeLessThan(svg.indexOf('stroke-opacity="0.8"'));
  expect(svg).toContain('<title>LARGE</title>');
  const words = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(words).toContain(AREA);
});
