import { describe, expect, test } from 'vitest';
import { article, paragraphs, regionsOf } from './support.ts';

const [first = '', second = ''] = paragraphs;

/** Lines above, in the middle of, and below an article, each with what it is. */
const top: [kind: string, line: string][] = [
  ['breadcrumb', 'Home » Asia » Talks in the valley'],
  ['breadcrumb', 'Home > World > Asia'],
  ['breadcrumb', 'Главная » Новости » Азия'],
  ['breadcrumb', 'خانه » سیاسی » آسیا'],
  ['breadcrumb', '首页 > 新闻 > 国际'],
  ['breadcrumb', 'Startseite / Politik'],
  ['navigation', 'Skip to content'],
  ['navigation', 'World | Asia | Sport | Contact us'],
  ['share', 'Facebook Twitter WhatsApp'],
  ['share', 'Поделиться'],
  ['header', 'Published: 4 August 2016'],
  ['header', 'Last updated 3 May 2017, 10:45'],
  ['header', '5 min read'],
  ['header', '3 hours ago'],
  ['header', 'Опубликовано: 04.08.2016'],
];
const middle: [kind: string, line: string][] = [
  ['advertisement', 'ADVERTISEMENT'],
  ['advertisement', 'Реклама'],
  ['advertisement', '广告'],
  ['advertisement', 'Sign up for our daily newsletter and never miss a story.'],
  ['credit', 'Photo: AFP'],
  ['credit', 'AFP/Getty Images'],
  ['credit', 'Photo by Ada Kerim'],
  ['credit', 'Фото: Ада Керим'],
  ['credit', '© Ada Kerim / Agency'],
  ['caption', 'Drivers wait at the bridge on Tuesday. (Ada Kerim/AFP)'],
  ['caption', 'FILE - Lorries at the bridge in May 2016.'],
  ['caption', 'File photo: lorries at the bridge'],
  ['caption', 'Lorries wait at the bridge [File: Ada Kerim/Reuters]'],
  ['related', 'Read more: Nine lorries wait at the bridge'],
  ['related', 'Also read: Who counts the lorries?'],
  ['related', 'Читайте также: Девять машин ждут у моста'],
  ['related', 'بیشتر بخوانید: نه کامیون در انتظار پل'],
];
const end: [kind: string, line: string][] = [
  ['footer', '© 2016 The Daily. All rights reserved.'],
  ['footer', 'Copyright © 2016 The Daily'],
  ['footer', 'Terms of Use | Privacy Policy | Contact us'],
  ['footer', 'Все права защищены'],
  ['footer', 'Powered by WordPress'],
  ['category-row', 'Tags: bridges, lorries'],
  ['category-row', 'Filed under: Roads'],
  ['category-row', '标签：公路 桥梁'],
  ['share', 'Share this:'],
  ['share', 'Click to share on Twitter (Opens in new window)'],
  ['related', 'Related posts'],
  ['related', 'Похожие новости'],
  ['related', 'مطالب مرتبط'],
  ['related', 'İlgili Haberler'],
  ['related', '相关新闻'],
  ['credit', 'Source: The Valley Post'],
  ['boilerplate', 'We use cookies to give you the best experience. Read our policy.'],
  [
    'boilerplate',
    'The views expressed in this article are the author’s own and do not necessarily reflect those of the paper.',
  ],
  ['publisher-box', 'Published by Kesk Society of Roads'],
];

describe('lines of a page', () => {
  test.each(top)('%s above the text: %s', async (kind, line) => {
    const given = `${line}\n\nNine wait at the bridge\n\n${article}`;
    expect(await regionsOf(given)).toEqual([`${kind}: ${line}`]);
  });

  test.each(middle)('%s in the text: %s', async (kind, line) => {
    const given = `Nine wait at the bridge\n\n${first}\n\n${line}\n\n${article.slice(first.length + 2)}`;
    expect(await regionsOf(given)).toEqual([`${kind}: ${line}`]);
  });

  test.each(end)('%s below the text: %s', async (kind, line) => {
    const given = `Nine wait at the bridge\n\n${article}\n\n${line}\n`;
    expect(await regionsOf(given)).toEqual([`${kind}: ${line}`]);
  });
});

describe('page titles', () => {
  test.each([
    'Nine wait at the bridge | The Daily',
    'Nine wait at the bridge - The Daily',
    'The Daily: news of the valley | Nine wait at the bridge',
    'Nine wait at the bridge',
    'NINE WAIT AT THE BRIDGE',
  ])('above the headline: %s', async (title) => {
    const given = `${title}\n\nNine wait at the bridge\n\n${article}`;
    expect(await regionsOf(given)).toEqual([`page-title: ${title}`]);
  });
});

describe('pull quotes', () => {
  const said =
    'nobody in this valley has ever counted how many lorries wait for the bridge to open';
  const body = `Nine wait\n\n${first}\n\n“It is so that ${said},” the clerk told the council on Monday.\n\n${second}`;
  const Said = said.charAt(0).toUpperCase() + said.slice(1);

  test.each([
    `${Said}Ada Kerim, clerk of the council`,
    `“${Said}”`,
    `${Said} – Ada Kerim`,
    `“${Said}.” Ada Kerim, clerk`,
    Said,
  ])('are the row alone: %s', async (quote) => {
    expect(await regionsOf(`${body}\n\n${quote}\n\n${article.slice(first.length)}`)).toEqual([
      `pull-quote: ${quote}`,
    ]);
  });

  test('only where the sentence stands elsewhere', async () => {
    const other = 'Somebody in that valley will count the lorries one dayAda Kerim, clerk';
    expect(await regionsOf(`${body}\n\n${other}\n\n${article}`)).toEqual([]);
  });

  test.each([
    ['a heading of words that stand below', 'The Council of Nine of the Valley'],
    ['an item', `  • ${Said}`],
    ['a numbered item', `1. ${Said}`],
    ['quoted mail', `> ${Said}`],
    ['what stands alone twice', `${Said}.\n\n${paragraphs[4] ?? ''}\n\n${Said}.`],
  ])('are not: %s', async (_, row) => {
    const given = `${body}\n\n${row}\n\nIn the Council of Nine of the Valley ${paragraphs[5] ?? ''}`;
    expect(await regionsOf(given)).toEqual([]);
  });
});

test('what a handbook explains in two places is no pull quote', async () => {
  const line = 'name: the name of the element inside a structure of the valley.';
  const given = `Nine wait\n\n${first}\n\n${line} start: where it begins.\n\n${second}\n\n${line}\n\n${article}`;
  expect(await regionsOf(given)).toEqual([]);
});

describe('references', () => {
  test.each([
    '  1. https://a.example/one\n  2. https://a.example/two\n  3. https://a.example/three',
    '[1] A. Kerim, Roads of Kesk, https://a.example/one\n[2] B. Moor, Bridges, https://a.example/two\n[3] C. Karst, Snow, www.a.example',
    'References\n\n1. A. Kerim, Roads of Kesk (Kesk: Society, 1998), pp. 3-4.\n2. B. Moor, Bridges (Osh: Press, 2001).',
    'Литература\n1. Керим А. Дороги. М., 1998. С. 12.\n2. Мур Б. Мосты. М., 2001. С. 9–10.',
    'منابع:\n1. https://a.example/one\n2. https://a.example/two',
    '参考文献\n[1] 李明.《公路》,1998.\n[2] 王伟.《桥梁》,2001.',
  ])('%#', async (list) => {
    const found = await regionsOf(`Nine wait at the bridge\n\n${article}\n\n${list}`);
    const rows = list.split('\n').filter((row) => row !== '');
    expect(found).toEqual(rows.map((row) => `references: ${row.trim()}`));
  });
});

describe('boxes and comments', () => {
  const below = async (lines: readonly string[]) =>
    regionsOf(`Nine wait at the bridge\n\n${article}\n\n${lines.join('\n\n')}\n`);

  test('about the author, under a heading, under a name, with an address', async () => {
    const lines = ['About the author', 'Ada Kerim is a reporter based in Kesk.'];
    expect(await below(lines)).toEqual(lines.map((line) => `author-box: ${line}`));
    const named = ['Ada Kerim', 'Ada Kerim is a senior fellow at the Institute of Roads.'];
    expect(await below(named)).toEqual(named.map((line) => `author-box: ${line}`));
    const tweets = ['Ada Kerim is a columnist of this paper. She tweets at @kerim'];
    expect(await below(tweets)).toEqual(tweets.map((line) => `author-box: ${line}`));
  });

  test('about the publisher', async () => {
    const lines = [
      'Published by Kesk Society of Roads',
      'The Kesk Society of Roads (KSR) was founded in 1998 to mend what the snow has broken.',
    ];
    expect(await below(lines)).toEqual(lines.map((line) => `publisher-box: ${line}`));
  });

  test('forms for comments', async () => {
    const english = [
      'Leave a Reply',
      'Your email address will not be published.',
      'Name *',
      'Post Comment',
    ];
    expect(await below(english)).toEqual(english.map((line) => `comment-form: ${line}`));
    const russian = ['Добавить комментарий', 'Ваш e-mail не будет опубликован.', 'Имя'];
    expect(await below(russian)).toEqual(russian.map((line) => `comment-form: ${line}`));
    const persian = ['دیدگاهتان را بنویسید', 'نشانی ایمیل شما منتشر نخواهد شد.', 'نام'];
    expect(await below(persian)).toEqual(persian.map((line) => `comment-form: ${line}`));
  });

  test('of readers: names, days, words', async () => {
    const lines = [
      '2 Comments',
      'driver9',
      'August 5, 2016 at 10:12 am',
      'I waited nine days and nobody came to count us, which is a shame for the whole council.',
      'Reply',
      'Moor',
      'August 6, 2016 at 7:01 pm',
      'So did I.',
      'Reply',
    ];
    expect(await below(lines)).toEqual(lines.map((line) => `comments: ${line}`));
  });

  test('comments above a form are told from it', async () => {
    const lines = [
      '1 Comment',
      'Moor says:',
      'So did I.',
      'Reply',
      'Leave a Reply',
      'Post comment',
    ];
    expect(await below(lines)).toEqual([
      ...lines.slice(0, 4).map((line) => `comments: ${line}`),
      ...lines.slice(4).map((line) => `comment-form: ${line}`),
    ]);
  });

  test('page numbers', async () => {
    const given = `Nine wait\n\n${first}\n\nPage 1 of 2\n\n${second}\n\nPage 2 of 2\n\n${article.slice(-97)}`;
    expect(await regionsOf(given)).toEqual([
      'page-number: Page 1 of 2',
      'page-number: Page 2 of 2',
    ]);
  });
});
