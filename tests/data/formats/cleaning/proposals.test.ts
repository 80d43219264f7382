import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposalsFrom } from '#data/formats/import/cleaning/proposals.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';
import { convert } from '../convert.ts';
import { article, paragraphs } from './support.ts';

/** What a plain text says about itself, title and language aside, as “field=value”. */
async function said(given: string): Promise<string[]> {
  const { text, meta } = await convert('a.txt', given);
  return meta
    .filter(({ field }) => field !== 'title' && field !== 'language')
    .map(({ field, value, from }) => {
      const words = from === 'file' ? '' : text.slice(from.start, from.end);
      return words === value ? `${field}=${value}` : `${field}=${value} (${words})`;
    });
}
const page = (above: string, below = '') =>
  `Nine wait at the bridge\n\n${above}\n\n${article}\n\n${below}`;
const opening = (dateline: string) => `Nine wait at the bridge\n\n${dateline} ${article}`;

describe('who wrote it', () => {
  test.each([
    ['By Ada Kerim', 'Ada Kerim'],
    ['By Ada Kerim and Odo Karst | The Daily', 'Ada Kerim and Odo Karst'],
    ['By Ada Kerim, Odo Karst and Belis Moor', 'Ada Kerim, Odo Karst and Belis Moor'],
    ['By Ada Kerim, Kesk', 'Ada Kerim'],
    ['By Ada Kerim March 18 at 3:57 PM Follow @adakerim', 'Ada Kerim'],
    ['Written by Ada van der Moor', 'Ada van der Moor'],
    ['Author: Ada Kerim', 'Ada Kerim'],
    ['Автор: Ада Керим', 'Ада Керим'],
    ['Von Ada Kerim', 'Ada Kerim'],
    ['Par Ada Kerim et Odo Karst', 'Ada Kerim et Odo Karst'],
    ['Por Ada Kerim', 'Ada Kerim'],
    ['نویسنده: آدا کریم', 'آدا کریم'],
    ['بقلم: آدا كريم', 'آدا كريم'],
    ['作者：王伟', '王伟'],
    ['本报记者 王伟', '王伟'],
    ['Ada Kerim', 'Ada Kerim'],
  ])('%s', async (line, name) => {
    expect(await said(page(line))).toEqual([`author=${name}`]);
  });

  test('the name above the box, and in it', async () => {
    expect(await said(page('Kesk', 'Ada Kerim\n\nThe writer heads the bureau in Kesk.'))).toEqual([
      'author=Ada Kerim',
    ]);
    const told = 'About the author\n\nAda Kerim is a reporter in Kesk.';
    expect(await said(page('Kesk', told))).toEqual(['author=Ada Kerim']);
  });

  test.each([
    'By Staff Reporter',
    'By Reuters',
    'By Our Correspondent',
    'By land and sea',
    'By Order of the Council',
    'Executive Summary',
    'Border Meetings',
    'The Drivers',
    'By the bridge at nine',
    '记者从委员会获悉，大桥将于五月开放',
  ])('nobody: %s', async (line) => {
    expect(await said(page(line))).toEqual([]);
  });
});

describe('when it came out', () => {
  test.each([
    ['Published: 4 August 2016', '4 August 2016', '2016-08-04'],
    ['Published on August 4, 2016', 'August 4, 2016', '2016-08-04'],
    ['August 4, 2016', 'August 4, 2016', '2016-08-04'],
    ['Thursday, 4 August 2016, 10:45 GMT', '4 August 2016', '2016-08-04'],
    ['4th of August 2016', '4th of August 2016', '2016-08-04'],
    ['2016-08-04T10:45:00Z', '2016-08-04', '2016-08-04'],
    ['04.08.2016', '04.08.2016', '2016-08-04'],
    ['23/08/2016', '23/08/2016', '2016-08-23'],
    ['08/23/2016', '08/23/2016', '2016-08-23'],
    ['August 2016', 'August 2016', '2016-08'],
    ['Опубликовано: 4 августа 2016 г.', '4 августа 2016', '2016-08-04'],
    ['4. August 2016', '4. August 2016', '2016-08-04'],
    ['Publié le 4 août 2016', '4 août 2016', '2016-08-04'],
    ['4 de agosto de 2016', '4 de agosto de 2016', '2016-08-04'],
    ['4 Ağustos 2016', '4 Ağustos 2016', '2016-08-04'],
    ['2016年8月4日 10:45', '2016年8月4日', '2016-08-04'],
    ['发布时间：2016年8月4日', '2016年8月4日', '2016-08-04'],
    ['۴ اوت ۲۰۱۶', '۴ اوت ۲۰۱۶', '2016-08-04'],
    ['٤ أغسطس ٢٠١٦', '٤ أغسطس ٢٠١٦', '2016-08-04'],
    ['Kesk, August 4, 2016', 'August 4, 2016', '2016-08-04'],
    ['Updated: 5 August 2016', '5 August 2016', '2016-08-05'],
    ['Published: 4 August 2016\nUpdated: 5 August 2016', '4 August 2016', '2016-08-04'],
    ['Updated: 5 August 2016\nPublished: 4 August 2016', '4 August 2016', '2016-08-04'],
  ])('%s', async (line, words, value) => {
    expect(await said(page(line))).toEqual([
      words === value ? `published=${value}` : `published=${value} (${words})`,
    ]);
  });

  test.each([
    '03/04/2016',
    '4 August',
    'Thursday',
    'Updated 3 hours ago',
    'Last month',
    '۱۴ مرداد ۱۳۹۵',
    'Treaty of 4 August 2016',
    'The bridge was shut on 4 August 2016, and then it was opened on the next day.',
    '4 August 2016 – 6 August 2016',
    '31 February 2016',
    'Room 2016, August 4 street',
  ])('not said: %s', async (line) => {
    expect(await said(page(line))).toEqual([]);
  });

  test('not said by a chronicle, nor by the treaty at its end', async () => {
    const days = paragraphs.map((words, at) => `${at + 1} August 2016\n\n${words}`).join('\n\n');
    expect(await said(`Diary of a road\n\n${days}`)).toEqual([]);
    expect(await said(page('Preamble', 'Done at Kesk on 4 August 2016 in two copies.'))).toEqual(
      [],
    );
  });
});

describe('where it was written', () => {
  test.each([
    ['ISLAMABAD:', ['place=Islamabad (ISLAMABAD)']],
    ['NEW DELHI —', ['place=New Delhi (NEW DELHI)']],
    ['KABUL (Reuters) -', ['place=Kabul (KABUL)']],
    ['KABUL, Aug 4 (Xinhua) --', ['place=Kabul (KABUL)']],
    ['KABUL, Afghanistan —', ['place=Kabul (KABUL)']],
    [
      'KABUL, Aug. 4, 2016 (Xinhua) --',
      ['published=2016-08-04 (Aug. 4, 2016)', 'place=Kabul (KABUL)'],
    ],
    ['УРУМЧИ, 4 августа. /ТАСС/.', ['place=Урумчи (УРУМЧИ)']],
    ['Osh, 3 May.', ['place=Osh']],
    ['Ташкент, 4 августа —', ['place=Ташкент']],
    ['کابل، ۴ اوت -', ['place=کابل']],
    ['كابول (رويترز) -', ['place=كابول']],
    ['新华社喀布尔8月4日电', ['place=喀布尔']],
  ])('%s', async (dateline, expected) => {
    expect(await said(opening(dateline))).toEqual(expected);
  });

  test.each([
    'BREAKING:',
    'NATO —',
    'NEW REPORT:',
    'Tuesday, August 4, 2016.',
    'Yesterday, 4 August, they met.',
    'On Monday, 4 August, the parties met in Kabul.',
    'Kabul, the capital, is far.',
    'The Council (CN) - ',
    'Ministers (see page 4) -',
    'EDITORIAL:',
  ])('not said: %s', async (dateline) => {
    expect((await said(opening(dateline))).filter((one) => one.startsWith('place'))).toEqual([]);
  });

  test('not said by those who speak', async () => {
    expect(await said(`Talks\n\nKERIM: ${paragraphs[0]}\n\nMOOR: ${paragraphs[1]}`)).toEqual([]);
  });
});

describe('who published it, and where it lies', () => {
  test.each([
    ['Published by Kesk Society of Roads', ['publisher=Kesk Society of Roads']],
    ['Source: The Valley Post', ['publisher=The Valley Post']],
    ['Source: https://a.example/nine-wait', ['url=https://a.example/nine-wait']],
    ['Retrieved from https://a.example/nine', ['url=https://a.example/nine']],
    ['Источник: https://a.example/nine', ['url=https://a.example/nine']],
    ['منبع: https://a.example/nine', ['url=https://a.example/nine']],
    ['Published by order of the council', []],
    ['Source: Reuters', []],
    ['Source: agencies', []],
    ['Source: the ministry said so', []],
    ['Source: data of the council, 2016', []],
  ])('%s', async (line, expected) => {
    expect(await said(page('Kesk', line))).toEqual(expected);
  });

  test('the title of the window names the outlet, on either side', async () => {
    const headline = 'Nine wait at the bridge';
    expect(await said(`${headline} | The Daily\n\n${headline}\n\n${article}`)).toEqual([
      'publisher=The Daily',
    ]);
    expect(await said(`The Daily - ${headline}\n\n${headline}\n\n${article}`)).toEqual([
      'publisher=The Daily',
    ]);
  });

  test('the address above the text; two addresses are no answer', async () => {
    expect(await said(`https://a.example/nine\n\nNine wait\n\n${article}`)).toEqual([
      'url=https://a.example/nine',
    ]);
    expect(await said(page('Link: https://a.example/one\nURL: https://a.example/two'))).toEqual([]);
  });
});

describe('beside what the file says', () => {
  const body = paragraphs.map((words) => `<p>${words}</p>`).join('');
  const of = async (head: string, above: string) => {
    const html = `<!doctype html><html lang="en"><head>${head}</head><body><h1>Nine wait</h1>${above}${body}</body></html>`;
    return (await convert('a.html', html)).meta.map(({ field, value, from }) => [
      field,
      value,
      from === 'file',
    ]);
  };

  test('the file comes first, and where the words say the same, they do', async () => {
    const author = '<meta name="author" content="Ada Kerim">';
    const found = await of(author, '<p>By Ada Kerim</p>');
    expect(found.filter(([field]) => field === 'author')).toEqual([['author', 'Ada Kerim', false]]);
    const both = await of(author, '<p>By Odo Karst</p>');
    expect(both.filter(([field]) => field === 'author')).toEqual([
      ['author', 'Ada Kerim', true],
      ['author', 'Odo Karst', false],
    ]);
  });

  test('Markdown says it in its words as well', async () => {
    const { meta } = await convert('a.md', `# Nine wait\n\nBy Ada Kerim\n\n${article}`);
    expect(meta).toContainEqual({
      field: 'author',
      value: 'Ada Kerim',
      from: { start: 14, end: 23 },
    });
  });
});

test('whatever stands in a text, a proposal is a line, and lies in it', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...paragraphs,
      'By Ada Kerim',
      'Published: 4 August 2016',
      'KABUL: It began.',
      '',
      'Source: X',
    ),
    fc.constantFrom(
      '4 August 2016',
      'Ada Kerim',
      'Title | Outlet',
      'Title',
      'https://a.example',
      '  2016年8月4日',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      const text = lines.join('\n');
      for (const { value, from } of proposalsFrom(text, plainBlocks(text))) {
        expect(value).toMatch(/^\S.*$|^\S$/u);
        if (from === 'file') throw new Error('words are no file');
        expect(from.start).toBeGreaterThanOrEqual(0);
        expect(from.end).toBeGreaterThan(from.start);
        expect(from.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

describe('a page that begins with menus', () => {
  const menu = `<nav><ul>${'<li><a href="/a">Sport</a></li>'.repeat(40)}</ul></nav>`;
  const words = article
    .split('\n\n')
    .map((one) => `<p>${one}</p>`)
    .join('');
  const found = async (above: string, below: string) => {
    const html = `<!doctype html><body>${menu}${above}<h1>Nine wait at the bridge</h1>${below}<div class="story">${words}</div>`;
    const { text, meta } = await convert('a.html', html);
    return meta.flatMap(({ field, value, from }) =>
      (field === 'author' || field === 'published') && from !== 'file'
        ? [`${field}=${value} (${text.slice(from.start, from.end)})`]
        : [],
    );
  };

  test.each([
    ['', '<p>by Ada Kerim - Apr 16, 2015 8:02 pm UTC</p>'],
    ['<p>Thursday, Apr 16, 2015 11:57 AM UTC</p>', '<p>By Ada Kerim</p>'],
    [
      '',
      `<h2>They have waited since the morning.</h2><ul class="share">${'<li>Share</li>'.repeat(20)}</ul><p>By Ada Kerim</p><p>posted on Apr 16, 2015, at 9:10</p>`,
    ],
  ])('says about its title who wrote it, and when: %s %s', async (above, below) => {
    expect(await found(above, below)).toEqual([
      'author=Ada Kerim (Ada Kerim)',
      'published=2015-04-16 (Apr 16, 2015)',
    ]);
  });
});
