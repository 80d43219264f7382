import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Recents, SLOTS } from '../../../../renderer/reader/tag-bar/recents.ts';

test('a place keeps its digit while it is used', () => {
  const recents = new Recents(['a', 'b', 'c']);
  recents.use('b');
  recents.use('b');
  expect(recents.slots.slice(0, 3)).toEqual(['a', 'b', 'c']);
});

test('a newcomer takes a free place, then the one used longest ago', () => {
  const recents = new Recents(['1', '2', '3', '4', '5', '6', '7', '8']);
  recents.use('new');
  expect(recents.slots[8]).toBe('new');
  for (const key of ['1', '3', '4', '5', '6', '7', '8', 'new']) recents.use(key);
  recents.use('newer');
  expect(recents.slots).toEqual(['1', 'newer', '3', '4', '5', '6', '7', '8', 'new']);
});

test('never more than nine places, and the last used is always among them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1 }), (uses) => {
      const recents = new Recents([]);
      for (const use of uses) {
        recents.use(`k${use}`);
        expect(recents.slots).toContain(`k${use}`);
      }
      const held = recents.slots.filter((slot) => slot !== undefined);
      expect(held.length).toBeLessThanOrEqual(SLOTS);
      expect(new Set(held).size).toBe(held.length);
    }),
  );
});
