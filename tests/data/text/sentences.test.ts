import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf, sentenceStarts } from '#data/text/sentences.ts';

const split = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

/** Each text with a bar where a sentence ends and another begins. */
describe('sentences', () => {
  test.each([
    'They met. | They agreed.',
    'They met.¹ | They agreed.”¹² | 他们见面了。³ | 大家同意。',
    'Did they meet? | They did! | And agreed…',
    'The report by Mary E. Smith was read. | It is long.',
    'J. K. Rowling spoke. | J.-P. Sartre did not.',
    'Gen. Raheel Sharif and Dr. Ahmed met Mr. Fang. | All agreed.',
    'Maj. Gen. Asim Bajwa said so. | Others did not.',
    'The U.S. President spoke. | He left.',
    'They came from the U.S. | The talks began.',
    'Firms, banks, etc. | The list goes on.',
    'Acme Inc. Chairman Lee spoke. | He left.',
    'It cost 3.5 million. | That is much.',
    'They met on Aug. 3 in Urumqi. | It was hot.',
    'See No. 4 of the list. | Is it long? | No. | They sat. | Wang spoke.',
    '1. The parties meet. | They agree.',
    'There were 40. | Then came more.',
    '“Why now?” he asked. | Nobody knew.',
    'He said “no.” | She said “yes.” | They left.',
    '“We agree.” | The talks ended.',
    'The talks (in Osh.) went on. | All left.',
    'Lt.-Gen. Allen and ex-Gov. Lee met Vice-Adm. Roe. | All agreed.',
    'Mohd. Omar and Pvt. Poe met, i. e. Omar came. | They left.',
    'Многие страны, в т.ч. Китай и в т. ч. Таджикистан, т. е. Душанбе. | Они договорились.',
    'И.о. министра подп. С. Иванов, деп. Петров и зам. Сидоров прибыли. | Это было ново.',
    'Стороны встретились. | Они договорились.',
    'В. В. Путин и ген. Иванов встретились в 2016 г. | Они договорились.',
    'В 2016 г. Китай предложил механизм. | Это было ново.',
    'Дороги, мосты и т.д. | Это дорого.',
    'التقى الوزراء في كابل. | اتفقوا على اللقاء. | لماذا؟ | لا أحد يعلم.',
    'قال د. أحمد إنه موافق. | ثم غادر.',
    'چین نے کہا۔ | پاکستان نے مانا۔',
    'وزیر آمد. | او رفت. | چرا؟ | کسی نمی‌داند.',
    'وزیر راغی. | هغه لاړ. | ولې؟ | څوک نه پوهېږي.',
    'ئۇلار كۆرۈشتى. | ئۇلار كېلىشتى.',
    '四国会议在乌鲁木齐举行。|各方同意。|“好。”|他说。',
  ])('%s', (marked) => {
    const sentences = marked.split('|').map((one) => one.trim());
    expect(split(marked.replaceAll(/ ?\| ?/g, (bar) => bar.replace('|', '').slice(1)))).toEqual(
      sentences,
    );
  });
});

test('they begin in order, the first at 0, and hold all words', () => {
  const unit = fc.constantFrom('a', 'B', '.', '?', ' ', '。', '”', '\n');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const starts = sentenceStarts(text);
      expect(starts[0]).toBe(0);
      expect(new Set(starts).size).toBe(starts.length);
      expect([...starts].sort((a, b) => a - b)).toEqual(starts);
      expect(split(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
