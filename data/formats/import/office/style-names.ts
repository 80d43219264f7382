import type { RegionKind } from '../../../text/region-kinds.ts';

/** What a paragraph is by the name of its style, which most programs write in English whatever they show. */
export interface StyleMeaning {
  kind?: 'quote' | 'code' | 'caption';
  /** Level of a heading. */
  heading?: number;
  region?: RegionKind;
  /** What its words are about the document. */
  tells?: 'title' | 'author';
}

/**
 * What headings are called in the languages of the programs: they write their own names into a file only where
 * another program has made it, the letters that they leave out of ids left out as well.
 */
const HEADINGS = new Set([
  ...['heading', 'überschrift', 'uberschrift', 'berschrift', 'titre', 'título', 'titulo', 'ttulo'],
  ...['encabezado', 'titolo', 'intestazione', 'cabeçalho', 'títol', 'ttol', 'kop', 'rubrik'],
  ...[
    'overskrift',
    'otsikko',
    'nagłówek',
    'nagwek',
    'nadpis',
    'címsor',
    'cmsor',
    'titlu',
    'naslov',
  ],
  ...['başlık', 'balk', 'pealkiri', 'virsraksts', 'antraštė', 'antrat', 'judul'],
  ...[
    'заголовок',
    'заглавие',
    'наслов',
    'тақырып',
    'επικεφαλίδα',
    '标题',
    '標題',
    '見出し',
    '제목',
  ],
  ...['عنوان', 'العنوان', 'سرفصل', 'כותרת', 'शीर्षक', 'หัวเรื่อง'],
]);

const MEANINGS: readonly (readonly [RegExp, StyleMeaning])[] = [
  [
    /^(?:title|titel|titre|título|titolo|название|标题|標題|表題|제목)$/,
    { heading: 1, tells: 'title' },
  ],
  [/^subtitle$/, { heading: 2 }],
  [/^(?:authors?|byline)$/, { tells: 'author' }],
  [/^(?:quote|quotations?|intense quote|block text|block quotation)$/, { kind: 'quote' }],
  [/^(?:caption|image caption|table caption|figure|illustration|table)$/, { kind: 'caption' }],
  [/^(?:html preformatted|preformatted text|source code|code|macro)$/, { kind: 'code' }],
  [
    /^(?:toc \d|contents \d|toc heading|contents heading|table of figures|index \d)$/,
    { region: 'navigation' },
  ],
];

/** What the style of a name means; nothing when the name is somebody's own. */
export function meaningOf(name: string): StyleMeaning {
  const plain = name.normalize('NFC').toLowerCase().trim().slice(0, 100);
  const level = /[1-9]$/.exec(plain)?.[0];
  if (level !== undefined && HEADINGS.has(plain.slice(0, -1).trim()))
    return { heading: Math.min(6, Number(level)) };
  return MEANINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? {};
}
