import { readFile } from 'node:fs/promises';
import { AppError } from '#data/errors.ts';
import type { OcrLanguage } from '#data/formats/import/format.ts';
import type { GreyPicture, PictureReader, ReadPicture } from '#data/formats/import/ocr/pictures.ts';
import { readPicture } from '#data/formats/import/ocr/read-picture.ts';
import { say } from '#data/words/say.ts';
import { storageError } from '../../storage/disk/storage-error.ts';
import { readWords, readyFor, type LanguageData } from './engine.ts';
import { languageFile } from './parts.ts';
import { quarterTurned, turnedBack, worthOf } from './quarter-turns.ts';

/** What reads, by its name. */
const ENGINE = 'Tesseract';
/** Letters, each as sure as can be, from which on a page is taken for upright. */
const ENOUGH = 20;
/** Languages whose lines run from top to bottom: a page of theirs is not on its side. */
const VERTICAL = /_vert$/;
/** The other ways up, in quarters of a turn clockwise: what was scanned along its side comes first. */
const OTHER_WAYS = [1, 3, 2] as const;

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
  const readOnce = async (picture: GreyPicture, passed: (share: number) => void) => {
    const { blocks, rotateRadians, version } = await readWords(asPnm(picture), passed);
    by = `${ENGINE} ${version}`;
    const { width, height } = picture;
    return readPicture(blocks ?? [], { width, height, turned: rotateRadians });
  };
  return {
    languages: codes,
    get by() {
      return by;
    },
    read: async (picture, passed) => {
      const upright = await readOnce(picture, (share) => passed(share / 2));
      let best: { read: ReadPicture; worth: number } = { read: upright, worth: worthOf(upright) };
      for (const [at, quarters] of otherWays.entries()) {
        if (best.worth >= ENOUGH) break;
        const turned = quarterTurned(picture, quarters);
        const read = await readOnce(turned, (share) => passed(0.5 + (at + share) / 6));
        if (worthOf(read) > 2 * best.worth) {
          best = { read: turnedBack(read, quarters), worth: worthOf(read) };
        }
      }
      return best.read;
    },
  };
}

async function dataOf({ code, file }: OcrLanguage): Promise<LanguageData> {
  const path = file ?? languageFile(code);
  if (path === undefined) throw brokenLanguage(code);
  try {
    return { code, bytes: await readFile(path) };
  } catch (thrown) {
    throw storageError(thrown, say('doing.readFile'), path);
  }
}

/** The simplest format of pictures that Tesseract takes: a head, and the points as they are. */
function asPnm({ width, height, pixels }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}

function brokenLanguage(languages: string): AppError {
  return new AppError('import-failed', say('ocr.brokenLanguage', { languages }), { languages });
}
