import { AppError } from '#data/errors.ts';
import type { ImportFormat, ReadText, SourceFile } from '#data/formats/import/format.ts';
import type { GreyPicture } from '#data/formats/import/picture-reader.ts';
import { Scanned } from '#data/formats/import/ocr/scanned.ts';
import { assembled } from '#data/formats/import/pdf/assembly.ts';
import { titleIn } from '#data/formats/import/pdf/title.ts';
import { written } from '#data/formats/import/pdf/written.ts';
import { pagesWithoutWords } from '#data/formats/import/pictures/pages.ts';
import { PictureFault } from '#data/formats/import/pictures/fault.ts';
import { needWhole } from '#data/formats/import/pictures/whole.ts';
import { pictureSize, type PictureSize } from '#data/formats/import/pictures/size.ts';
import { asTitle, titleOf } from '#data/formats/import/titles.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import { say } from '#data/words/say.ts';
import { needPoints } from './png-points.ts';

/** Points that a picture may have: unpacked it takes four bytes for each. */
const MOST_POINTS = 100_000_000;
/** Pages of one file. */
const MOST_PAGES = 5_000;
/** A picture says nothing of its paper: it is taken for a page of A4, by its longer side (1/72 inch). */
const LONG_SIDE = 842;
/** First byte of a PNG. */
const PNG = 0x89;
/** Steps of a page in the progress: reading its words is told in parts. */
const STEPS = 100;

/** A page that is a picture, not unpacked yet. */
interface PicturePage extends PictureSize {
  /** Throws {@link PictureFault}, or what a library says, when it cannot be drawn whole. */
  draw(): Promise<GreyPicture>;
}

/** A format of pictures: what is the same for all of them. */
function pictureFormat(
  own: Pick<ImportFormat, 'id' | 'label' | 'extensions' | 'mediaTypes' | 'starts' | 'startsBehind'>,
  pages: (bytes: Uint8Array) => Promise<PicturePage[]> = onePage,
): ImportFormat {
  return {
    ...own,
    limit: 512 * 1024 * 1024,
    async *convert(file, tools) {
      yield await textOf(file, await readable(file, pages), tools);
    },
  };
}

/** A picture with its colours says how large it is in its head. */
async function onePage(bytes: Uint8Array): Promise<PicturePage[]> {
  const size = pictureSize(bytes);
  if (!size) return [];
  const draw = async (): Promise<GreyPicture> => {
    needWhole(bytes);
    if (bytes[0] === PNG) await needPoints(bytes);
    const { drawn } = await import('./draw.ts');
    return drawn(bytes);
  };
  return [{ ...size, draw }];
}

/** The pages of a file, none of them beyond what can be unpacked. */
async function readable(
  { name, bytes }: SourceFile,
  pagesOf: (bytes: Uint8Array) => Promise<PicturePage[]>,
): Promise<PicturePage[]> {
  const pages = await pagesOf(bytes).catch((thrown: unknown) => {
    throw brokenPicture(name, thrown);
  });
  if (pages.length === 0 || pages.some(({ width, height }) => width < 1 || height < 1)) {
    throw brokenPicture(name);
  }
  const isTooLarge = pages.some(({ width, height }) => width * height > MOST_POINTS);
  if (isTooLarge || pages.length > MOST_PAGES) throw hugePicture(name);
  return pages;
}

/**
 * A document of pictures, read if that is asked for. Every page is drawn once, so that none comes in which
 * cannot be seen later: half a picture is no evidence of what was on the other half.
 */
async function textOf(
  file: SourceFile,
  pages: readonly PicturePage[],
  tools: ImportTools,
): Promise<ReadText> {
  const reader = await tools.pictureReader();
  const scanned = new Scanned();
  for (const [at, page] of pages.entries()) {
    const picture = await page.draw().catch((thrown: unknown) => {
      throw brokenPicture(file.name, thrown, pages.length > 1 ? at + 1 : undefined);
    });
    tools.signal.throwIfAborted();
    tools.progress(at * STEPS + 1, pages.length * STEPS);
    if (!reader) continue;
    const read = await reader.read(picture, (share) =>
      tools.progress((at + share) * STEPS + 1, pages.length * STEPS),
    );
    scanned.add(at + 1, read, paperOf(picture));
  }
  const numbers = pages.map((_, at) => at + 1);
  const withoutText = numbers.filter((number) => !scanned.layouts.has(number));
  return {
    ...wordsOf(scanned, file.name, numbers),
    reading: {
      pages: pages.length,
      ...(withoutText.length > 0 && { withoutText }),
      ...(reader && scanned.told(reader)),
    },
  };
}

/** How wide the paper of a picture is taken to be. */
const paperOf = ({ width, height }: GreyPicture): number =>
  (LONG_SIDE * width) / Math.max(width, height);

const EMPTY_PAGE = { height: LONG_SIDE, columns: [], boxed: [], turned: [], comments: [] };

function wordsOf(
  { layouts }: Scanned,
  name: string,
  numbers: readonly number[],
): Pick<ReadText, 'title' | 'text' | 'blocks' | 'pages'> {
  if (layouts.size === 0) {
    const placeholder = pagesWithoutWords(numbers);
    return { ...placeholder, title: titleOf('', [], name) };
  }
  const pages = numbers.map((number) => layouts.get(number) ?? EMPTY_PAGE);
  const assembly = assembled(pages, [], () => undefined);
  const text = written(assembly, [], () => undefined);
  const named = titleIn(assembly.pages[0]?.body ?? [], assembly.body.size);
  return { ...text, title: asTitle(named) || titleOf('', [], name) };
}

/** The refusal of a picture, with the page of it that cannot be drawn, where it has several. */
function brokenPicture(file: string, thrown?: unknown, at?: number): AppError {
  const fault = thrown instanceof PictureFault ? thrown : undefined;
  const page = at ?? fault?.page ?? 0;
  const words = {
    cut: say('ocr.cutPicture', { file, page }),
    damaged: say('ocr.damagedPicture', { file, page }),
    packing: say('ocr.unknownPacking', { file, page }),
  };
  const message = fault ? words[fault.kind] : say('ocr.brokenPicture', { file, page });
  return new AppError('import-failed', message, { file, ...(page > 0 && { page }) });
}

function hugePicture(file: string): AppError {
  const most = MOST_POINTS / 1_000_000;
  const words = say('ocr.hugePicture', { file, most, pages: MOST_PAGES });
  return new AppError('too-large', words, { file, limit: MOST_POINTS });
}

/** Pictures that are read as documents of pages; which kind one is, its bytes say. */
export const pictureFormats: readonly ImportFormat[] = [
  pictureFormat({
    id: 'png',
    label: say('ocr.png'),
    extensions: ['png'],
    mediaTypes: ['image/png'],
    starts: ['\u0089PNG\r\n\u001a\n'],
  }),
  pictureFormat({
    id: 'jpeg',
    label: say('ocr.jpeg'),
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    mediaTypes: ['image/jpeg'],
    starts: ['\u00ff\u00d8\u00ff'],
  }),
  pictureFormat(
    {
      id: 'tiff',
      label: say('ocr.tiff'),
      extensions: ['tif', 'tiff'],
      mediaTypes: ['image/tiff'],
      starts: ['II*\0', 'MM\0*'],
    },
    async (bytes) => (await import('./tiff.ts')).tiffPages(bytes),
  ),
  pictureFormat({
    id: 'gif',
    label: say('ocr.gif'),
    extensions: ['gif'],
    mediaTypes: ['image/gif'],
    starts: ['GIF87a', 'GIF89a'],
  }),
  pictureFormat({
    id: 'webp',
    label: say('ocr.webp'),
    extensions: ['webp'],
    mediaTypes: ['image/webp'],
    starts: [],
    startsBehind: (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
  }),
  pictureFormat({
    id: 'bmp',
    label: say('ocr.bmp'),
    extensions: ['bmp', 'dib'],
    mediaTypes: ['image/bmp'],
    starts: [],
    // A text may begin with these letters too: a picture has four bytes that mean nothing.
    startsBehind: (start) => start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0',
  }),
];
