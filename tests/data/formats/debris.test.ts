import { describe, expect, test } from 'vitest';
import { convert, debrisOf, metaOf } from './convert.ts';

const prose =
  'The parties met on Wednesday and agreed, after long talks, that they would meet again next year.';
const article = Array.from({ length: 6 }, () => prose).join('\n\n');

describe('debris in the plain text of a saved page', () => {
  test('the title of the window above the same headline; it names the outlet', async () => {
    const converted = await convert(
      'a.txt',
      `Four meet in town | The Daily\n\nFour meet in town\n\n${article}`,
    );
    expect(debrisOf(converted)).toEqual(['Four meet in town | The Daily']);
    expect(converted.title).toBe('Four meet in town');
    expect(metaOf(converted)['publisher']).toBe('The Daily');
  });

  test('breadcrumb and row of categories', async () => {
    const top =
      'Home » Blog » Four meet in town\nFeatured General News Security\n\nFour meet in town';
    expect(debrisOf(await convert('a.txt', `${top}\n\n${article}`))).toEqual([
      'Home » Blog » Four meet in town',
      'Featured General News Security',
    ]);
  });

  test('captions and credits', async () => {
    const given = `Four meet\n\nsoldiers on parade\n${prose}\n\n© Somebody / Agency\n${article}`;
    expect(debrisOf(await convert('a.txt', given))).toEqual([
      'soldiers on parade',
      '© Somebody / Agency',
    ]);
  });

  test('lists of addresses, but not one address alone', async () => {
    const list = [1, 2, 3].map((n) => `  ${n}. https://a.example/page-${n}`).join('\n');
    expect(debrisOf(await convert('a.txt', `${article}\n\n${list}`))).toHaveLength(3);
    expect(
      debrisOf(await convert('a.txt', `${article}\n\nhttps://a.example/one\n\n${prose}`)),
    ).toEqual([]);
  });

  test('author box, related posts and comment form', async () => {
    const end =
      'Some Writer\n\nThe writer heads the bureau. He can be reached at x\n\nRelated posts\n\nOther meeting';
    expect(debrisOf(await convert('a.txt', `${article}\n\n${end}`))).toEqual([
      'Some Writer',
      'The writer heads the bureau. He can be reached at x',
      'Related posts',
      'Other meeting',
    ]);
    const form =
      'Leave a Reply\n\nYour email address will not be published.\n\nName\n\nPost Comment';
    expect(debrisOf(await convert('a.txt', `${article}\n\n${form}`))).toHaveLength(4);
  });

  test('prose below related posts or a comment form stays', async () => {
    const annex = `Annex\n\n${prose}`;
    const related = `${article}\n\nRelated posts\n\nOther meeting\n\n${annex}`;
    expect(debrisOf(await convert('a.txt', related))).toEqual(['Related posts', 'Other meeting']);
    const form = `Leave a Reply\n\nYour email address will not be published.\n\nName\n\n${prose}`;
    expect(debrisOf(await convert('a.txt', `${article}\n\n${form}`))).toEqual([
      'Leave a Reply',
      'Your email address will not be published.',
      'Name',
    ]);
  });

  test('notes on rights and years', async () => {
    const end = '© 2016 The Daily. All rights reserved.\n\n(c) 2016 Agency';
    expect(debrisOf(await convert('a.txt', `${article}\n\n${end}`))).toHaveLength(2);
  });

  test.each([
    ['an article about comments', `${article}\n\nComments\n\n${article}`],
    ['prose that mentions home', `Home is where they met.\n\n${article}`],
    ['a title with a bar', `Alpha | Beta\n\n${article}`],
    ['a list of names', `Members\n\nAlpha\nBeta\nGamma\n\n${article}`],
    ['a text that is all buttons', 'Share\n\nPrint\n\nMenu'],
    [
      'an early sentence on a writer',
      `The writer is in prison, his family said on Thursday.\n\n${article}`,
    ],
    [
      'a lettered list',
      `Article 6\n\n(b) joint exercises;\n\n(c) extradition of persons;\n\n${article}`,
    ],
    ['a lettered list with capitals', `${article}\n\n(b) Joint exercises\n\n(c) Extradition`],
    [
      'sentences on writers at the end',
      `${article}\n\nThe writer was detained again on Thursday, and has not been seen.\n\nThe author has denied all charges.\n\nThe writer is a member of the council, police said.`,
    ],
    [
      'an embassy that can be reached',
      `${article}\n\nThe embassy can be reached at the usual number, a spokesman added.`,
    ],
    ['a sentence on tags', `${article}\n\nTags: none were found on the bags, the police said.`],
    ['a sentence on a photo', `${article}\n\nPhoto: the police said that it was an old one.`],
    [
      'a sentence on a publisher',
      `${article}\n\nPublished by the ministry, the report names ten men.`,
    ],
    [
      'a list of banned sites',
      `${article}\n\nThe ministry blocked:\n\nFacebook\nTwitter\nTelegram`,
    ],
    [
      'a heading named after a person',
      `${article}\n\nAbdul Hakim\n\nHe was released in May. ${prose}`,
    ],
  ])('leaves alone: %s', async (_, given) => {
    expect(debrisOf(await convert('a.txt', given))).toEqual([]);
  });
});
