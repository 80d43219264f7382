import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidatePairs } from '#data/queries/kinship/candidates.ts';
import { signatureOf } from '#data/queries/kinship/min-hash.ts';
import { resemblance, shinglesOf } from '#data/queries/kinship/shingles.ts';
import { Dice, prose } from '../../../bench/lib/words.ts';

describe('shingles', () => {
  const alike = (one: string, other: string) =>
    resemblance(shinglesOf(one), shinglesOf(other)).alike;

  test('are the same whatever the letters, signs and line breaks', () => {
    expect(alike('The “four” met, in Ürümqi.', 'the four\nmet in Urumqi')).toBe(1);
    expect(alike('It is an agree-\nment of four.', 'It is an agreement of four')).toBe(1);
  });

  test('are runs of three words, or of three letters where words have no spaces', () => {
    expect(shinglesOf('one two three four')).toHaveLength(2);
    expect(shinglesOf('四国军队')).toHaveLength(2);
    expect(alike('one two three four', 'zero two three four')).toBeCloseTo(1 / 3);
  });

  test('of a text of fewer words are one, of one without words none', () => {
    expect(shinglesOf('Hello!')).toHaveLength(1);
    expect(shinglesOf(' … ')).toHaveLength(0);
  });

  test('tell how much of each text is in the other', () => {
    const share = resemblance(shinglesOf('a b c d'), shinglesOf('z a b c d y'));
    expect(share).toEqual({ alike: 0.5, inSecond: 1, inFirst: 0.5 });
  });
});

describe('signatures', () => {
  test('come near to what two texts share', () => {
    const shingles = fc
      .uniqueArray(fc.nat(0xffffffff), { minLength: 50, maxLength: 400 })
      .map((list) => Uint32Array.from(list).sort());
    fc.assert(
      fc.property(shingles, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
        const other = one
          .map((shingle, at) => (at < one.length * part ? shingle : ~shingle))
          .sort();
        const [first, second] = [signatureOf(one), signatureOf(other)];
        const equal = first.filter((least, at) => least === second[at]).length;
        // Five times the deviation of 128 trials.
        expect(Math.abs(equal / 128 - resemblance(one, other).alike)).toBeLessThan(0.22);
      }),
    );
  });
});

describe('candidates', () => {
  const dice = new Dice(11);
  const texts = Array.from({ length: 60 }, () => prose(dice, 3000));
  const shingles = (list: readonly string[]) => list.map((text) => shinglesOf(text));

  test('are none among texts that have nothing to do with each other', () => {
    expect(candidatePairs(shingles(texts))).toEqual([]);
  });

  test('are copies, and parts of others however small', () => {
    const [first = '', second = ''] = texts;
    const all = [...texts, `${first} More of it.`, second.slice(300, 600)];
    expect(candidatePairs(shingles(all))).toEqual([
      [0, 60],
      [1, 61],
    ]);
  });

  test('of many that say the same are those that hold them together', () => {
    const wire = prose(dice, 2000);
    const papers = texts.slice(0, 50).map((text) => `${text}\n\n${wire}`);
    const pairs = candidatePairs(shingles([...papers, wire]));
    const withWire = pairs.filter(([, other]) => other === 50);
    expect(withWire).toHaveLength(50);
    expect(candidatePairs(shingles(Array.from({ length: 200 }, () => wire)))).toHaveLength(199);
  });
});
