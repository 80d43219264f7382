import { expect, it } from 'vitest';
import { profileOf } from '#data/queries/profile.ts';
import { seeded } from '../operations/seed.ts';

it('reads relations from both ends, in the words of each', () => {
  const one = seeded();
  one.do('relation.add', { id: 'r2', type: 'meets', from: 'gamma', to: 'beta', evidence: ['h3'] });
  const read = (id: string) =>
    profileOf(one.state, id)?.relations.map(({ label, direction, links }) => [
      label,
      direction,
      links.map(({ other }) => other.name),
    ]);
  expect(read('alpha')).toEqual([['member of', 'out', ['beta']]]);
  expect(read('beta')).toEqual([
    ['has member', 'in', ['alpha']],
    ['meets', 'both', ['gamma']],
  ]);
  expect(read('gamma')).toEqual([['meets', 'both', ['beta']]]);
});

it('tells parts in events, places and claims', () => {
  const { state } = seeded();
  const alpha = profileOf(state, 'alpha');
  expect(alpha?.typeName).toBe('Person');
  expect(alpha?.events.map(({ event, role, place }) => [event.id, role, place])).toEqual([
    ['v1', 'host', false],
  ]);
  expect(profileOf(state, 'gamma')?.events.map(({ place }) => place)).toEqual([true]);
  expect(profileOf(state, 'beta')?.claims.map(({ id }) => id)).toEqual(['c1']);
});

it('finds a voice that speaks through another', () => {
  const one = seeded();
  const attribution = { name: 'A paper', via: { entity: 'delta' } };
  one.do('claim.update', { id: 'c2', attribution });
  expect(profileOf(one.state, 'delta')?.claims.map(({ id }) => id)).toEqual(['c2']);
});

it('knows no actor that is not there', () => {
  expect(profileOf(seeded().state, 'nobody')).toBeUndefined();
});
