import { describe, expect, test } from 'vitest';
import { LineCursor } from '../../../renderer/imports/line-cursor.svelte.ts';

const listOf = (ids: string) => [...ids].map((id) => ({ id }));

/** A cursor in a list of lines with one letter each, and how to change the list. */
function cursorIn(ids: string) {
  let lines = listOf(ids);
  const cursor = new LineCursor(() => lines);
  const become = (now: string): void => void (lines = listOf(now));
  const line = (): string | undefined => lines[cursor.at]?.id;
  return { cursor, become, line };
}

describe('the line that is looked at', () => {
  test('is the first one until another is chosen, and never beyond the ends', () => {
    const { cursor, line } = cursorIn('abc');
    expect(line()).toBe('a');
    cursor.goTo(9);
    expect(line()).toBe('c');
    cursor.goTo(-1);
    expect(line()).toBe('a');
    expect(cursorIn('').cursor.at).toBe(-1);
  });

  test('stays the same when others come in above it', () => {
    const { cursor, become, line } = cursorIn('abc');
    cursor.goTo(1);
    become('xyabc');
    expect(line()).toBe('b');
  });

  test('is the next one when it is gone, and the one before at the end', () => {
    const { cursor, become, line } = cursorIn('abcd');
    cursor.goTo(1);
    become('xad');
    expect(line()).toBe('d');
    become('xa');
    expect(line()).toBe('a');
    become('x');
    expect(line()).toBe('x');
    become('abcd');
    expect(line()).toBe('b');
  });
});
