import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagDebris } from '#data/formats/import/cleaning/debris.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import type { ShownBlock } from '#data/text/working-text.ts';
import { article, paragraphs, regionsOf } from './support.ts';

describe('text that tells of the things that pages have', () => {
  test.each([
    [
      'tags',
      'Tags: none were found on the bags, the police said in a statement on the same evening.',
    ],
    ['a photo', 'Photo: the police said that it was an old one, and that nobody on it was alive.'],
    [
      'a picture',
      'The photo by Ada Kerim shows nine lorries, and the council has asked to see it.',
    ],
    [
      'copyright',
      'Copyright in the map belongs to the council, which has sued three papers over it.',
    ],
    ['rights', 'The council declared that all rights reserved to the crown had ended in May.'],
    [
      'a subscription',
      'Subscribers of the newsletter were asked to sign up again, and most did not.',
    ],
    ['comments', 'Comments were made by both sides, and none of them was kind to the drivers.'],
    [
      'share as a verb',
      'Share the flour with the drivers, the clerk told the market, and the market did.',
    ],
    ['a writer', 'The writer was detained again on Thursday, and has not been seen since.'],
    ['an author', 'The author is a member of the council and has denied all charges, police said.'],
    [
      'an embassy',
      'The embassy can be reached at the usual number, a spokesman added after the arrest.',
    ],
    [
      'cookies',
      'The baker said that he uses cookies of the week before, as everybody agrees he may.',
    ],
    [
      'a publisher',
      'Published by the ministry, the report names ten men and the villages they came from.',
    ],
    ['an order', 'Published by order of the council'],
    ['an order of an authority', 'Published by authority of the Governor'],
    ['views', 'The views expressed by the minister did not please the council of nine at all.'],
    [
      'an advertisement',
      'Advertisement for lorries is forbidden in the valley, and the paper has printed none.',
    ],
    [
      'references',
      'References to the treaty were struck out, and the notes of the clerk were burnt.',
    ],
    ['a source', 'Source of the river, the glacier has lost nine metres since the road was built.'],
    ['a menu', 'Menu and prices were printed on the wall, in a hand that nobody could read.'],
    ['related', 'Related to the clerk by marriage, the driver was heard before all the others.'],
    ['a salute', 'Yours sincerely,\n\nOdo Karst\n\nClerk of the council'],
    ['names', 'Present:\n\nAda Kerim\n\nOdo Karst\n\nBelis Moor'],
    ['agencies', 'The ministry blocked:\n\nAFP\n\nReuters\n\nFacebook\n\nTwitter'],
    ['a heading', 'Comments'],
    ['notes that cite nothing', 'Notes\n\n1. The road is shut.\n\n2. The bridge is open.'],
    [
      'an agency that signs',
      'The bridge will be opened in May, the ministry told reporters. (Reuters)',
    ],
    ['by-laws', '(a) exchange of information;\n\n(b) joint exercises;\n\n(c) Extradition'],
    ['one address', 'https://a.example/one'],
    ['a label', 'Category: roads and bridges'],
    ['a reader', 'The reader said:\n\nReply'],
    ['hours', 'Two hours ago the drivers left, and at 10:45 the bridge was shut.'],
    ['Russian', 'Поделиться мукой с водителями велел рынку секретарь, и рынок поделился.'],
    ['Russian sources', 'Источник в совете сообщил: мост откроют в мае, а дорогу починят к осени.'],
    ['German', 'Anzeige erstattete der Fahrer am Montag, und die Polizei nahm sie entgegen.'],
    ['Chinese', '分享面粉是秘书的命令，市场照办了，司机们在桥边等了九天，没有人来数他们的卡车。'],
  ])('stays whole: %s', async (_, words) => {
    const half = paragraphs.slice(0, 3).join('\n\n');
    const given = `Nine wait at the bridge\n\n${half}\n\n${words}\n\n${paragraphs.slice(3).join('\n\n')}`;
    expect(await regionsOf(given)).toEqual([]);
    expect(
      await regionsOf(`Nine wait at the bridge\n\n${article}\n\n${words}\n\n${given}`),
    ).toEqual([]);
  });

  test.each([
    ['a list of words', 'Share\n\nPrint\n\nMenu'],
    ['names without prose', 'Members\n\nAda Kerim\nOdo Karst\nBelis Moor\n\nReply\n\nShare'],
    [
      'a treaty',
      'Convention\n\nArticle 1\n\nThe Parties shall share:\n\n(a) news;\n\n(b) roads.\n\nArticle 2\n\nThis Convention enters into force on the thirtieth day after the deposit of the fourth instrument.\n\nDone at Kesk in two copies.',
    ],
  ])('stays whole alone: %s', async (_, given) => {
    expect(await regionsOf(given)).toEqual([]);
  });
});

describe('whatever stands in a text', () => {
  const line = fc.oneof(
    fc.constantFrom(...paragraphs),
    fc.constantFrom(
      'Share',
      'Photo: AFP',
      'Related posts',
      'Home » A » B',
      'References',
      '3 Comments',
      'Reply',
    ),
    fc.constantFrom(
      'Leave a Reply',
      'Post comment',
      '1. https://a.example',
      'Ada Kerim',
      'Source: X',
      '',
      'Menu',
    ),
    fc.constantFrom(
      'Published by The Post',
      '© 2016 X',
      'Privacy Policy',
      'Advertisement',
      'Page 1 of 3',
      '  ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  test('ranges stay, and whole blocks are marked', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        const plain = plainBlocks(text);
        const blocks: ShownBlock[] = structuredClone(plain);
        flagDebris(text, blocks);
        expect(blocks.map(({ region: _, ...block }) => block)).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  test('a paragraph that is said once is never marked', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        const blocks: ShownBlock[] = plainBlocks(text);
        flagDebris(text, blocks);
        for (const { start, end, region } of blocks) {
          const words = text.slice(start, end);
          if (region !== undefined && region !== 'comments')
            expect(paragraphs).not.toContain(words);
        }
      }),
      { numRuns: 300 },
    );
  });
});
