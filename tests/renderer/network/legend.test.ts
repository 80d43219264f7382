import { describe, expect, test } from 'vitest';
import { legendOf } from '#data/scene/legend.ts';
import {
  openFilter,
  visibleNetwork,
  type NetworkFilter,
} from '../../../renderer/network/graph/filter.ts';
import { edge, entityType, network, relationType } from './networks.ts';

const entityTypes = new Map(
  [
    entityType('state', { plural: 'states' }),
    entityType('person', { plural: 'people' }),
    entityType('place', { plural: 'places' }),
  ].map((type) => [type.id, type]),
);
const relationTypes = new Map(
  [relationType('member'), relationType('leads'), relationType('borders')].map((type) => [
    type.id,
    type,
  ]),
);
const whole = network(
  ['china', 'sco:organisation', 'xi:person', 'russia'],
  [edge('china member sco'), edge('russia member sco', 'planned'), edge('xi leads china', 'ended')],
);

function legend(part: Partial<NetworkFilter>) {
  const filter = { ...openFilter, ...part };
  const visible = visibleNetwork(whole, filter, (id) => [id]);
  const switched = { whole, off: filter };
  return legendOf(visible, { entityTypes, relationTypes }, { sizeBy: 'mentions', switched });
}
const lines = (entries: readonly { label: string; count: number; off: boolean }[]) =>
  entries.map(({ label, count, off }) => `${label} ${off ? 'off' : count}`);

describe('the legend', () => {
  test('names what is on screen in the order of the codebook, and nothing else', () => {
    const { actors, relations, statuses } = legend({});
    expect(lines(actors)).toEqual(['states 2', 'people 1', 'organisation 1']);
    expect(lines(relations)).toEqual(['member 2', 'leads 1']);
    expect(lines(statuses)).toEqual(['asserted 1', 'planned 1', 'ended (grey) 1']);
  });

  test('keeps what it switched off, so that it can be switched on again', () => {
    const { actors, relations } = legend({ types: new Set(['person']) });
    expect(lines(actors)).toEqual(['states 2', 'people off', 'organisation 1']);
    expect(lines(relations)).toEqual(['member 2']);
  });

  test('forgets types that the case no longer has', () => {
    expect(lines(legend({ types: new Set(['place']) }).actors)).not.toContain('places off');
  });

  test('follows every other filter', () => {
    const { actors, statuses } = legend({
      focus: { kind: 'around', actors: ['xi'], steps: 1 },
    });
    expect(lines(actors)).toEqual(['states 1', 'people 1']);
    expect(lines(statuses)).toEqual(['ended (grey) 1']);
  });
});
