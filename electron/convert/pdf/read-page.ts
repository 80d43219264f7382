import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent } from '#data/formats/import/pdf/page.ts';
import { anchored } from './anchored.ts';
import { annotationsOf } from './annotations.ts';
import { withBullets } from './bullets.ts';
import { fontsOf } from './fonts.ts';
import { matrixOf } from './matrix.ts';
import { GlyphReader } from './read-glyphs.ts';
import { headingTagsOf } from './structure.ts';

/** What is on a page, and what of it cannot be read. */
export interface ReadPage extends PageContent {
  /** Letters of which the file does not say what they are. */
  damaged: number;
  /** Shapes that are drawn. */
  shapes: number;
  /** Operators that it was drawn with, without those of pictures. */
  operators: number;
  /** Files that are attached to it. */
  files: string[];
}

/** Annotations are read by themselves, not as they are drawn. */
const WITHOUT_ANNOTATIONS = 0;

/** Reads a page as it is seen upright. `isTagged`: the file tells its structure. */
export async function readPage(
  page: PDFPageProxy,
  names: ReadonlyMap<number, string>,
  isTagged: boolean,
): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = matrixOf(transform);
  const operators = await page.getOperatorList({ annotationMode: WITHOUT_ANNOTATIONS });
  const fonts = await fontsOf(page, operators, names);
  const reader = new GlyphReader(names, (id) => fonts.get(id), view, { width, height });
  const { glyphs, boxes, damaged, shapes } = reader.read(operators);
  const annotations = await annotationsOf(page, view);
  const { files, values } = annotations;
  return {
    width,
    height,
    glyphs: [...withBullets(glyphs, boxes), ...values],
    boxes,
    ...anchored(annotations, glyphs),
    headingTags: isTagged ? await headingTagsOf(page) : new Map(),
    damaged,
    shapes,
    operators: operators.fnArray.length,
    files,
  };
}
