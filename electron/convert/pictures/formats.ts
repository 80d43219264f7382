import { AppError } from '#data/errors.ts';
import type { ImportFormat, ReadText, SourceFile } from '#data/formats/import/format.ts';
import type { GreyPicture } from '#data/formats/import/picture-reader.ts';
import { Scanned } from '#data/formats/import/ocr/scanned.ts';
import { assembled } from '#data/formats/import/pdf/assembly.ts';
import { titleIn } from '#data/formats/import/pdf/title.ts';
import { written } from '#data/formats/import/pdf/written.ts';
import { pagesWithoutWords } from '#data/formats/import/pictures/pages.ts';
import { pictureSize, type PictureSize } from '#data/formats/import/pictures/size.ts';
import { asTitle, titleOf } from '#data/formats/import/titles.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import { say } from '#data/words/say.ts';

/** Points that a picture may have: unpacked it takes four bytes for each. */
const MOST_POINTS = 100_000_000;
/** Pages of one file. */
const MOST_PAGES = 5_000;
/** A picture says nothing of its paper: it is taken for a page of A4, by its longer side (1/72 inch). */
const LONG_SIDE = 842;
/** Steps of a page in the progress: reading its words is told in parts. */
const STEPS = 100;

/** A page that is a picture, not unpacked yet. */
interface PicturePage extends PictureSize {
  draw(): GreyPicture | Promise<GreyPicture>;
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
  const { drawn } = await import('./draw.ts');
  return size ? [{ ...size, draw: () => drawn(bytes) }] : [];
}

/** The pages of a file, none of them beyond what can be unpacked. */
async function readable(
  { name, bytes }: SourceFile,
  pagesOf: (bytes: Uint8Array) => Promise<PicturePage[]>,
): Promise<PicturePage[]> {
  const pages = await pagesOf(bytes).catch(() => []);
  if (pages.length === 0 || pages.some(({ width, height }) => width < 1 || height < 1)) {
    throw brokenPicture(name);
  }
  const isTooLarge = pages.some(({ width, height }) => width * height > MOST_POINTS);
  if (isTooLarge || pages.length > MOST_PAGES) throw hugePicture(name);
  return pages;
}

/**
 * A document of pictures, read if that is asked for. Pages that cannot be unpacked are told as pages without text,
 * unless there is no other.
 */
async function textOf(
  file: SourceFile,
  pages: readonly PicturePage[],
  tools: ImportTools,
): Promise<ReadText> {
  const reader = await tools.pictureReader();
  const scanned = new Scanned();
  let broken = 0;
  for (const [at, page] of pages.entries()) {
    const picture = await drawnOf(page);
    tools.signal.throwIfAborted();
    tools.progress(at * STEPS + 1, pages.length * STEPS);
    if (!picture) broken++;
    else if (reader) {
      const read = await reader.read(picture, (share) =>
        tools.progress((at + share) * STEPS + 1, pages.length * STEPS),
      );
      scanned.add(at + 1, read, paperOf(picture));
    }
  }
  if (broken === pages.length) throw brokenPicture(file.name);
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

async function drawnOf(page: PicturePage): Promise<GreyPicture | undefined> {
  try {
    return await page.draw();
  } catch {
    return undefined;
  }
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

function brokenPicture(file: string): AppError {
  return new AppError('import-failed', say('ocr.brokenPicture', { file }), { file });
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
