import { describe, expect, test } from 'vitest';
import { nearnessOf, saidOf } from '#data/queries/said-of.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';

function said(text: string, one: string, other: string): string[] {
  const at = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  return saidOf(text, plainBlocks(text), at(one), at(other)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('the words that link two names', () => {
  const text =
    'It was hot. China joined the QCCM in 2016. Gen. Raheel Sharif came too. Others stayed away.\n' +
    'Pakistan agreed. The talks ended.';

  test('are the sentence that holds both, whichever is named first', () => {
    expect(said(text, 'China', 'QCCM')).toEqual(['China joined the QCCM in 2016.']);
    expect(said(text, 'QCCM', 'China')).toEqual(['China joined the QCCM in 2016.']);
  });

  test('or the sentences from the one to the other', () => {
    expect(said(text, 'China', 'Sharif')).toEqual([
      'China joined the QCCM in 2016. Gen. Raheel Sharif came too.',
    ]);
  });

  test('or the sentence of each, in two paragraphs or far apart', () => {
    expect(said(text, 'Pakistan', 'QCCM')).toEqual([
      'China joined the QCCM in 2016.',
      'Pakistan agreed.',
    ]);
    const far = `China spoke. ${'It went on and on. '.repeat(60)}Pakistan agreed.`;
    expect(said(far, 'China', 'Pakistan')).toEqual(['China spoke.', 'Pakistan agreed.']);
  });

  test('tell how near the names stand, whatever lies between them in letters', () => {
    const near = (one: string, other: string, words = text) => {
      const at = (name: string) => {
        const start = words.indexOf(name);
        return { start, end: start + name.length };
      };
      return nearnessOf(words, plainBlocks(words), at(one), at(other));
    };
    expect(near('QCCM', 'China')).toBe('sentence');
    expect(near('China', 'Sharif')).toBe('paragraph');
    expect(near('hot', 'China')).toBe('paragraph');
    expect(near('Pakistan', 'stayed away')).toBe('document');
    const long = `China, ${'as it said, '.repeat(40)}met Pakistan.`;
    expect(near('China', 'Pakistan', long)).toBe('sentence');
  });

  test('hold a name that runs over a full stop', () => {
    expect(said('They met Mao. Tse in Osh. It rained.', 'Mao. Tse', 'Osh')).toEqual([
      'They met Mao. Tse in Osh.',
    ]);
  });
});
