import { expect, test } from 'vitest';
import { onlyChanges } from '../../../renderer/compare/comparing.svelte.ts';

test('rows that are the same are told as their number', () => {
  const same = { isSame: true };
  const changed = { isSame: false };
  expect(onlyChanges([same, same, changed, same, changed, changed])).toEqual([
    { count: 2 },
    changed,
    { count: 1 },
    changed,
    changed,
  ]);
  expect(onlyChanges([])).toEqual([]);
});
