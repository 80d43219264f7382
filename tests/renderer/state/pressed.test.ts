import { describe, expect, test } from 'vitest';
import { pressed } from '../../../renderer/state/pressed.ts';

describe('a key means its place where a layout writes another script', () => {
  test.each([
    ['л', 'KeyK', false, 'k'],
    ['Л', 'KeyK', true, 'K'],
    ['ن', 'KeyK', false, 'k'],
    ['κ', 'KeyK', false, 'k'],
    ['۱', 'Digit1', false, '1'],
    ['؟', 'Slash', true, '?'],
    ['х', 'BracketLeft', false, '['],
  ])('%s at %s', (key, code, shiftKey, meant) => {
    expect(pressed({ key, code, shiftKey })).toBe(meant);
  });

  test.each([
    ['k', 'KeyV', false],
    ['q', 'KeyA', false],
    ['ö', 'Semicolon', false],
    ['Enter', 'Enter', false],
    ['?', 'Digit7', true],
    ['.', 'Slash', false],
  ])('but %s stays what it writes', (key, code, shiftKey) => {
    expect(pressed({ key, code, shiftKey })).toBe(key);
  });
});
