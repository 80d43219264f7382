import {
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFPage,
} from '@cantoo/pdf-lib';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '#data/errors.ts';
import type { SourceFile } from '#data/formats/import/format.ts';
import type { Area } from '#data/model/highlight.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import { pageRanges } from '#data/queries/page-ranges.ts';
import type { Span } from '#data/text/finder.ts';
import { PageWordsIndex } from '#data/text/page-words.ts';
import type { WorkingText } from '#data/text/working-text.ts';
import { runsOf, type Box } from '#data/text/page-runs.ts';
import { say } from '#data/words/say.ts';
import { canvasLibrary } from '../native-parts.ts';
import { openPdf } from './open-pdf.ts';

/** A highlight that is to become an annotation. */
export interface PageNote {
  /** Its id, which names the annotation (`NM`). */
  id: string;
  /** Range of its words in the working text; empty for a rectangle without words. */
  start: number;
  end: number;
  area?: Area;
  /** `#rrggbb`. */
  colour: string;
  author: string;
  /** What is said of it: tags, actors, the analyst's note. */
  contents: string;
  /** UTC instants. */
  made: string;
  changed: string;
}

/** A PDF, what is to be noted on it, and its working text, which says where the pages begin. */
export interface Annotating {
  file: SourceFile;
  notes: readonly PageNote[];
  text: Pick<WorkingText, 'text' | 'pages' | 'words'>;
}

/** Tells how many pages are done. */
export type Told = (done: number) => void;

/**
 * The same PDF with highlights as standard annotations (ISO 32000-1, 12.5.6.10 and 12.5.6.8). They are appended:
 * the original bytes are the beginning of the new file. Throws `import-failed` when the file cannot be written
 * so, `password-needed` when it is locked.
 */
export async function annotated(
  { file, notes, text }: Annotating,
  told: Told,
): Promise<Uint8Array> {
  const places = await placesOf(file, notes, text, told);
  try {
    const document = await PDFDocument.load(Uint8Array.from(file.bytes), {
      forIncrementalUpdate: true,
      updateMetadata: false,
    });
    for (const { note, page: number, at, name } of places) {
      const page = document.getPages()[number - 1];
      if (page) attach(document.context, page, { ...note, id: name }, at);
    }
    return await document.save({ useObjectStreams: false });
  } catch {
    throw new AppError('import-failed', say('pages.notAnnotated', { file: file.name }), {
      file: file.name,
    });
  }
}

/** Four numbers of a rectangle in the space of a page: left, bottom, right, top. */
type Rectangle = readonly [number, number, number, number];

/** What of a note lies on a page (from 1); a note that goes on has a further name there. */
interface PlacedNote {
  note: PageNote;
  page: number;
  at: Rectangle[];
  name: string;
}

/** Where the notes lie, page by page; notes whose words are not found have no place. */
async function placesOf(
  file: SourceFile,
  notes: readonly PageNote[],
  text: Annotating['text'],
  told: Told,
): Promise<PlacedNote[]> {
  const places: PlacedNote[] = [];
  const names = new Map<string, number>();
  const open = await openPdf(file, bareTools);
  try {
    const { document } = open;
    const labels = await document.getPageLabels().catch(() => null);
    const ranges = pageRanges(document.numPages, labels, text.pages ?? []);
    for (let number = 1; number <= document.numPages; number++) {
      told(number);
      const range = ranges[number - 1];
      const own = notes.filter((note) => isOn(note, number, range));
      if (own.length === 0) continue;
      const page = await document.getPage(number);
      const index = range ? await wordsOn(page, number, range, text) : new PageWordsIndex([]);
      for (const note of own) {
        const at = boxesOf(note, index).map((box) => inPage(page, box));
        if (at.length === 0) continue;
        const nth = (names.get(note.id) ?? 0) + 1;
        names.set(note.id, nth);
        places.push({ note, page: number, at, name: nth === 1 ? note.id : `${note.id}/${nth}` });
      }
      page.cleanup();
    }
  } finally {
    await open.close();
  }
  return places;
}

function isOn({ area, start, end }: PageNote, page: number, range: Span | undefined): boolean {
  if (area) return area.page === page;
  return range !== undefined && start < range.end && end > range.start;
}

async function wordsOn(
  page: PDFPageProxy,
  number: number,
  { start, end }: Span,
  { text, words }: Annotating['text'],
): Promise<PageWordsIndex> {
  const read = words?.filter((word) => word.page === number) ?? [];
  const told = { start, text: text.slice(start, end) };
  if (read.length > 0) return PageWordsIndex.read({ ...told, words: read });
  const content = await page.getTextContent();
  return PageWordsIndex.drawn(runsOf(content, page.getViewport({ scale: 1 }), measure()), told);
}

/** Measures letters in a font that every machine has, by families. */
function measure(): (letter: string, family: string) => number {
  const pen = canvasLibrary().createCanvas(1, 1).getContext('2d');
  const known = new Map<string, number>();
  return (letter, family) => {
    const key = `${family}\n${letter}`;
    let width = known.get(key);
    if (width === undefined) {
      pen.font = `100px ${family}`;
      width = pen.measureText(letter).width || 50;
      known.set(key, width);
    }
    return width;
  };
}

function boxesOf({ area, start, end }: PageNote, index: PageWordsIndex): readonly Box[] {
  return area ? [[area.x, area.y, area.width, area.height]] : index.boxes(start, end);
}

/** A box of the page as it is shown, in the page's own space, which may be turned. */
function inPage(page: PDFPageProxy, [x, y, width, height]: Box): Rectangle {
  const viewport = page.getViewport({ scale: 1 });
  const point = (across: number, down: number): [number, number] => {
    const [left = 0, bottom = 0] = viewport.convertToPdfPoint(
      across * viewport.width,
      down * viewport.height,
    ) as number[];
    return [left, bottom];
  };
  const [one, other] = [point(x, y), point(x + width, y + height)];
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
  ];
}

function attach(
  context: PDFContext,
  page: PDFPage,
  note: PageNote,
  places: readonly Rectangle[],
): void {
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: note.area ? 'Square' : 'Highlight',
    Rect: [...around(places)],
    C: colourOf(note.colour),
    CA: note.area ? 1 : 0.4,
    F: 4,
    T: PDFHexString.fromText(note.author),
    Contents: PDFHexString.fromText(note.contents),
    NM: PDFString.of(note.id),
    CreationDate: PDFString.fromDate(new Date(note.made)),
    M: PDFString.fromDate(new Date(note.changed)),
  });
  if (!note.area) annotation.set(PDFName.of('QuadPoints'), context.obj(places.flatMap(corners)));
  else annotation.set(PDFName.of('BS'), context.obj({ W: 1.5 }));
  const reference = context.register(annotation);
  const known = page.node.lookup(PDFName.of('Annots'));
  if (known instanceof PDFArray) known.push(reference);
  else page.node.set(PDFName.of('Annots'), context.obj([reference]));
}

/** The corners of a quadrilateral in the order that programs read: top left, top right, bottom left, bottom right. */
const corners = ([left, bottom, right, top]: Rectangle): number[] => [
  ...[left, top, right, top],
  ...[left, bottom, right, bottom],
];

function around(places: readonly Rectangle[]): Rectangle {
  return [
    Math.min(...places.map(([left]) => left)),
    Math.min(...places.map(([, bottom]) => bottom)),
    Math.max(...places.map(([, , right]) => right)),
    Math.max(...places.map(([, , , top]) => top)),
  ];
}

function colourOf(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}
