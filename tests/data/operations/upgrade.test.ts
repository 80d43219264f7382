import { expect, test } from 'vitest';
import { seeded } from './seed.ts';

const upgrade = { from: 1, to: 2 };

test('a case that comes to format 2 gains the type “group”, and undo passes over it', () => {
  const one = seeded();
  one.do('case.upgrade', upgrade);
  expect(one.state.get('entityType', 'group')).toMatchObject({ name: 'group', by: 'Ada' });
  one.do('undo', {});
  expect(one.state.get('report', 'p1')).toBeUndefined();
  expect(one.state.get('entityType', 'group')).toBeDefined();
});

test.each([
  ['of its own by that name', { id: 'people', name: 'Group', shape: 'star', colour: '#000000' }],
  ['of its own by that id', { id: 'group', name: 'Clan', shape: 'star', colour: '#000000' }],
])('a case with a type %s keeps that alone', (_, type) => {
  const one = seeded();
  one.do('entityType.add', type);
  const before = one.state.size('entityType');
  one.do('case.upgrade', upgrade);
  expect(one.state.size('entityType')).toBe(before);
});

test('an id that is taken by another record is left alone', () => {
  const one = seeded();
  one.do('tag.add', { id: 'group', name: 'Of groups' });
  one.do('case.upgrade', upgrade);
  expect(one.state.kindOf('group')).toBe('tag');
});
