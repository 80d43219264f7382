import { describe, expect, test } from 'vitest';
import type { Highlight } from '#data/model/highlight.ts';
import { placesIn } from '#data/queries/occurrence-places.ts';
import { finderOf } from '#data/queries/occurrences.ts';

const whole = { wholeWords: true };

function places(
  text: string,
  words: string,
  more: { longer?: string[]; marks?: Highlight[] } = {},
) {
  const wanted = {
    finder: finderOf([words], whole),
    longer: more.longer && finderOf(more.longer, whole),
    assignment: { entity: 'china' },
  };
  return placesIn('d', { text, folded: [] }, () => more.marks ?? [], wanted, 100);
}

const asides = (...of: Parameters<typeof places>) => places(...of).map(({ aside }) => aside);

describe('places of words', () => {
  test.each([
    ['In China they met.', undefined],
    ['The China of today.', undefined],
    ['President China spoke.', undefined],
    ['Then China and Pakistan met.', undefined],
    ['see https://a.example/china/x now', 'address'],
    ['write to desk@china.example now', 'address'],
    ['at www.china.example today', 'address'],
    ['the South China Sea is wide', 'name'],
    ['the China Daily wrote', 'name'],
    ['the China-Pakistan corridor', 'name'],
    ['a Sino-China pact', 'name'],
    ['Yesterday China spoke.', undefined],
  ])('in “%s” are set aside: %s', (text, aside) => {
    expect(asides(text, 'China')).toEqual([aside]);
  });

  test('in what is folded away are left out; when asked for, they are set aside', () => {
    const text = 'China spoke.\nTags: China';
    const folded = [{ start: text.indexOf('Tags'), end: text.length }];
    const wanted = { finder: finderOf(['China'], whole), assignment: {} };
    const asidesOf = (inFolded: boolean) =>
      placesIn('d', { text, folded }, () => [], { ...wanted, inFolded }, 9).map(
        ({ aside }) => aside,
      );
    expect(asidesOf(false)).toEqual([undefined]);
    expect(asidesOf(true)).toEqual([undefined, 'debris']);
  });

  test('inside the name of another actor are set aside, in any script', () => {
    expect(asides('говорит китай сегодня народный', 'китай')).toEqual([undefined]);
    expect(asides('газета народный китай пишет', 'китай', { longer: ['народный китай'] })).toEqual([
      'name',
    ]);
  });

  test('that have it already are none, and a highlight that is there is told', () => {
    const mark = { id: 'm', document: 'd', start: 0, end: 5, tags: [], entities: ['china'] };
    const marks = [mark as unknown as Highlight];
    expect(places('China and China', 'China', { marks })).toMatchObject([{ start: 10, end: 15 }]);
    const other = [{ ...mark, entities: [] } as unknown as Highlight];
    expect(places('China spoke', 'China', { marks: other })[0]?.mark?.id).toBe('m');
  });
});
