import { expect, test } from 'vitest';
import { lettersOf } from '#data/formats/import/pdf/accents.ts';

test('forms of signs become the signs that they are', () => {
  expect(lettersOf('\ufb01')).toBe('fi');
  expect(lettersOf('\ufefb')).toBe('لا');
  expect(lettersOf('\ufe10\ufe12\ufe35')).toBe('，。（');
});
