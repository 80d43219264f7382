import type { RegionKind } from '../../../text/region-kinds.ts';

/** What a paragraph is by the name of its style, which is the same in every language of the program. */
export interface StyleMeaning {
  kind?: 'quote' | 'code' | 'caption';
  /** Level of a heading. */
  heading?: number;
  region?: RegionKind;
  /** What its words are about the document. */
  tells?: 'title' | 'author';
}

const MEANINGS: readonly (readonly [RegExp, StyleMeaning])[] = [
  [/^title$/, { heading: 1, tells: 'title' }],
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
  const plain = name.toLowerCase().trim().slice(0, 100);
  const heading = /^heading ?([1-9])$/.exec(plain)?.[1];
  if (heading !== undefined) return { heading: Math.min(6, Number(heading)) };
  return MEANINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? {};
}
