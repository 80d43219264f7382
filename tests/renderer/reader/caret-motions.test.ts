import { describe, expect, test } from 'vitest';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { CaretMotions } from '../../../renderer/reader/caret-motions.ts';

const text = 'General Sharif came. He left early.\n\nSecond paragraph here.';
const motions = new CaretMotions(text, plainBlocks(text), 'en');
const at = (words: string) => text.indexOf(words);

describe('motions of the caret', () => {
  test('words end forwards and begin backwards', () => {
    expect(motions.move(0, 'word', 1)).toBe('General'.length);
    expect(motions.move('General'.length, 'word', 1)).toBe('General Sharif'.length);
    expect(motions.move(at(' came'), 'word', -1)).toBe(at('Sharif'));
  });

  test('sentences begin', () => {
    expect(motions.move(0, 'sentence', 1)).toBe(at('He left'));
    expect(motions.move(at('left'), 'sentence', -1)).toBe(at('He left'));
  });

  test('paragraphs begin, and white space between them is skipped', () => {
    expect(motions.move(3, 'paragraph', 1)).toBe(at('Second'));
    expect(motions.move(at('Second') + 3, 'paragraph', -1)).toBe(at('Second'));
    expect(motions.move(at('Second'), 'paragraph', -1)).toBe(0);
  });

  test('characters cross to the neighbouring paragraph', () => {
    const end = at('early.') + 6;
    expect(motions.move(end, 'character', 1)).toBe(at('Second'));
    expect(motions.move(at('Second'), 'character', -1)).toBe(end);
  });

  test('stays inside the text', () => {
    expect(motions.move(text.length, 'word', 1)).toBe(text.length);
    expect(motions.move(0, 'character', -1)).toBe(0);
    expect(motions.move(5, 'text', 1)).toBe(text.length);
    expect(motions.move(5, 'text', -1)).toBe(0);
  });

  test('takes the word, sentence or paragraph around a place', () => {
    const cut = (by: 'word' | 'sentence' | 'paragraph', offset: number) => {
      const { start, end } = motions.around(offset, by);
      return text.slice(start, end);
    };
    expect(cut('word', at('Sharif') + 2)).toBe('Sharif');
    expect(cut('sentence', at('left'))).toBe('He left early.');
    expect(cut('paragraph', at('paragraph'))).toBe('Second paragraph here.');
  });
});

test('combining marks and surrogate pairs are one character', () => {
  const word = 'e\u0301🏔x';
  const one = new CaretMotions(word, plainBlocks(word));
  expect(one.move(0, 'character', 1)).toBe(2);
  expect(one.move(2, 'character', 1)).toBe(4);
  expect(one.move(4, 'character', -1)).toBe(2);
});

test('Chinese is stepped by words without spaces', () => {
  const chinese = '四国军队反恐合作协调机制';
  const one = new CaretMotions(chinese, plainBlocks(chinese), 'zh');
  const first = one.move(0, 'word', 1);
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(chinese.length);
});

test('an unknown language is no obstacle', () => {
  expect(new CaretMotions('a b', plainBlocks('a b'), 'not a language').move(0, 'word', 1)).toBe(1);
});
