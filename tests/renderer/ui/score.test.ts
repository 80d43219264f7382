import { describe, expect, test } from 'vitest';
import { fold } from '#data/text/fold.ts';
import { score } from '../../../renderer/ui/score.ts';

describe('score', () => {
  const rank = (query: string, ...names: string[]) =>
    names.toSorted((a, b) => score(query, fold(b)) - score(query, fold(a)));

  test('the whole name, then its start, then a later word, then the middle of one', () => {
    expect(rank('china', 'Indochina', 'South China Sea', 'China Daily', 'China')).toEqual([
      'China',
      'China Daily',
      'South China Sea',
      'Indochina',
    ]);
  });

  test('initials answer too', () => {
    expect(score('etim', 'east turkestan islamic movement')).toBeGreaterThan(0);
  });

  test('scattered letters do not answer', () => {
    expect(score('tlb', 'taliban')).toBe(0);
  });

  test('initials are a name: they come before words that only begin so', () => {
    expect(rank('sco', 'Some corps', 'Scotland Yard', 'Shanghai Cooperation Organisation')).toEqual(
      ['Shanghai Cooperation Organisation', 'Scotland Yard', 'Some corps'],
    );
  });

  test('the words of a query answer in any order', () => {
    expect(score('case new', 'new case')).toBeGreaterThan(0);
    expect(score('case new', 'new face')).toBe(0);
  });

  test('other letters do not', () => {
    expect(score('qccm', 'taliban')).toBe(0);
  });
});
