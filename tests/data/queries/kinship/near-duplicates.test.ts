import { describe, expect, test } from 'vitest';
import { AppError } from '#data/errors.ts';
import { nearDuplicates } from '#data/queries/kinship/near-duplicates.ts';
import { toTheEnd } from '#data/queries/to-the-end.ts';
import { Dice, prose, word } from '../../../bench/lib/words.ts';
import { codebook } from '../../operations/seed.ts';
import { TestCase } from '../../operations/test-case.ts';

const dice = new Dice(3);
const article = prose(dice, 3000);
const words = article.split(' ');

function emptyCase(): TestCase {
  const one = new TestCase();
  one.do('case.create', { uid: 'u1', title: 'A case', codebook });
  return one;
}

/** A text with some of its words replaced. */
function edited(text: string, share: number): string {
  return text.replaceAll(/\S+/g, (one) => (dice.fraction() < share ? word(dice) : one));
}

const found = (one: TestCase) => toTheEnd(nearDuplicates(one.state)).pairs;
const said = (one: TestCase) => found(one).map(({ documents, kind }) => [...documents, kind]);

describe('near duplicates', () => {
  test('a text under another masthead is a copy of the one that came first', () => {
    const one = emptyCase();
    one.addText('first', article);
    one.addText('other', prose(dice, 3000));
    one.addText('second', `The Daily Paper\n\n${edited(article, 0.02)}\n\nAll rights reserved.`);
    const [pair] = found(one);
    expect(said(one)).toEqual([['second', 'first', 'copy-of']]);
    expect(pair?.score).toBeGreaterThan(0.8);
    expect(pair?.score).toBeLessThan(1);
  });

  test('the one that was published earlier is the one that others go back to', () => {
    const one = emptyCase();
    one.addText('first', article, [], { published: '2016-08-05' });
    const proposals = [{ field: 'published', value: '2016-08-04', from: 'file' }];
    one.addText('second', `${article} The end.`, [], { proposals });
    expect(said(one)).toEqual([['first', 'second', 'copy-of']]);
  });

  test('a changed text of the same address, or of one title and publisher, is a version', () => {
    const url = 'https://www.example.org/news/1';
    const one = emptyCase();
    one.addText('old', article, [], { url });
    const new_ = `${edited(article, 0.1)}\n\n${prose(dice, 1000)}`;
    one.addText('new', new_, [], { url: 'http://example.org/news/1/#top' });
    expect(said(one)).toEqual([['new', 'old', 'version-of']]);

    const two = emptyCase();
    two.addText('old', article, [], { title: 'Four meet', publisher: 'The Paper' });
    two.addText('new', edited(article, 0.02), [], { title: 'Four meet!', publisher: 'the paper' });
    expect(said(two)).toEqual([['new', 'old', 'version-of']]);
  });

  test('a rewritten text is a version, or a copy where two outlets printed it', () => {
    const rewritten = edited(article, 0.14);
    const one = emptyCase();
    one.addText('old', article);
    one.addText('new', rewritten);
    expect(said(one)).toEqual([['new', 'old', 'version-of']]);
    one.do('document.update', { id: 'old', publisher: 'The Wire' });
    one.do('document.update', { id: 'new', publisher: 'The Paper' });
    expect(said(one)).toEqual([['new', 'old', 'copy-of']]);
  });

  test('a wire within a longer article is an excerpt, with the share of it that is there', () => {
    const wire = words.slice(0, 150).join(' ');
    const one = emptyCase();
    one.addText('long', `${prose(dice, 2000)}\n\n${wire}\n\n${prose(dice, 2000)}`);
    one.addText('wire', wire);
    expect(found(one)).toEqual([
      { documents: ['wire', 'long'], kind: 'excerpt-of', score: 1, contained: 1 },
    ]);
  });

  test('what is folded away makes no copies of pages of one site', () => {
    const furniture = prose(dice, 3000);
    const page = (id: string, one: TestCase) => {
      const text = `${prose(dice, 800)}\n\n${furniture}`;
      const start = text.length - furniture.length;
      one.addText(id, text, [{ start, end: text.length, kind: 'navigation' }]);
    };
    const one = emptyCase();
    page('a', one);
    page('b', one);
    expect(found(one)).toEqual([]);
  });

  test('short notes are copies when they say the same, not because they share a form', () => {
    const one = emptyCase();
    one.addText('a', 'Patrol of 3 August, sector north. No contact. Weather clear.');
    one.addText('b', 'Patrol of 4 August, sector south. No contact. Weather rain.');
    one.addText('c', 'They met in Urumqi');
    one.addText('d', 'They met in Urumqi.');
    expect(said(one)).toEqual([['d', 'c', 'copy-of']]);
  });

  test.each([
    [
      'Chinese',
      '中国、阿富汗、巴基斯坦、塔吉克斯坦四国军队在乌鲁木齐举行会议，就反恐问题交换意见，并同意建立合作协调机制。',
    ],
    [
      'Persian',
      'رئیسان ستاد ارتش چهار کشور چین، افغانستان، پاکستان و تاجیکستان در شهر ارومچی دیدار کردند و درباره مبارزه با تروریسم گفت‌وگو کردند.',
    ],
  ])('texts in %s', (_, text) => {
    const one = emptyCase();
    one.addText('a', text);
    one.addText('b', `2016\n${text.replace('،', '').replace('、', '')}`);
    expect(said(one)).toEqual([['b', 'a', 'copy-of']]);
  });
});

describe('what somebody has answered', () => {
  const three = () => {
    const one = emptyCase();
    for (const id of ['a', 'b', 'c']) one.addText(id, `${article} ${id}`);
    return one;
  };

  test('is not asked again: refused pairs, confirmed ones, and those that links join', () => {
    const one = three();
    expect(said(one)).toHaveLength(3);
    one.do('documentLink.add', { type: 'excerpt-of', from: 'a', to: 'b', state: 'refused' });
    expect(said(one).map(([from, to]) => `${from}${to}`)).toEqual(['ca', 'cb']);
    const two = three();
    two.do('documentLink.add', { type: 'copy-of', from: 'b', to: 'a' });
    two.do('documentLink.add', { type: 'copy-of', from: 'c', to: 'a' });
    expect(said(two)).toEqual([]);
  });
});

test('a text that cannot be read is left out and told, the others are compared', () => {
  const one = emptyCase();
  for (const id of ['a', 'b', 'gone']) one.addText(id, article);
  const text = one.state.text.bind(one.state);
  one.state.text = (id) => {
    if (id === 'gone') throw new AppError('damaged', 'gone');
    return text(id);
  };
  const { pairs, unread } = toTheEnd(nearDuplicates(one.state));
  expect(unread).toEqual(['gone']);
  expect(pairs.map(({ documents }) => documents)).toEqual([['b', 'a']]);
});

/**
 * Made-up texts, some of them edited: how many of the pairs that were made are found, and how many that are
 * found were made. Words drawn at random share less than those of real texts about one event: those shared 7 of
 * 100 shingles at most.
 */
test('of 60 edited texts among 200 others all are found, and nothing else', () => {
  const one = emptyCase();
  const made = new Set<string>();
  for (let n = 0; n < 200; n++) {
    const text = prose(dice, 600 + dice.below(3000));
    one.addText(`d${n}`, text);
    if (n >= 60) continue;
    const part = text.slice(0, Math.round(text.length * 0.4));
    const changed = [
      edited(text, 0.06),
      `${prose(dice, 300)}\n${text}`,
      `${part} ${prose(dice, 4000)}`,
    ];
    if (n % 3 === 2) one.addText(`p${n}`, part);
    one.addText(`e${n}`, changed[n % 3] ?? '');
    made.add(n % 3 === 2 ? `e${n} p${n}` : `d${n} e${n}`);
  }
  const names = found(one).map(({ documents }) => [...documents].sort().join(' '));
  // Of a part that is taken out of one text and stands in another, both pairs are found.
  expect([...made].filter((pair) => !names.includes(pair))).toEqual([]);
  const numbers = (pair: string) => pair.replaceAll(/\D/g, ' ').trim().split(/ +/);
  expect(names.filter((pair) => new Set(numbers(pair)).size > 1)).toEqual([]);
});
