import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { buildReport } from '#data/formats/report/build-report.ts';
import { slicesIn, type FontShelf } from '#data/formats/report/html/fonts.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { seeded } from '../operations/seed.ts';

const sheet = (family: string) =>
  readFileSync(`node_modules/@fontsource/${family}/400.css`, 'utf8');
const slices = [...slicesIn(sheet('noto-naskh-arabic')), ...slicesIn(sheet('noto-serif-sc'))];
const shelf: FontShelf = { slices, read: ({ file }) => `bytes+of/${file.length}=` };

function reportWith(name: string, fonts?: FontShelf): string {
  const one = seeded();
  one.do('entity.update', { id: 'alpha', name });
  const options = { title: 'Fonts', now: '2026-03-04T10:42:07.000Z', generator: 'test' };
  return renderHtml(buildReport(one.state, options), fonts);
}

/** The rules that bring a font along. */
const faces = (html: string): string[] => html.match(/^.*@font-face .*$/gm) ?? [];

/** Whether the fonts of a report have a letter. */
function has(html: string, letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return faces(html).some((rule) =>
    [...rule.matchAll(/U\+([0-9a-f]+)-([0-9a-f]+)/g)].some(
      ([, first = '', last = '']) =>
        code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16),
    ),
  );
}

describe('the fonts of a report', () => {
  test.each([
    ['Chinese', '阿富汗、巴基斯坦四国机制。（四方）'],
    ['Arabic', 'آلية التنسيق والتعاون الرباعية؟'],
    ['Persian', 'چهار کشور گفتند، می‌پذیریم'],
    ['Urdu', 'چین نے کہا۔ ڈاکٹر ٹیم ہے'],
    ['Pashto', 'څلور هېوادونه ښه ځای ګډ'],
    ['Uyghur', 'ئۇيغۇر ئاپتونوم رايونى ېۈۋ'],
  ])('have every letter of %s words, and no more than they need', (_, words) => {
    const html = reportWith(words, shelf);
    for (const letter of words.replace(/[\s\u200C]/g, ''))
      expect(has(html, letter), letter).toBe(true);
    for (const letter of 'Az1.–') expect(has(html, letter), letter).toBe(false);
    expect(html).toContain("font-src data:; base-uri 'none'");
    expect(faces(html).length).toBeLessThanOrEqual([...words].length);
    expect(reportWith(words, shelf)).toBe(html);
  });

  it('stay away where the letters are Latin or Cyrillic', () => {
    const html = reportWith('Объединённые силы – “Joint” forces, 4 × 2…', shelf);
    expect(html).toBe(reportWith('Объединённые силы – “Joint” forces, 4 × 2…'));
    expect(html).not.toMatch(/@font-face|font-src/);
  });

  it('are data and nothing else', () => {
    for (const rule of faces(reportWith('阿富汗 آلية', shelf))) {
      expect(rule.match(/url\([^)]*\)/g)).toEqual([
        expect.stringMatching(/^url\(data:font\/woff2;base64,[\w+/=.-]+\)$/),
      ]);
    }
  });
});

it('a style sheet tells its slices, however it is written', () => {
  const css =
    '@font-face{font-family:Noto Serif SC;font-weight:400;src:url(/assets/a.woff2)format("woff2");unicode-range:U+4E??,U+FF01}' +
    "@font-face{font-family:'Noto Serif SC';font-weight:700;src:url(b.woff2);unicode-range:U+1}" +
    '@font-face{font-family:Inter;font-weight:400;src:url(c.woff2);unicode-range:U+1}';
  expect(slicesIn(css)).toEqual([
    {
      family: 'Noto Serif SC',
      file: '/assets/a.woff2',
      ranges: [
        [0x4e00, 0x4eff],
        [0xff01, 0xff01],
      ],
    },
  ]);
  expect(slices.filter(({ family }) => family === 'Noto Serif SC').length).toBeGreaterThan(90);
});
