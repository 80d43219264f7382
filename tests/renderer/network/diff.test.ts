import { describe, expect, test } from 'vitest';
import type { Network } from '#data/queries/network.ts';
import type { Theme } from '#data/scene/meaning.ts';
import { usual } from '#data/scene/measure.ts';
import { sceneOf } from '#data/scene/scene-of.ts';
import { diffElements } from '../../../renderer/network/graph/diff.ts';
import {
  elementsOf as sceneElements,
  type GraphElement,
} from '../../../renderer/network/graph/elements.ts';
import { edge, entityType, network, relationType } from './networks.ts';

const theme = { dark: false, grey: '#777777', ink: '#000000' };
const options = {
  codebook: {
    entityTypes: new Map([['state', entityType('state', { colourDark: '#aabbcc' })]]),
    relationTypes: new Map([['member', relationType('member')]]),
  },
  sizeBy: 'mentions' as const,
  shortName: ({ name }: { name: string }) => name,
  measure: usual,
};
/** Elements of a network in which everybody has a place. */
function elementsOf(part: Network, colours: Theme): GraphElement[] {
  const positions = new Map(part.nodes.map(({ id }) => [id, { x: 0, y: 0 }]));
  return sceneElements(sceneOf(part, positions, options), colours);
}
const keyed = (elements: readonly GraphElement[]) => new Map(elements.map((one) => [one.id, one]));
const before = elementsOf(
  network(['a', 'b', 'c'], [edge('a member b'), edge('b member c')]),
  theme,
);

describe('the difference between two drawings', () => {
  test('is empty when nothing changed', () => {
    const same = elementsOf(
      network(['a', 'b', 'c'], [edge('a member b'), edge('b member c')]),
      theme,
    );
    expect(diffElements(keyed(before), same)).toEqual({ add: [], update: [], remove: [] });
  });

  test('adds nodes before their edges and removes edges before their nodes', () => {
    const after = elementsOf(network(['a', 'b', 'd'], [edge('a member d')]), theme);
    const { add, remove } = diffElements(keyed(before), after);
    expect(add.map(({ id }) => id)).toEqual(['d', 'a-member-d']);
    expect(remove.slice(0, 2).sort()).toEqual(['a-member-b', 'b-member-c']);
    expect(remove.at(-1)).toBe('c');
  });

  test('touches only what looks different', () => {
    const after = elementsOf(
      network(['a', 'b', 'c'], [edge('a member b', 'disputed'), edge('b member c')]),
      theme,
    );
    const { add, update, remove } = diffElements(keyed(before), after);
    expect([add, remove]).toEqual([[], []]);
    expect(update.map(({ id }) => id)).toEqual(['a-member-b']);
  });

  test('draws an edge anew when its ends changed', () => {
    const after = before.map((one) =>
      one.id === 'a-member-b' ? { ...one, data: { ...one.data, target: 'c' } } : one,
    );
    const { add, update, remove } = diffElements(keyed(before), after);
    expect(add.map(({ id }) => id)).toEqual(['a-member-b']);
    expect(remove).toEqual(['a-member-b']);
    expect(update).toEqual([]);
  });
});

describe('elements', () => {
  test('show status, width by origins and the theme', () => {
    const dark = elementsOf(
      network(
        ['a', 'b', 'u:unknown'],
        [edge('a member b', 'ended'), edge('b member a', 'asserted', 4)],
      ),
      { ...theme, dark: true },
    );
    const data = (id: string) => keyed(dark).get(id)?.data;
    expect(data('a')?.['colour']).toBe('#aabbcc');
    expect(data('u')?.['colour']).toBe('#777777');
    expect(data('a-member-b')).toMatchObject({ colour: '#777777', label: 'member (ended)' });
    expect(Number(data('b-member-a')?.['width'])).toBeGreaterThan(
      Number(data('a-member-b')?.['width']),
    );
  });
});
