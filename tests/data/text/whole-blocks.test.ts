import { expect, test } from 'vitest';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { wholeBlocks } from '#data/text/whole-blocks.ts';

test('a long paragraph is one block again, and nothing else is changed', () => {
  const long = 'Words of a long paragraph. '.repeat(300).trimEnd();
  const text = `Before.\n${long}\n${long}\nBehind.`;
  const blocks = plainBlocks(text);
  const whole = wholeBlocks(blocks);
  expect(whole.map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n'));
  expect(whole.every(({ kind }) => kind === 'paragraph')).toBe(true);
  expect(blocks).toEqual(plainBlocks(text));
  expect(blocks.length).toBeGreaterThan(whole.length);
});
