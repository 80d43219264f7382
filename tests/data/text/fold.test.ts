import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrences, type OccurrenceOptions } from '#data/queries/occurrences.ts';
import { fold } from '#data/text/fold.ts';

/** What a query finds in a text: the very words, at their offsets. */
function found(text: string, query: string, options: OccurrenceOptions = {}): string[] {
  return occurrences(text, [query], options).map(({ start, end }) => text.slice(start, end));
}

/** [text, query, what is found]; the words found are checked to stand at their place. */
type Row = [text: string, query: string, found: string];

const tables: Record<string, Row[]> = {
  Latin: [
    ['Gómez met Kardošová', 'kardosova', 'Kardošová'],
    ['Gómez met Kardosova', 'Kardošová', 'Kardosova'],
    ['with Go\u0301mez again', 'gomez', 'Go\u0301mez'],
    ['with Gómez again', 'go\u0301mez', 'Gómez'],
    ['Klápště and Truţǎ', 'truta', 'Truţǎ'],
    ['Klápště and Truțǎ', 'Truţǎ', 'Truțǎ'],
    ['in İstanbul', 'istanbul', 'İstanbul'],
    ['in ISTANBUL', 'istanbul', 'ISTANBUL'],
    ['in Diyarbakır', 'diyarbakir', 'Diyarbakır'],
    ['Straße der', 'strasse', 'Straße'],
    ['STRASSE der', 'straße', 'STRASSE'],
    ['STRAẞE der', 'straße', 'STRAẞE'],
    ['the ﬁnance and ﬂeet', 'finance', 'ﬁnance'],
    ['the finance', 'ﬁnance', 'finance'],
    ['Ærø is an isle', 'aero', 'Ærø'],
    ['Łódź, Đà Nẵng', 'lodz', 'Łódź'],
    ['Łódź, Đà Nẵng', 'da nang', 'Đà Nẵng'],
    ['in Tash\u00adkent now', 'tashkent', 'Tash\u00adkent'],
    ['in Tash\u200bkent now', 'tashkent', 'Tash\u200bkent'],
    ['in \u2068Tashkent\u2069 now', 'tashkent', 'Tashkent'],
    ['in Tashkent now', 'Tash\u00adkent', 'Tashkent'],
    ['Raheel\u00a0Sharif', 'raheel sharif', 'Raheel\u00a0Sharif'],
    ['Raheel \n\t Sharif', 'raheel sharif', 'Raheel \n\t Sharif'],
    ['O’Brien and O\u02bcNeill', "o'brien", 'O’Brien'],
    ['O’Brien and O\u02bcNeill', "o'neill", 'O\u02bcNeill'],
    ['“peace” talks', '"peace"', '“peace”'],
    ['„peace“ talks', '«peace»', '„peace“'],
    ['Tehrik‑e‑Taliban', 'tehrik-e-taliban', 'Tehrik‑e‑Taliban'],
    ['2016–2020', '2016-2020', '2016–2020'],
    ['2016—2020', '2016-2020', '2016—2020'],
    ['an agree-\nment was', 'agreement', 'agree-\nment'],
    ['an agree-\r\n  ment was', 'agreement', 'agree-\r\n  ment'],
    ['an agree\u00ad\nment was', 'agreement', 'agree\u00ad\nment'],
    ['an agree\u2010\nment was', 'agreement', 'agree\u2010\nment'],
    ['on counter-\nterrorism', 'counter-terrorism', 'counter-\nterrorism'],
    ['on counter-\nterrorism', 'counterterrorism', 'counter-\nterrorism'],
    ['on counter-\nterrorism', 'terrorism', 'terrorism'],
    ['an agreement was', 'agree-\nment', 'agreement'],
    ['counter-terrorism', 'counter-\nterrorism', 'counter-terrorism'],
    ['of Tehrik-e-\nTaliban', 'Taliban', 'Taliban'],
    ['of Tehrik-e-\nTaliban', 'tehrik-e-taliban', 'Tehrik-e-\nTaliban'],
    ['５Ｇ and ＮＡＴＯ', 'nato', 'ＮＡＴＯ'],
    ['5 km² of', '5 km2', '5 km²'],
    ['wait … now', 'wait ...', 'wait …'],
  ],
  Greek: [['ο Ὀδυσσεύς', 'οδυσσευσ', 'Ὀδυσσεύς']],
  Cyrillic: [
    ['Семёнов спросил', 'семенов', 'Семёнов'],
    ['Семенов спросил', 'Семёнов', 'Семенов'],
    ['СЕМЁНОВ', 'семёнов', 'СЕМЁНОВ'],
    ['Семе\u0308нов', 'семёнов', 'Семе\u0308нов'],
    ['за\u0301мок', 'замок', 'за\u0301мок'],
    ['Китай и Индия', 'китаи\u0306', 'Китай'],
    ['Китаи\u0306 и Индия', 'китай', 'Китаи\u0306'],
    ['совеща-\nние прошло', 'совещание', 'совеща-\nние'],
    ['Украї\u0301на', 'україна', 'Украї\u0301на'],
  ],
  Arabic: [
    ['كُتَّاب', 'كتاب', 'كُتَّاب'],
    ['كتاب', 'كُتَّاب', 'كتاب'],
    ['الإرهاب والأمن', 'الارهاب', 'الإرهاب'],
    ['الإرهاب والأمن', 'والامن', 'والأمن'],
    ['آسيا الوسطى', 'اسيا', 'آسيا'],
    ['ا\u0653سيا', 'آسيا', 'ا\u0653سيا'],
    ['الوسطى', 'الوسطي', 'الوسطى'],
    ['منظمة شنغهاي', 'منظمه', 'منظمة'],
    ['الـــصين', 'الصين', 'الـــصين'],
    ['ﻻﻫﻮر', 'لاهور', 'ﻻﻫﻮر'],
    ['عام ٢٠١٦', '2016', '٢٠١٦'],
    ['مسؤول', 'مسوول', 'مسؤول'],
    ['\u200fطاجيكستان\u200f،', 'طاجيكستان', 'طاجيكستان'],
  ],
  Persian: [
    ['از كابل می‌رود', 'کابل', 'كابل'],
    ['با رئيس جمهور', 'رئیس', 'رئيس'],
    ['از کابل می‌رود', 'میرود', 'می‌رود'],
    ['وزیر خارجهٔ ایران', 'خارجه', 'خارجهٔ'],
    ['وزیر خارجۀ ایران', 'خارجهٔ', 'خارجۀ'],
    ['گفت‌وگو کرد', 'گفتوگو', 'گفت‌وگو'],
    ['سال ۱۳۹۵', '1395', '۱۳۹۵'],
    ['سال ۱۳۹۵', '١٣٩٥', '۱۳۹۵'],
  ],
  Urdu: [
    ['چین اور پاكستان', 'پاکستان', 'پاكستان'],
    ['وزیرِ خارجہ نے', 'وزیر خارجه', 'وزیرِ خارجہ'],
    ['بھارت', 'بهارت', 'بھارت'],
    ['مسئلۂ کشمیر', 'مسئلہ', 'مسئلۂ'],
  ],
  Pashto: [
    ['د افغانستان ولسمشر', 'افغانستان', 'افغانستان'],
    ['ګډ پوځ', 'گډ', 'ګډ'],
    ['پاکستاني پوځ', 'پاکستانی', 'پاکستاني'],
    ['ننګرهار', 'ننگرهار', 'ننګرهار'],
  ],
  Uyghur: [
    ['شىنجاڭ ئۇيغۇر', 'شينجاڭ', 'شىنجاڭ'],
    ['شىنجاڭ ئۇيغۇر', 'ئۇيغۇر', 'ئۇيغۇر'],
    ['ئۈرۈمچى شەھىرى', 'شەھىرى', 'شەھىرى'],
    ['ئۈرۈمچى شەھىرى', 'شهھىرى', 'شەھىرى'],
  ],
  Chinese: [
    ['四国机制和中国', '中国', '中国'],
    ['上海合作\n组织', '上海合作组织', '上海合作\n组织'],
    ['（中国）ＳＣＯ峰会', 'sco', 'ＳＣＯ'],
    ['共３０人', '30', '３０'],
    ['在𠮷野家', '𠮷野', '𠮷野'],
  ],
  'Korean, Japanese, Hindi, Thai': [
    ['한국 정부', '\u1112\u1161\u11ab국', '한국'],
    ['カ\u3099ス', 'ガス', 'カ\u3099ス'],
    ['हिन्दी में', 'हिन्दी', 'हिन्दी'],
    ['ที่ประชุม', 'ที่', 'ที่'],
  ],
};

describe('letters that people do not tell apart are found for each other', () => {
  for (const [script, rows] of Object.entries(tables)) {
    test.each(rows)(`${script}: %j has %j`, (text, query, words) => {
      expect(found(text, query)).toEqual([words]);
      expect(found(`${text}; ${text}`, query)).toEqual([words, words]);
      expect(found(text, query, { wholeWords: true })).toEqual([words]);
    });
  }
});

describe('what is another word is not found', () => {
  test.each([
    ['мои слова', 'мой'],
    ['हिन्दू', 'हिन्दी'],
    ['کے', 'کی'],
    ['ガス', 'カス'],
    ['China\n\nPakistan', 'China Pakistan'],
    ['agree -\nment', 'agreement'],
    ['agree-\n\nment', 'agreement'],
    ['counterterrorism', 'counter-terrorism'],
  ])('%j has no %j', (text, query) => {
    expect(found(text, query)).toEqual([]);
  });
});

describe('exact letters', () => {
  const exactLetters = true;
  test.each([
    ['Gómez', 'Gomez', []],
    ['Gomez', 'Gómez', []],
    ['Go\u0301mez', 'Gómez', ['Go\u0301mez']],
    ['Gómez', 'go\u0301mez', ['Gómez']],
    ['Ma\u0323\u0302y', 'mậy', ['Ma\u0323\u0302y']],
    ['café', 'cafe', []],
    ['cafe\u0301', 'cafe', []],
    ['Семёнов', 'семенов', []],
    ['Straße', 'strasse', []],
    ['ﬁnance', 'finance', []],
    ['كابل', 'کابل', []],
    ['كُتَّاب', 'كتاب', []],
    ['كُتَّاب', 'كُتَّاب', ['كُتَّاب']],
    ['Tash\u00adkent', 'tashkent', ['Tash\u00adkent']],
    ['O’Brien', "O'Brien", ['O’Brien']],
    ['agree-\nment', 'agreement', ['agree-\nment']],
  ])('in %j %j finds %j', (text, query, words) => {
    expect(found(text, query, { exactLetters })).toEqual(words);
  });
});

describe('capitals matter', () => {
  const matchCase = true;
  test.each([
    ['Us and us', 'us', ['us']],
    ['Éire, éire', 'Eire', ['Éire']],
    ['СЕМЁНОВ Семёнов', 'Семенов', ['Семёнов']],
    ['STRAẞE Straße', 'Strasse', ['Straße']],
    ['İran Iran ıran', 'Iran', ['İran', 'Iran']],
  ])('in %j %j finds %j', (text, query, words) => {
    expect(found(text, query, { matchCase })).toEqual(words);
  });
});

describe('whole words', () => {
  const wholeWords = true;
  test.each([
    ['agree-\nment', 'ment', []],
    ['agree-\nment', 'agree', []],
    ['می‌رود', 'رود', []],
    ['Tash\u00adkent', 'kent', []],
    ['e\u0301tats', 'tats', []],
    ['cafe\u0301s', 'cafe', []],
    ['在SCO峰会', 'SCO', ['SCO']],
    ['𐐀𐐁 𐐀', '𐐀', ['𐐀']],
    ['non-Taliban; Talibans', 'Taliban', ['Taliban']],
    ['Китай и Китайцы', 'китай', ['Китай']],
    ['چین، چینی', 'چین', ['چین']],
  ])('in %j %j finds %j', (text, query, words) => {
    expect(found(text, query, { wholeWords })).toEqual(words);
  });
});

describe('folding', () => {
  test('names are compared folded', () => {
    expect(fold('  Ürümqi\u00a0 Встреча ')).toBe('urumqi встреча');
    expect(fold('Tehrik‑e–Taliban')).toBe('tehrik-e-taliban');
    expect(fold('\u200b')).toBe('');
  });

  test('is the same however a text is composed, and twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        // A blank line becomes a line feed, and a line feed is white space.
        expect(fold(fold(text))).toBe(fold(text).replaceAll('\n', ' '));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['\u1ffd', '\ua78b', 'a\u2029b', 'a\n\nb', '\u00b4', 'a \ufc5eb', '\ufc5e'])(
    'also %j',
    (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      expect(fold(text.normalize('NFD'))).toBe(fold(text));
      expect(fold(fold(text))).toBe(fold(text).replaceAll('\n', ' '));
    },
  );

  test('far into a long text nothing is missed, doubled or shifted', () => {
    const part = fc.constantFrom(
      'Gómez ',
      'go\u0301mez',
      '-\n',
      'ﬁ',
      ' ',
      '\n',
      'ﷺ',
      '𠮷',
      'x',
      'ß',
    );
    const rules = { wholeWords: false };
    fc.assert(
      fc.property(fc.array(part, { minLength: 40, maxLength: 60 }), fc.nat(40), (parts, shift) => {
        const piece = parts.join('');
        const long = 'y'.repeat(16_370 + shift) + piece + '.'.repeat(40_000) + piece;
        const alone = occurrences(`y${piece}.`, ['gomez', 'fi', 'ss'], rules);
        const far = occurrences(long, ['gomez', 'fi', 'ss'], rules);
        const second = 16_370 + shift + piece.length + 40_000;
        expect(far).toEqual(
          [16_370 + shift - 1, second - 1].flatMap((by) =>
            alone.map(({ start, end }) => ({ start: start + by, end: end + by })),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('marks without end on one letter are no burden', () => {
    const text = `e${'\u0301'.repeat(500_000)}nd`;
    expect(found(text, 'end')).toHaveLength(1);
    expect(found(text, 'nd', { exactLetters: true })).toEqual(['nd']);
  });
});
