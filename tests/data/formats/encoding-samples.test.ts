import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  firstLines,
  oddness,
  SAMPLED,
  sampledBytes,
} from '#data/formats/import/encoding-samples.ts';

describe('samples of encodings', () => {
  test('are the first lines that hold anything, each as long as can be read', () => {
    expect(firstLines('\n\n one \n\ntwo\n')).toEqual(['one', 'two']);
    expect(firstLines('a'.repeat(1000))[0]).toHaveLength(160);
    expect(firstLines('x\n'.repeat(100))).toHaveLength(8);
  });

  test('are read from whole lines at the start of a long file', () => {
    const short = Buffer.from('words');
    expect(sampledBytes(short)).toBe(short);
    const long = Buffer.from('a line of it\n'.repeat(SAMPLED / 10));
    const start = sampledBytes(long);
    expect(start.length).toBeLessThanOrEqual(SAMPLED);
    expect(start.at(-1)).toBe(0x0a);
    expect(sampledBytes(Buffer.alloc(SAMPLED * 2, 'a'))).toHaveLength(SAMPLED);
  });

  const texts = [
    ['koi8-r', 'Переговоры прошли в Душанбе. Стороны обсудили границу.'],
    ['windows-1251', 'Переговоры прошли в Душанбе. Стороны обсудили границу.'],
    ['ibm866', 'Переговоры прошли в Душанбе. Стороны обсудили границу.'],
    ['windows-1252', 'Die Gespräche über die Grenze fanden in Köln statt – nach Jahren.'],
    ['utf-8', 'Die Gespräche über die Grenze fanden in Köln statt.'],
    ['windows-1256', 'المحادثات جرت في مدينة دوشنبه حول الحدود.'],
    ['gb18030', '会谈在杜尚别举行。双方讨论了边界问题。'],
  ] as const;

  test.each(texts)('look least odd in what they are in: %s', (encoding, text) => {
    const bytes = iconv.encode(text, encoding);
    const own = oddness([text]);
    for (const [other] of texts) {
      const read = iconv.decode(bytes, other);
      if (read !== text) expect(oddness([read]), other).toBeGreaterThan(own);
    }
  });
});
