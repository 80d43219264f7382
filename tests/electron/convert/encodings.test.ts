import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { encodings } from '../../../electron/convert/encodings.ts';
import { convert, refusal } from '../../data/formats/convert.ts';

const words = {
  arabic:
    'التقى وزير الخارجية القائد العسكري في كابول يوم الأربعاء، وتحدثا عن الحدود والطرق والمياه.',
  chinese: '部长在杜尚别会见了将军。他们谈到了边界，道路和水。双方同意明年再次举行会谈。',
  czech:
    'Ministr se v Dušanbe setkal s generálem. Mluvili o hranici, o silnicích a o vodě, která letos chybí. Příští schůzka bude až na jaře.',
  french:
    "Le ministre a rencontré le général à Douchanbé ; ils ont parlé de la frontière, des routes et de l'été très sec où l'eau a manqué.",
  greek:
    'Ο υπουργός συνάντησε τον στρατηγό στο Ντουσάνμπε. Μίλησαν για τα σύνορα, τους δρόμους και το νερό.',
  hebrew: 'השר נפגש עם הגנרל בדושנבה. הם דיברו על הגבול, על הכבישים ועל המים החסרים השנה.',
  japanese: '大臣は水曜日にドゥシャンベで将軍と会談した。彼らは国境と道路と水について話し合った。',
  korean: '장관은 수요일에 두샨베에서 장군을 만났다. 그들은 국경과 도로와 물에 대해 이야기했다.',
  lithuanian:
    'Ministras susitiko su generolu Dušanbėje. Jie kalbėjosi apie sieną, kelius ir vandenį, kurio trūksta šią vasarą.',
  persian:
    'وزير خارجه با ژنرال در کابل ديدار کرد، و بعد رفت. گفتگوها درباره مرز و آب بود و دو روز ادامه داشت.',
  polish:
    'Minister spotkał się z generałem w Duszanbe. Rozmawiali o granicy, drogach i wodzie, której brakuje. Następne spotkanie odbędzie się w przyszłym roku.',
  russian:
    'Министр встретил генерала в Душанбе. Они говорили о границе, о дорогах и о воде, которой не хватает.',
  traditional: '部長在杜尚別會見了將軍。他們談到了邊界、道路和水。雙方同意明年再次舉行會談。',
  turkish:
    "Dışişleri bakanı çarşamba günü Kâbil'de komutanla görüştü; sınır, yol ve su üzerine konuştular. Görüşmeler iki gün sürdü.",
} as const;

describe('a text in an encoding that nobody names', () => {
  test.each([
    ['russian', 'windows-1251'],
    ['russian', 'koi8-r'],
    ['russian', 'cp866'],
    ['russian', 'iso-8859-5'],
    ['persian', 'windows-1256'],
    ['arabic', 'windows-1256'],
    ['arabic', 'iso-8859-6'],
    ['chinese', 'gb18030'],
    ['chinese', 'gbk'],
    ['traditional', 'big5'],
    ['japanese', 'shift_jis'],
    ['japanese', 'euc-jp'],
    ['korean', 'euc-kr'],
    ['turkish', 'windows-1254'],
    ['turkish', 'iso-8859-9'],
    ['french', 'windows-1252'],
    ['french', 'iso-8859-15'],
    ['polish', 'windows-1250'],
    ['polish', 'iso-8859-2'],
    ['czech', 'windows-1250'],
    ['greek', 'windows-1253'],
    ['greek', 'iso-8859-7'],
    ['hebrew', 'windows-1255'],
    ['lithuanian', 'windows-1257'],
  ] as const)('%s in %s', async (language, encoding) => {
    const bytes = new Uint8Array(iconv.encode(words[language], encoding));
    expect((await convert('a.txt', bytes)).text).toBe(words[language]);
    expect((await convert('a.md', bytes, encoding)).text).toBe(words[language]);
  });

  test('is told by its few foreign lines, wherever they stand', async () => {
    const given = `${'A line of plain words.\n'.repeat(10_000)}${words.russian}\nThe end.`;
    expect((await convert('a.txt', iconv.encode(given, 'koi8-r'))).text).toBe(given);
  });

  test('may be long, and all in one line', async () => {
    const given = `x${words.chinese.repeat(5000)}`;
    const told: number[] = [];
    const bytes = iconv.encode(given, 'gb18030');
    expect((await convert('a.txt', bytes)).text).toBe(given);
    await encodings.decode(Buffer.concat(Array<Buffer>(9).fill(bytes)), 'gbk', (n) => told.push(n));
    expect(told.length).toBeGreaterThan(2);
  });

  test.each([
    ['latin1', 'Un café à côté'],
    ['windows-1252', 'Präsident sprach über Öl.'],
    ['windows-1250', 'Talks in Łódź and Kraków, żółw'],
    ['windows-1254', 'İstanbul’da görüşme yapıldı'],
    ['iso-8859-2', 'Ľubica Moörová z Košíc'],
    ['windows-1255', 'המועצה נפגשה אתמול בכפר ליד הגשר'],
    ['windows-1253', 'Συμβούλιο εννέα'],
    ['windows-1257', 'Devynių taryba atidarė kelią'],
    ['big5', '九人委員會會議'],
    ['gb18030', '九人委員會在村裡開會'],
    ['gb18030', '两国部长出席'],
    ['euc-kr', '도로'],
  ])('is told by its letters when it is short: %s', async (encoding, text) => {
    const converted = await convert('a.txt', iconv.encode(text, encoding));
    expect(converted.text).toBe(text);
    expect(converted.reading.guessed).toBe(true);
  });

  test('is Japanese of mails where it shifts over to it', async () => {
    const bytes = Buffer.from('Mail: \x1b$B;3ED\x1b(B.', 'latin1');
    const { text, reading } = await convert('a.txt', bytes);
    expect([text, reading.encoding]).toEqual(['Mail: 山田.', 'iso-2022-jp']);
    expect((await convert('a.txt', `${'words '.repeat(100)}\x1b[1m`)).text).toContain('words');
  });

  test('is not looked for when it is damaged UTF-8', async () => {
    const damaged = Buffer.concat([Buffer.from(words.russian), Buffer.of(0xff, 0xd0)]);
    const { text, reading } = await convert('a.txt', damaged);
    expect(text).toBe(`${words.russian}\ufffd\ufffd`);
    expect(reading).toEqual({ encoding: 'utf-8', damaged: 2 });
  });

  test('has bad bytes as U+FFFD where it is named, but not many', async () => {
    const bytes = Buffer.from(iconv.encode(words.russian, 'windows-1251'));
    bytes[50] = 0x98;
    expect((await convert('a.txt', bytes, 'windows-1251')).text).toBe(
      `${words.russian.slice(0, 50)}\ufffd${words.russian.slice(51)}`,
    );
    bytes.fill(0x98, 20, 30);
    expect((await refusal('a.txt', bytes, 'windows-1251')).code).toBe('wrong-encoding');
  });
});

describe('what a page declares', () => {
  const page = (charset: string, text: string) => `<meta charset="${charset}"><p>${text}</p>`;

  test.each([
    ['windows-1251', words.russian],
    ['koi8-u', words.russian],
    ['windows-1258', 'Bô trươ\u0309ng'],
    ['iso-8859-1', 'café “so” €'],
    ['x-mac-cyrillic', words.russian],
    ['gb2312', words.chinese],
    ['euc-kr', '똠방각하'],
  ])('%s', async (charset, text) => {
    const known = { 'iso-8859-1': 'windows-1252', 'x-mac-cyrillic': 'maccyrillic' };
    const encoding = known[charset as keyof typeof known] ?? charset;
    const bytes = iconv.encode(page(charset, text), encoding);
    expect((await convert('a.html', bytes)).text).toBe(text);
  });

  test('ISO-2022-JP, as mail from Japan', async () => {
    const start = Buffer.from('<meta charset=iso-2022-jp><p>');
    const bytes = Buffer.concat([start, Buffer.from('\u001b$B2q5D\u001b(B', 'latin1')]);
    expect((await convert('a.html', bytes)).text).toBe('会議');
  });

  test('late, behind a long head', async () => {
    const given = `<title>x</title><script>${'x'.repeat(5000)}</script>${page('koi8-r', words.russian)}`;
    expect((await convert('a.html', iconv.encode(given, 'koi8-r'))).text).toBe(words.russian);
  });

  test('is wrong when the bytes are UTF-8, or nothing like it', async () => {
    expect((await convert('a.html', page('iso-8859-1', words.russian))).text).toBe(words.russian);
    const bytes = iconv.encode(page('utf-8', words.russian), 'windows-1251');
    expect((await convert('a.html', bytes)).text).toBe(words.russian);
  });

  test.each(['base64', 'hex', 'utf-7', 'utf-32', 'klingon'])('%s is no encoding', async (label) => {
    expect(await encodings.knows(label)).toBe(false);
    expect((await convert('a.html', page(label, 'x'))).text).toBe('x');
  });
});
