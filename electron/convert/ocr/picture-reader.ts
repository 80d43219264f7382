import { AppError } from '#data/errors.ts';
import type { OcrLanguage } from '#data/formats/import/format.ts';
import type {
  GreyPicture,
  PictureReader,
  ReadPicture,
} from '#data/formats/import/picture-reader.ts';
import { readPicture } from '#data/formats/import/ocr/read-picture.ts';
import { isTrainedData } from '#data/formats/import/ocr/trained-data.ts';
import { median } from '#data/formats/import/pdf/runs.ts';
import { say } from '#data/words/say.ts';
import { resized } from '../pictures/draw.ts';
import { readWords, readyFor, type LanguageData } from './engine.ts';
import { languageBytes } from './language-file.ts';
import { languageFile } from '../native-parts.ts';
import { quarterTurned } from '../pictures/turned.ts';
import { turnedBack, worthOf } from './quarter-turns.ts';

/** What reads, by its name. */
const ENGINE = 'Tesseract';
/** Sizes of letters (in points) between which they are read well, and one that is best. */
const SMALL = 22;
const LARGE = 64;
const BEST = 42;
/** How much larger a picture is drawn at most, and points of its longer side below which its letters may be too small. */
const MOST_LARGER = 3;
const SMALL_PICTURE = 1500;
/** Share of the progress that is the first reading: most pages need no other. */
const MOSTLY = 0.9;
/** Letters, each as sure as can be, from which on a page is taken for upright. */
const ENOUGH = 20;
/** Languages whose lines run from top to bottom: a page of theirs is not on its side. */
const VERTICAL = /_vert$/;
/** The other ways up, in quarters of a turn clockwise: what was scanned along its side comes first. */
const OTHER_WAYS = [1, 3, 2] as const;

type Read = PictureReader['read'];

/** A reader of pictures in some languages. Throws `import-failed` when one of them is not there or not good. */
export async function pictureReader(languages: readonly OcrLanguage[]): Promise<PictureReader> {
  const codes = languages.map(({ code }) => code);
  const data = await Promise.all(languages.map(dataOf));
  try {
    await readyFor(data);
  } catch {
    throw brokenLanguage(codes.join(', '));
  }
  const otherWays = codes.some((code) => VERTICAL.test(code)) ? [] : OTHER_WAYS;
  let by: string = ENGINE;
  const readOnce: Read = async (picture, passed) => {
    const { blocks, rotateRadians, version } = await readWords(asPnm(picture), passed);
    by = `${ENGINE} ${version}`;
    const { width, height } = picture;
    return readPicture(blocks ?? [], { width, height, turned: rotateRadians });
  };
  const readAtBest: Read = async (picture, passed) => {
    const read = await readOnce(picture, (share) => passed(MOSTLY * share));
    const scale = betterScale(picture, read);
    if (scale === undefined) return read;
    const again = await readOnce(resized(picture, scale), (share) =>
      passed(MOSTLY + (1 - MOSTLY) * share),
    );
    return worthOf(again) > worthOf(read) ? again : read;
  };
  return {
    languages: codes,
    get by() {
      return by;
    },
    read: async (picture, passed) => {
      const upright = await readAtBest(picture, (share) => passed(MOSTLY * share));
      let best: { read: ReadPicture; worth: number } = { read: upright, worth: worthOf(upright) };
      for (const [at, quarters] of otherWays.entries()) {
        if (best.worth >= ENOUGH) break;
        const turned = quarterTurned(picture, quarters);
        const read = await readAtBest(turned, (share) =>
          passed(MOSTLY + ((1 - MOSTLY) * (at + share)) / otherWays.length),
        );
        if (worthOf(read) > 2 * best.worth) {
          best = { read: turnedBack(read, quarters), worth: worthOf(read) };
        }
      }
      return best.read;
    },
  };
}

/** How much larger or smaller a picture is to be drawn, so that it is read better; undefined when it is right. */
function betterScale(picture: GreyPicture, { columns }: ReadPicture): number | undefined {
  const size = median(columns.flat().flatMap((line) => line.words.map(() => line.size)));
  const isSmall = Math.max(picture.width, picture.height) < SMALL_PICTURE;
  // Of letters that are much too small nothing is read.
  if (size === 0) return isSmall ? MOST_LARGER : undefined;
  return size < SMALL || size > LARGE ? Math.min(MOST_LARGER, BEST / size) : undefined;
}

async function dataOf({ code, file }: OcrLanguage): Promise<LanguageData> {
  const path = file ?? languageFile(code);
  if (path === undefined) throw brokenLanguage(code);
  const bytes = await languageBytes(path);
  if (!bytes || !isTrainedData(bytes)) throw brokenLanguage(code);
  return { code, bytes };
}

/** The simplest format of pictures that Tesseract takes: a head, and the points as they are. */
function asPnm({ width, height, pixels }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}

function brokenLanguage(languages: string): AppError {
  return new AppError('import-failed', say('ocr.brokenLanguage', { languages }), { languages });
}
