import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockFaults, convert, outline, refusal } from './convert.ts';

const utf16 = (text: string, littleEndian: boolean, mark = true): Uint8Array => {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2));
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (_, at) => text.charCodeAt(at))];
  units.forEach((unit, at) => view.setUint16(at * 2, unit, littleEndian));
  return new Uint8Array(view.buffer);
};

describe('plain text', () => {
  test('is taken over unchanged, line ends aside', async () => {
    const given =
      '  Title  \r\n\r\n\tTabs,\u00a0no-break\u202fspaces\u2028and \ud83d\ude00\rLast  ';
    const { text, mediaType } = await convert('a.txt', given);
    expect(text).toBe('  Title  \n\n\tTabs,\u00a0no-break\u202fspaces\nand \ud83d\ude00\nLast  ');
    expect(mediaType).toBe('text/plain');
  });

  test('any text with LF comes through as it is, every word in a block', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 }),
        async (given) => {
          const words = given.replace(/[\p{Cc}\ufeff\u2028\u2029]/gu, '\n');
          if (words.trim() === '') return;
          const converted = await convert('a.txt', words);
          expect(converted.text).toBe(words);
          expect(blockFaults(converted)).toEqual([]);
        },
      ),
    );
  });

  test('right-to-left, Chinese and combining letters stay as they are', async () => {
    const given = 'طالبان أفغانستان — ترکستان\n新疆维吾尔自治区\nRacoviţă, Gülen, é';
    expect((await convert('a.txt', given)).text).toBe(given);
  });

  test('a byte order mark is no part of the text', async () => {
    expect((await convert('a.txt', '\ufeff\ufeff\ufeffAlpha')).text).toBe('Alpha');
    expect((await convert('a.txt', utf16('Älpha 新\r\n疆', true))).text).toBe('Älpha 新\n疆');
    expect((await convert('a.txt', utf16('Älpha 新疆', false))).text).toBe('Älpha 新疆');
  });

  test('the title is the first line with words, cut at a word', async () => {
    expect((await convert('a.txt', '\n\n  A line.\nAnother')).title).toBe('A line.');
    const long = (await convert('a.txt', `${'word '.repeat(100)}\nrest`)).title;
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long).toMatch(/word…$/);
    expect((await convert('Some name.txt', '\u0001'.repeat(0) + '\u0085 x')).title).toBe('x');
  });

  test('layout shows title, headings and items', async () => {
    const prose = 'This is a paragraph of some length that ends as sentences do, with a full stop.';
    const given = `The great event\n\n${prose}\n\nWhat came of it\n\n${prose}\n\n  • one point\n  2. another\n`;
    expect(outline(await convert('a.txt', given))).toEqual([
      'heading1: The great event',
      `paragraph: ${prose}`,
      'heading2: What came of it',
      `paragraph: ${prose}`,
      'list-item1:   • one point',
      'list-item1:   2. another',
    ]);
  });

  test('long lines go on in further blocks, never splitting a character', async () => {
    const faces = await convert('a.txt', '😀'.repeat(3000));
    expect(blockFaults(faces)).toEqual([]);
    for (const { start, end } of faces.blocks) {
      expect(() => encodeURIComponent(faces.text.slice(start, end))).not.toThrow();
    }
    expect(faces.blocks.slice(1).every(({ kind }) => kind === 'continuation')).toBe(true);
  });
});

describe('refusals', () => {
  test('nothing in it', async () => {
    expect(await refusal('a.txt', '')).toMatchObject({
      code: 'empty-file',
      details: { file: 'a.txt' },
    });
    expect((await refusal('a.txt', ' \n\t\u00a0\r\n')).code).toBe('empty-file');
    expect((await refusal('a.txt', '\ufeff')).code).toBe('empty-file');
  });

  test('binary behind a text name', async () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 256);
    expect((await refusal('a.txt', bytes)).code).toBe('not-text');
    expect((await refusal('a.txt', '\u0001\u0002\u0003 few words')).code).toBe('not-text');
    expect((await refusal('a.txt', '%PDF-1.7 and so on')).code).toBe('not-text');
    const picture = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
    expect((await refusal('a.txt', Uint8Array.from(picture))).code).toBe('not-text');
    expect((await refusal('a.txt', Uint8Array.from(picture.slice(0, 8)))).code).toBe('not-text');
  });

  test('another format under its own name', async () => {
    expect((await refusal('a.pdf', '%PDF-1.7')).code).toBe('unsupported-format');
    expect((await refusal('a.docx', 'PK\u0003\u0004')).code).toBe('import-failed');
  });

  test('more bytes that are wrong than right', async () => {
    const mixed = Uint8Array.from({ length: 400 }, (_, at) => (at % 20 === 0 ? 0xff : 0x61));
    expect((await refusal('a.txt', mixed, 'utf-8')).details).toMatchObject({ offset: 0 });
  });

  test('UTF-32', async () => {
    const utf32 = Uint8Array.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]);
    expect((await refusal('a.txt', utf32)).code).toBe('wrong-encoding');
  });

  test.each([
    ['a picture', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)],
    ['zeros', new Uint8Array(2048)],
  ])('what is no UTF-16 is not taken for it: %s', async (_what, bytes) => {
    expect((await refusal('a.txt', bytes)).message).not.toContain('UTF-16');
  });

  test('too large, naming the limit', async () => {
    const error = await refusal('a.txt', new Uint8Array(50 * 1024 * 1024 + 1).fill(0x61));
    expect(error).toMatchObject({ code: 'too-large', details: { limit: 50 * 1024 * 1024 } });
    expect(error.message).toContain('50 MB');
  });
});

test.each([
  ['Talks'],
  ['The minister met the general.\nThey spoke.'],
  ['Министр встретил генерала в Душанбе. Они говорили о границе.'],
  ['وزیر خارجه با ژنرال در کابل دیدار کرد، و بعد رفت.'],
  ['部长在杜尚别会见了将军。他们谈到了边界，道路和水。'],
])('UTF-16 is read without its mark in any script: %s', async (text) => {
  for (const [little, name] of [
    [true, 'utf-16le'],
    [false, 'utf-16be'],
  ] as const) {
    expect((await convert('a.txt', utf16(text, little, false))).text).toBe(text);
    expect((await convert('a.txt', utf16(text, little, false), name)).text).toBe(text);
  }
});

describe('a text with some damage', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test.each([
    ['a lone continuation byte', [0x41, 0x42, 0x80, 0x43], 'AB\ufffdC'],
    ['a cut sequence', [0x41, 0xe2, 0x82], 'A\ufffd'],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x20, 0x6f], 'caf\ufffd o'],
    ['a NUL', [...utf8('text\0text')], 'text\ufffdtext'],
  ])('comes in, and the damage is counted: %s', async (_, bytes, text) => {
    const converted = await convert('a.txt', Uint8Array.from(bytes));
    expect(converted.text).toBe(text);
    expect(converted.reading.damaged).toBe(1);
  });

  test('of UTF-16 as well, a lone surrogate or half a character at the end', async () => {
    const lone = await convert('a.txt', utf16('a\ud800b', true));
    expect([lone.text, lone.reading.damaged]).toEqual(['a\ufffdb', 1]);
    const bytes = utf16('Talks and talks in town.', true, false);
    const cut = await convert('a.txt', Uint8Array.from([...bytes, 0x41]));
    expect([cut.text, cut.reading.damaged]).toEqual(['Talks and talks in town.\ufffd', 1]);
  });

  test('one byte anywhere spoils one place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 50 }), async (start) => {
        const words = `words ${start.replace(/[\p{Cc}\ufffd\u2028\u2029]/gu, '')}`;
        const bytes = Uint8Array.from([...utf8(words), 0xff, ...utf8(' and more')]);
        const { text, reading } = await convert('a.txt', bytes);
        expect(text).toBe(`${words}\ufffd and more`);
        expect(reading).toMatchObject({ encoding: 'utf-8', damaged: 1 });
      }),
    );
  });

  test('what was written as U+FFFD is no damage', async () => {
    expect((await convert('a.txt', 'a \ufffd b')).reading).toEqual({ encoding: 'utf-8' });
  });
});

test('every sign that ends a line ends one, and a form feed begins a page', async () => {
  const { text, blocks, pages } = await convert('a.txt', 'a\u2028b\u0085c\vd\fe\u2029f\n\fg');
  expect(text).toBe('a\nb\nc\nd\n\f\ne\n\nf\n\f\ng');
  expect(blocks).toHaveLength(9);
  expect(blocks.filter(({ kind }) => kind === 'page-break')).toHaveLength(2);
  expect(pages?.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    'a\nb\nc\nd',
    'e\n\nf',
    'g',
  ]);
});

describe('a declared encoding', () => {
  test('is used, with the signs of windows-1252', async () => {
    const bytes = Uint8Array.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x80, 0x85]);
    expect((await convert('a.txt', bytes, 'windows-1252')).text).toBe('“café” €…');
    expect((await convert('a.txt', bytes, 'latin1')).text).toBe('“café” €…');
    const cyrillic = Uint8Array.from([0xd2, 0xe0, 0xeb, 0xe8, 0xe1, 0xe0, 0xed]);
    expect((await convert('a.txt', cyrillic, 'windows-1251')).text).toBe('Талибан');
  });

  test('that is unknown or does not fit is refused', async () => {
    expect((await refusal('a.txt', 'abc', 'klingon')).code).toBe('wrong-encoding');
    expect((await refusal('a.txt', Uint8Array.from([0xff, 0xff, 0x41]), 'utf-8')).code).toBe(
      'wrong-encoding',
    );
  });
});

test(
  '50 MB in one line without a space is cut into blocks in good time',
  { timeout: 60_000 },
  async () => {
    const converted = await convert('a.txt', new Uint8Array(50 * 1024 * 1024).fill(0x78));
    expect(converted.text).toHaveLength(50 * 1024 * 1024);
    expect(converted.blocks).toHaveLength(Math.ceil((50 * 1024 * 1024) / 2000));
  },
);

test.each([
  [
    'The council paid the smith with a goat in the year of the flood.¹ Nobody remembers its name, and nobody asks for it any more.',
    'The council paid the smith with a goat in the year of the flood.',
  ],
  [
    'No. It was the council of nine that paid the smith with a goat, said the elders of Kesk, in the year of the flood',
    undefined,
  ],
  [
    '三谷公路于五月通车，阿尔丹与贝利萨两国部长出席仪式，九人委员会也派代表参加，当地居民夹道欢迎，孩子们唱起了新歌，老人们点燃了长长的鞭炮。会议随后在凯斯克村举行，议题是冬季道路的维护与桥梁的修缮，会后发表了联合公报。',
    '三谷公路于五月通车，阿尔丹与贝利萨两国部长出席仪式，九人委员会也派代表参加，当地居民夹道欢迎，孩子们唱起了新歌，老人们点燃了长长的鞭炮。',
  ],
])('a long paragraph gives its first sentence as the title: %s', async (text, title = text) => {
  expect((await convert('a.txt', text)).title).toBe(title);
});

test('what is UTF-8 beyond doubt is read however damaged it is, and told', async () => {
  const words = 'Встреча прошла в Кабуле, и министр опоздал.';
  const bytes = Buffer.concat([Buffer.from(words), Buffer.from([0xff, 0xfe, 0xff, 0xff])]);
  const read = await convert('a.txt', bytes);
  expect(read.text).toBe(`${words}\ufffd\ufffd\ufffd\ufffd`);
  expect(read.reading).toMatchObject({ encoding: 'utf-8', damaged: 4 });
});
