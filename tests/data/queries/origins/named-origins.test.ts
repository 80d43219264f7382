import { describe, expect, test } from 'vitest';
import { namedOrigins } from '#data/queries/origins/named-origins.ts';
import { plainBlocks } from '#data/text/plain-blocks.ts';

const FILLING = Array.from(
  { length: 14 },
  (_, at) => `Paragraph ${at} tells what the four armies agreed on when they met in the city.`,
).join('\n\n');

/** What a text names, as “way name: words”. */
function named(text: string): string[] {
  const found = namedOrigins({ text, blocks: plainBlocks(text) }, []);
  return found.map(({ way, name, start, end }) => `${way} ${name}: ${text.slice(start, end)}`);
}

/** A line at the head of a text, amid it and at its end. */
const atHead = (line: string) => named(`Four armies meet\n\n${line}\n\n${FILLING}`);
const amid = (line: string) => named(`${FILLING}\n\n${line}\n\n${FILLING}`);
const atEnd = (line: string) => named(`${FILLING}\n\n${line}`);

describe('at the head of a report', () => {
  test.each([
    ['KABUL, Aug 4 (Reuters) - Four armies have agreed.', 'Reuters', '(Reuters)'],
    ['(Reuters) - Four armies have agreed.', 'Reuters', '(Reuters)'],
    ['KABUL, Afghanistan (AP) — Four armies have agreed.', 'Associated Press', '(AP)'],
    ['Urumqi, Aug. 3 (Xinhua) -- Four armies have agreed.', 'Xinhua', '(Xinhua)'],
    [
      'Islamabad, 4 August (APP): Four armies have agreed.',
      'Associated Press of Pakistan',
      '(APP)',
    ],
    ['УРУМЧИ, 4 августа. /ТАСС/. Четыре армии договорились.', 'TASS', '/ТАСС/'],
    ['МОСКВА, 4 авг — РИА Новости. Четыре армии договорились.', 'RIA Novosti', 'РИА Новости'],
    ['新华社北京8月3日电 四国军队举行会议。', 'Xinhua', '新华社北京8月3日电'],
    ['中新社乌鲁木齐8月3日电 四国军队举行会议。', 'China News Service', '中新社乌鲁木齐8月3日电'],
    ['بكين 4 أغسطس (شينخوا) -- اتفقت أربعة جيوش.', 'Xinhua', '(شينخوا)'],
  ])('%s', (line, name, words) => {
    expect(atHead(line)).toEqual([`dateline ${name}: ${words}`]);
  });

  test('nothing is one amid a text', () => {
    expect(amid('The two (Reuters and he) spoke (Reuters) often.')).toEqual([]);
    expect(atHead('Officials of all four countries who met him at length (AFP) agreed.')).toEqual(
      [],
    );
  });
});

describe('a line of credit', () => {
  test.each([
    ['Source: Xinhua', 'Xinhua', 'Source: Xinhua'],
    ['(With inputs from ANI)', 'ANI', 'With inputs from ANI'],
    [
      'Source: South China Morning Post',
      'South China Morning Post',
      'Source: South China Morning Post',
    ],
    [
      'Source: The Kesk Evening Courier',
      'Kesk Evening Courier',
      'Source: The Kesk Evening Courier',
    ],
    ['Источник: ТАСС', 'TASS', 'Источник: ТАСС'],
    ['По материалам РИА Новости', 'RIA Novosti', 'По материалам РИА Новости'],
    ['来源：新华网', 'Xinhua', '来源：新华网'],
    ['（文章来源：环球时报）', 'Global Times', '文章来源：环球时报'],
    ['منبع: ایرنا', 'IRNA', 'منبع: ایرنا'],
    ['المصدر: رويترز', 'Reuters', 'المصدر: رويترز'],
    ['AFP', 'AFP', 'AFP'],
    [
      'This article originally appeared on The Diplomat.',
      'The Diplomat',
      'article originally appeared on The Diplomat',
    ],
    [
      'First published in Kesk Review of Books, May 2016.',
      'Kesk Review of Books',
      'First published in Kesk Review of Books',
    ],
    ['Reprinted from Jane’s with permission.', "Jane's", 'Reprinted from Jane’s'],
    [
      '© 2016 The Associated Press. All rights reserved.',
      'Associated Press',
      '© 2016 The Associated Press',
    ],
    ['Copyright 2016 Reuters', 'Reuters', 'Copyright 2016 Reuters'],
    ['Courtesy: Dawn', 'Dawn', 'Courtesy: Dawn'],
  ])('%s', (line, name, words) => {
    expect(atEnd(line)).toEqual([`credit ${name}: ${words}`]);
  });

  test.each([
    'Photo: AFP',
    'Photo: Reuters/Ada Kerim',
    'AFP/File',
    'Image credit: Xinhua',
    'Getty Images',
    'Photograph: Ada Kerim/Reuters',
    '（新华社记者 李明 摄）',
    'Фото: ТАСС',
    'عکس: ایرنا',
    'By Ada Kerim',
    'Source: 12 officials',
  ])('of a picture or a person is none: %s', (line) => {
    expect(atEnd(line)).toEqual([]);
    expect(atHead(line)).toEqual([]);
  });
});

describe('amid the words', () => {
  test.each([
    ['“We agree,” the general told Reuters on Friday.', 'Reuters', 'told Reuters'],
    ['He told state-run TASS news agency so.', 'TASS', 'told state-run TASS'],
    ['The official Xinhua news agency said so.', 'Xinhua', 'Xinhua news agency said'],
    ['“We agree,” Xinhua reported.', 'Xinhua', 'Xinhua reported'],
    ['They agreed, Reuters on Thursday reported.', 'Reuters', 'Reuters on Thursday reported'],
    [
      'According to a report in The New York Times, they agreed.',
      'New York Times',
      'According to a report in The New York Times',
    ],
    ['They agreed, according to Xinhua.', 'Xinhua', 'according to Xinhua'],
    ['As reported by Russia’s Interfax, they agreed.', 'Interfax', 'reported by Russia’s Interfax'],
    ['The paper, citing Kyodo News, said so.', 'Kyodo', 'citing Kyodo News'],
    [
      'An officer told the Kesk Evening Post that they agreed.',
      'Kesk Evening Post',
      'told the Kesk Evening Post',
    ],
    ['Об этом сообщает ТАСС.', 'TASS', 'сообщает ТАСС'],
    [
      'Как передаёт агентство Синьхуа, стороны договорились.',
      'Xinhua',
      'передаёт агентство Синьхуа',
    ],
    ['Об этом он рассказал газете «Коммерсантъ».', 'Kommersant', 'рассказал газете «Коммерсантъ»'],
    ['据新华社报道，四国军队举行会议。', 'Xinhua', '据新华社报道'],
    ['据路透社8月4日报道，四国军队举行会议。', 'Reuters', '据路透社8月4日报道'],
    ['وفق رويترز اتفقت أربعة جيوش.', 'Reuters', 'وفق رويترز'],
    ['اتفقت أربعة جيوش نقلا عن وكالة رويترز.', 'Reuters', 'نقلا عن وكالة رويترز'],
    ['وذكرت وكالة أنباء شينخوا أن الجيوش اتفقت.', 'Xinhua', 'وذكرت وكالة أنباء شينخوا'],
    ['به گزارش خبرگزاری ایرنا، چهار ارتش توافق کردند.', 'IRNA', 'به گزارش خبرگزاری ایرنا'],
    ['به نقل از رویترز، چهار ارتش توافق کردند.', 'Reuters', 'به نقل از رویترز'],
    ['رائٹرز کے مطابق چار افواج نے اتفاق کیا۔', 'Reuters', 'رائٹرز کے مطابق'],
  ])('%s', (line, name, words) => {
    expect(amid(line)).toEqual([`report ${name}: ${words}`]);
  });

  test.each([
    'According to officials, the four agreed.',
    'He told reporters that they agreed.',
    'The Interior Ministry said so, and the government reported it.',
    'The general told a news conference that the press is free.',
    'Reuters journalists were at the hotel, and AFP has an office there.',
    'From Dawn to dusk they sat, in Modern Times as before.',
    'The app told him so; it is an AP course.',
    'He works for Reuters and reads The Guardian.',
    'По данным министерства, стороны договорились.',
    '据官员说，四国达成协议。',
  ])('persons, governments and mere mentions are none: %s', (line) => {
    expect(amid(line)).toEqual([]);
  });
});

test('of several places the surest is taken, and of each name one', () => {
  const text = `Xinhua reported it.\n\n${FILLING}\n\nAgain Xinhua said so, and so did he to Reuters: he told Reuters.\n\nSource: Xinhua`;
  expect(named(text)).toEqual(['report Reuters: told Reuters', 'credit Xinhua: Source: Xinhua']);
});

test('what is folded away says nothing, but for lines of credit', () => {
  const menu = 'More: what he told Reuters';
  const credit = 'Source: Xinhua';
  const text = `${FILLING}\n\n${menu}\n\n${credit}`;
  const region = (words: string, kind: 'related' | 'credit') => {
    const start = text.indexOf(words);
    const end = start + words.length;
    const record = { id: words.slice(0, 4), rev: 1, createdAt: '', updatedAt: '', by: '' };
    return { ...record, document: 'd', start, end, kind, origin: 'program' as const };
  };
  const regions = [region(menu, 'related'), region(credit, 'credit')];
  const found = namedOrigins({ text, blocks: plainBlocks(text) }, regions);
  expect(found.map(({ name }) => name)).toEqual(['Xinhua']);
});
