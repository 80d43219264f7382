import { expect, test } from 'vitest';
import { checkCase } from '#data/queries/check-case.ts';
import { seeded } from './seed.ts';
import type { TestCase } from './test-case.ts';

const found = (one: TestCase, ...entities: string[]) =>
  one.do('position.set', {
    positions: entities.map((entity, i) => ({ entity, x: i * 10, y: 7 })),
    first: true,
  });
const placeOf = (one: TestCase, id: string) => one.state.get('position', `@${id}`);
const problems = (one: TestCase) => [...checkCase(one.state)].flatMap((part) => part.problems);

test('places that the program found are no step of undo', () => {
  const one = seeded();
  one.do('entity.add', { id: 'late', type: 'state', name: 'Late' });
  const { undoable } = one.state.history;
  found(one, 'gamma', 'late');
  expect(placeOf(one, 'late')).toMatchObject({ x: 10, y: 7 });
  expect(one.state.history.undoable).toBe(undoable);
  one.do('undo', {});
  expect(one.state.get('entity', 'late')).toBeUndefined();
  expect(placeOf(one, 'gamma')).toMatchObject({ x: 0, y: 7 });
});

test('an actor that undo takes back takes its found place along, and redo still brings it back', () => {
  const one = seeded();
  one.do('entity.add', { id: 'late', type: 'state', name: 'Late' });
  found(one, 'late');
  one.do('undo', {});
  expect(placeOf(one, 'late')).toBeUndefined();
  expect(problems(one)).toEqual([]);
  found(one, 'delta');
  one.do('redo', {});
  expect(one.state.get('entity', 'late')).toBeDefined();
  expect(problems(one)).toEqual([]);
});

test('removing an actor again takes along what was found meanwhile', () => {
  const one = seeded();
  one.do('entity.remove', { id: 'delta' });
  one.do('undo', {});
  found(one, 'delta');
  one.do('redo', {});
  expect(placeOf(one, 'delta')).toBeUndefined();
  expect(problems(one)).toEqual([]);
});

test('a move after it goes back to the found place', () => {
  const one = seeded();
  found(one, 'gamma');
  one.do('position.set', { positions: [{ entity: 'gamma', x: 500, y: 500 }] });
  one.do('undo', {});
  expect(placeOf(one, 'gamma')).toMatchObject({ x: 0, y: 7 });
});

test('actors that are gone by then are left out', () => {
  const one = seeded();
  found(one, 'nobody', 'gamma');
  expect(placeOf(one, 'gamma')).toBeDefined();
  expect(placeOf(one, 'nobody')).toBeUndefined();
});
