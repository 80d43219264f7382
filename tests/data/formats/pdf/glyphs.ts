import type { Glyph, PageContent } from '#data/formats/import/pdf/page.ts';

/** A line of letters half as wide as high, as a page has it. */
export function line(
  text: string,
  x: number,
  y: number,
  { size = 10, bold = false, turn = 0 } = {},
): Glyph[] {
  const look = { bold, italic: false, mono: false };
  return [...text].flatMap((letter, at): Glyph[] =>
    letter === ' '
      ? []
      : [{ text: letter, x: x + at * size * 0.5, y, width: size * 0.5, size, look, turn }],
  );
}

/** A page of 400 by 600 points with nothing but these letters. */
export const page = (glyphs: Glyph[], rest: Partial<PageContent> = {}): PageContent => ({
  width: 400,
  height: 600,
  glyphs,
  boxes: [],
  overlays: [],
  comments: [],
  headingTags: new Map(),
  ...rest,
});
