import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '#data/errors.ts';
import {
  leftOutOf,
  type ImportFormat,
  type ReadText,
  type SourceFile,
} from '#data/formats/import/format.ts';
import { latin1 } from '#data/formats/import/bytes.ts';
import { emptyFile } from '#data/formats/import/decode.ts';
import { assembled } from '#data/formats/import/pdf/assembly.ts';
import { FILLER } from '#data/formats/import/pdf/page.ts';
import type { PictureReader } from '#data/formats/import/picture-reader.ts';
import { outlineIn } from '#data/formats/import/pdf/outline.ts';
import { layoutOf, type PageLayout } from '#data/formats/import/pdf/page-layout.ts';
import { titleIn } from '#data/formats/import/pdf/title.ts';
import { written } from '#data/formats/import/pdf/written.ts';
import { pagesWithoutWords } from '#data/formats/import/pictures/pages.ts';
import { asLine, asTitle, titleOf } from '#data/formats/import/titles.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import type { LeftOutKind, Reading } from '#data/model/reading.ts';
import type { ShownBlock } from '#data/text/working-text.ts';
import { say } from '#data/words/say.ts';
import { pdfLibrary } from './pdf/library.ts';
import { metaOf } from './pdf/meta.ts';
import { brokenPdf, openPdf, type OpenPdf } from './pdf/open-pdf.ts';
import { PageProgress } from './pdf/page-progress.ts';
import { readPage } from './pdf/read-page.ts';
import { readScans } from './pdf/read-scans.ts';
import { picturesOn } from './pdf/scans.ts';

/** Pages of a file: a whole library has no more, and each takes some milliseconds. */
const MOST_PAGES = 20_000;
/** Letters of a page below which it may be a picture of one. */
const FEW_LETTERS = 25;
/** Shapes of a page without letters from which on they may be its letters. */
const MANY_SHAPES = 150;
/** Bytes in which the end of a file is told. */
const END = 2048;
/** Most attached files that are named. */
const MOST_FILES = 1000;

/** PDF, as far as it has a text: what is a picture of a text is told, not read. */
export const pdf: ImportFormat = {
  id: 'pdf',
  label: say('imports.pdf'),
  extensions: ['pdf'],
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  limit: 512 * 1024 * 1024,
  starts: ['%PDF-', '\u00ef\u00bb\u00bf%PDF-', '\n%PDF-', '\r\n%PDF-'],

  startsBehind: (start, bytes) =>
    /%PDF-\d\.\d/.test(start) && latin1(bytes.subarray(-END)).includes('%%EOF'),

  async *convert(file, tools) {
    const open = await openPdf(file, tools);
    try {
      yield await textOf(file, open, tools);
    } finally {
      await open.close();
    }
  },
};

async function textOf(file: SourceFile, open: OpenPdf, tools: ImportTools): Promise<ReadText> {
  const { document } = open;
  if (document.numPages > MOST_PAGES) throw tooManyPages(file.name);
  const outline = await outlineIn(document);
  const progress = new PageProgress(tools, document.numPages);
  const pages = await pagesOf(file, open, progress.passed);
  await readPictures(file, open, pages, await tools.pictureReader(), progress);
  const assembly = assembled(pages.layouts, outline, progress.passed);
  const labels = (await document.getPageLabels().catch(() => null)) ?? [];
  const text = written(assembly, labels, progress.passed);
  const meta = await metaOf(document);
  const told = meta.find(({ field }) => field === 'title')?.value;
  const files = [...pages.files, ...(await attachedTo(document))].slice(0, MOST_FILES);
  const named = titleIn(assembly.pages[0]?.body ?? [], assembly.body.size);
  const damaged = [...pages.damaged.values()].reduce((sum, count) => sum + count, 0);
  const isEmpty = text.text.trim() === '';
  if (isEmpty && !pages.reading.withoutText) throw emptyFile(file.name);
  const sentences = text.blocks.filter((block) => mayBeTitle(text.text, block));
  return {
    ...(isEmpty ? pagesWithoutWords(pages.reading.withoutText ?? [], labels) : text),
    title: (told && asTitle(told)) || asTitle(named) || titleOf(text.text, sentences, file.name),
    meta,
    reading: {
      ...pages.reading,
      ...(damaged > 0 && { damaged }),
      pages: document.numPages,
      ...(files.length > 0 && { files }),
      ...leftOutOf({ characters: 0, what: await leftOut(document, files) }),
    },
  };
}

/** Notes and numbers are none. */
const mayBeTitle = (text: string, { kind, start, end }: ShownBlock): boolean =>
  (kind === 'heading' || kind === 'paragraph') && /\p{L}{2}|\p{Lo}/u.test(text.slice(start, end));

interface Pages {
  layouts: PageLayout[];
  files: string[];
  /** Letters of which the file does not say what they are, by page from 1. */
  damaged: Map<number, number>;
  reading: Pick<Reading, 'withoutText' | 'recognised'>;
}

/** Reads the words of pages without a text, if somebody wishes so; those in which none are stay such pages. */
async function readPictures(
  file: SourceFile,
  { password }: OpenPdf,
  { layouts, damaged, reading }: Pages,
  reader: PictureReader | undefined,
  progress: PageProgress,
): Promise<void> {
  const { withoutText = [] } = reading;
  if (!reader || withoutText.length === 0) return;
  const scanned = await readScans(file, password, withoutText, reader, progress);
  for (const [number, layout] of scanned.layouts) {
    layouts[number - 1] = layout;
    damaged.delete(number);
  }
  const left = withoutText.filter((number) => !scanned.layouts.has(number));
  delete reading.withoutText;
  Object.assign(reading, left.length > 0 && { withoutText: left }, scanned.told(reader));
}

/** Reads page by page; each is forgotten by the library before the next one. */
async function pagesOf(
  file: SourceFile,
  { document, password }: OpenPdf,
  passed: () => void,
): Promise<Pages> {
  const { OPS } = await pdfLibrary();
  const names = new Map(Object.entries(OPS).map(([name, operator]) => [operator, name]));
  const mark = await document.getMarkInfo().catch(() => null);
  const isTagged = (mark as { Marked?: boolean } | null)?.Marked === true;
  const pages: Pages = { layouts: [], files: [], damaged: new Map(), reading: {} };
  const known: number[] = [];
  const bare = new Map<number, number>();
  const drawn: number[] = [];
  let broken = 0;
  for (let number = 1; number <= document.numPages; number++) {
    passed();
    try {
      const page = await document.getPage(number);
      const content = await readPage(page, names, isTagged);
      page.cleanup();
      const { shapes } = content;
      const letters = content.glyphs.filter(({ text }) => text !== FILLER).length;
      // Most letters are none: the file does not say what its letters are.
      const isUnreadable = content.damaged > 10 && content.damaged * 2 > letters;
      if (isUnreadable || (letters === 0 && shapes > MANY_SHAPES)) drawn.push(number);
      else if (letters < FEW_LETTERS) bare.set(number, content.operators);
      pages.damaged.set(number, content.damaged);
      pages.files.push(...content.files);
      pages.layouts.push(layoutOf(content, number - 1, known));
    } catch {
      broken++;
      // It is told as one without a text, so that nobody takes the rest for all.
      drawn.push(number);
      pages.layouts.push(NO_PAGE);
    }
  }
  if (broken === document.numPages) throw brokenPdf(file.name);
  const scans = await picturesOn(file, password, bare, passed);
  const withoutText = [...drawn, ...scans].sort((one, other) => one - other);
  if (withoutText.length > 0) pages.reading = { withoutText };
  return pages;
}

const NO_PAGE: PageLayout = { height: 0, columns: [], boxed: [], turned: [], comments: [] };

async function attachedTo(document: PDFDocumentProxy): Promise<string[]> {
  const found = (await document.getAttachments().catch(() => null)) as Record<
    string,
    { filename?: string }
  > | null;
  return Object.entries(found ?? {}).flatMap(
    ([name, { filename }]) => asLine(filename ?? name) || [],
  );
}

async function leftOut(
  document: PDFDocumentProxy,
  files: readonly string[],
): Promise<LeftOutKind[]> {
  const hasScripts = await document.hasJSActions().catch(() => false);
  return [
    ...(hasScripts ? ['script' as const] : []),
    ...(files.length > 0 ? ['file' as const] : []),
  ];
}

function tooManyPages(file: string): AppError {
  return new AppError('import-failed', say('imports.tooManyPages', { file, most: MOST_PAGES }), {
    file,
  });
}
