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
import { layoutOf, type PageLayout } from '#data/formats/import/pdf/page-layout.ts';
import { titleIn } from '#data/formats/import/pdf/title.ts';
import { written } from '#data/formats/import/pdf/written.ts';
import { asLine, asTitle, titleOf } from '#data/formats/import/titles.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import type { LeftOutKind, Reading } from '#data/model/reading.ts';
import type { ShownBlock } from '#data/text/working-text.ts';
import { say } from '#data/words/say.ts';
import { pdfLibrary } from './pdf/library.ts';
import { metaOf } from './pdf/meta.ts';
import { brokenPdf, openPdf, type OpenPdf } from './pdf/open-pdf.ts';
import { outlineOf } from './pdf/outline.ts';
import { readPage } from './pdf/read-page.ts';
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
  const outline = await outlineOf(document);
  const progress = progressOf(tools, document.numPages);
  const pages = await pagesOf(file, open, progress);
  const assembly = assembled(pages.layouts, outline, progress);
  const labels = (await document.getPageLabels().catch(() => null)) ?? [];
  const text = written(assembly, labels, progress);
  const meta = await metaOf(document);
  const told = meta.find(({ field }) => field === 'title')?.value;
  const files = [...pages.files, ...(await attachedTo(document))].slice(0, MOST_FILES);
  const named = titleIn(assembly.pages[0]?.body ?? [], assembly.body.size);
  const isEmpty = text.text.trim() === '';
  if (isEmpty && !pages.reading.withoutText) throw emptyFile(file.name);
  const sentences = text.blocks.filter((block) => mayBeTitle(text.text, block));
  return {
    ...(isEmpty ? withoutWords(pages.reading.withoutText ?? [], labels) : text),
    title: (told && asTitle(told)) || asTitle(named) || titleOf(text.text, sentences, file.name),
    meta,
    reading: {
      ...pages.reading,
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
  reading: Pick<Reading, 'damaged' | 'withoutText'>;
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
  const pages: Pages = { layouts: [], files: [], reading: {} };
  const known: number[] = [];
  const bare = new Map<number, number>();
  const drawn: number[] = [];
  let [damaged, broken] = [0, 0];
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
      damaged += content.damaged;
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
  pages.reading = {
    ...(damaged > 0 && { damaged }),
    ...(withoutText.length > 0 && { withoutText }),
  };
  return pages;
}

const NO_PAGE: PageLayout = { height: 0, columns: [], boxed: [], turned: [], comments: [] };

/** Each page is told when it is read, put together, written, and perhaps looked at for pictures. */
function progressOf(tools: ImportTools, pages: number): () => void {
  let done = 0;
  return () => {
    tools.signal.throwIfAborted();
    done++;
    tools.progress(done, Math.max(done, 4 * pages));
  };
}

/** A document of pictures alone: its pages are all that it has so far. `labels`: their printed numbers. */
function withoutWords(
  numbers: readonly number[],
  labels: readonly string[],
): Pick<ReadText, 'text' | 'blocks' | 'pages'> {
  const lines = numbers.map((page) => say('imports.pageWithoutText', { page }));
  let next = 0;
  const ranges = lines.map((line) => {
    const start = next;
    next = start + line.length + 1;
    return { start, end: start + line.length };
  });
  return {
    text: lines.join('\n'),
    blocks: ranges.map((one) => ({ ...one, kind: 'paragraph', region: 'boilerplate' })),
    pages: ranges.map((one, at) => {
      const page = numbers[at] ?? 0;
      return { ...one, number: (labels[page - 1] ?? String(page)).slice(0, 40) };
    }),
  };
}

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
