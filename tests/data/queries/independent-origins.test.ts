import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndependentOrigins } from '#data/queries/independent-origins.ts';
import { Joined } from '#data/queries/joined.ts';
import { codebook } from '../operations/seed.ts';
import { TestCase } from '../operations/test-case.ts';

const ids = ['a', 'b', 'c', 'd'];

/** Four documents, with publishers where they are given. */
function documents(publishers: Readonly<Record<string, string>> = {}): TestCase {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'A case', codebook });
  for (const id of ids) {
    const publisher = publishers[id];
    one.addText(id, `Text of ${id}`, [], publisher === undefined ? {} : { publisher });
  }
  return one;
}

const groups = (one: TestCase, of: readonly string[] = ids) =>
  new IndependentOrigins(one.state)
    .groups(of)
    .map(({ documents: list, by }) => `${list.join('')} ${by}`);
const count = (one: TestCase, of: readonly string[] = ids) =>
  new IndependentOrigins(one.state).count(of);
const link = (one: TestCase, from: string, to: string, state = 'confirmed') =>
  one.do('documentLink.add', { type: 'copy-of', from, to, state });
const origin = (one: TestCase, name: string, list: readonly string[], state = 'confirmed') =>
  one.do('origin.add', { name, documents: list, reason: 'It says so.', state });

describe('independent origins', () => {
  test('a document of which nothing is known is one', () => {
    expect(groups(documents())).toEqual(['a alone', 'b alone', 'c alone', 'd alone']);
  });

  test('documents of one publisher are one, however it is written', () => {
    const one = documents({ a: 'The Wire', b: ' the  wire', c: 'Reuters', d: 'Рейтер' });
    expect(groups(one)).toEqual(['ab publisher', 'cd publisher']);
  });

  test('documents of one confirmed origin are one, also with what the agency published itself', () => {
    const one = documents({ a: 'The Paper', b: 'The Post', d: 'Reuters' });
    origin(one, 'Reuters', ['a', 'b']);
    expect(groups(one)).toEqual(['abd origin', 'c alone']);
  });

  test('a wire does not speak for the paper that printed it', () => {
    const one = documents({ a: 'The Paper', b: 'The Paper', c: 'The Post', d: 'The Post' });
    origin(one, 'Reuters', ['a', 'c']);
    expect(groups(one)).toEqual(['ac origin', 'b publisher', 'd publisher']);
  });

  test('what was refused joins nothing', () => {
    const one = documents();
    origin(one, 'Reuters', ids, 'refused');
    link(one, 'a', 'b', 'refused');
    expect(count(one)).toBe(4);
  });

  test('links join over any number of steps, also over documents that are not asked about', () => {
    const one = documents({ b: 'The Paper' });
    link(one, 'a', 'b');
    link(one, 'c', 'b');
    expect(groups(one)).toEqual(['abc link', 'd alone']);
    expect(groups(one, ['a', 'c'])).toEqual(['ac link']);
  });

  test('a copy goes back to the publisher of what it is a copy of, not to its own', () => {
    const one = documents({ a: 'The Paper', b: 'The Post', c: 'The Paper', d: 'The Post' });
    link(one, 'b', 'a');
    expect(groups(one)).toEqual(['abc link', 'd publisher']);
  });

  test('a copy shares the origin of what it is a copy of', () => {
    const one = documents();
    link(one, 'b', 'a');
    origin(one, 'Xinhua', ['a']);
    origin(one, 'xinhua news agency', ['c']);
    expect(groups(one)).toEqual(['abc origin', 'd alone']);
  });

  test('documents that are gone, and the same twice, count for nothing', () => {
    expect(count(documents(), ['a', 'a', 'gone'])).toBe(1);
    expect(count(documents(), [])).toBe(0);
  });

  test('links in a ring join as others do', () => {
    const one = documents();
    link(one, 'a', 'b');
    one.do('documentLink.add', { type: 'version-of', from: 'b', to: 'a' });
    expect(groups(one)).toEqual(['ab link', 'c alone', 'd alone']);
  });
});

test('what is joined is what can be reached', () => {
  const pair = fc.tuple(fc.nat(9), fc.nat(9));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
      const joined = new Joined();
      const reach = Array.from({ length: 10 }, (_, at) => new Set([at]));
      for (const [one, other] of pairs) {
        joined.join(String(one), String(other));
        const all = new Set([...(reach[one] ?? []), ...(reach[other] ?? [])]);
        for (const at of all) reach[at] = all;
      }
      for (let one = 0; one < 10; one++) {
        for (let other = 0; other < 10; other++) {
          const isReached = reach[one]?.has(other) ?? false;
          expect(joined.areJoined(String(one), String(other))).toBe(isReached);
        }
      }
    }),
  );
});
