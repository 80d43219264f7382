import { expect, test } from 'vitest';
import { unknownWords } from '#data/storage/unknown-files.ts';

test('the first files that were left alone are named, the others counted', () => {
  expect(unknownWords(['a.txt'])).toContain('does not know them: a.txt. Move');
  const many = ['1', '2', '3', '4', '5', '6', '7'];
  expect(unknownWords(many)).toContain('1, 2, 3, 4, 5 and 2 more. Move');
});
