import { assembled } from '#data/formats/import/pdf/assembly.ts';
import type { Glyph, PageContent } from '#data/formats/import/pdf/page.ts';
import { layoutOf } from '#data/formats/import/pdf/page-layout.ts';
import { written } from '#data/formats/import/pdf/written.ts';
import { line } from './glyphs.ts';

type Outline = Parameters<typeof assembled>[1];

/** The text of pages with its blocks and marks. */
export function read(pages: PageContent[], outline: Outline = []): ReturnType<typeof written> {
  const known: number[] = [];
  const layouts = pages.map((content, at) => layoutOf(content, at, known));
  const quiet = (): void => undefined;
  return written(assembled(layouts, outline, quiet), [], quiet);
}

/** Blocks of a document as a person would note them. */
export function blocksOf(pages: PageContent[], outline: Outline = []): string[] {
  const { text, blocks } = read(pages, outline);
  return blocks.map(({ kind, level, number, region, start, end }) => {
    const seen = number === undefined ? '' : ` ${number}`;
    const mark = region ? `~${region}` : `${kind}${level ?? ''}${seen}`;
    return `${mark}: ${text.slice(start, end)}`;
  });
}

/** Lines below each other. */
export const column = (lines: string[], x: number, y: number, step = 12): Glyph[] =>
  lines.flatMap((text, at) => line(text, x, y + step * at));
