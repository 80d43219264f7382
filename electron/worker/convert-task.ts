import type { OcrLanguage } from '#data/formats/import/format.ts';
import type { PictureReader } from '#data/formats/import/picture-reader.ts';
import type { ImportTools } from '#data/formats/import/tools.ts';
import { bareTools } from '#data/formats/import/tools.ts';
import type { TaskWork } from '../background/tasks.ts';
import { encodings } from '../convert/encodings.ts';
import { importRegistry } from '../convert/registry.ts';
import { openZip } from '../convert/zip.ts';

/** Reads a foreign file: no window, no case, only bytes in and texts out. */
export const convertTask: TaskWork<'convert'> = (file, tools) =>
  importRegistry.convert(file, {
    ...bareTools,
    encodings,
    openZip,
    password: oneByOne(file.passwords ?? []),
    pictureReader: readerFor(file.ocr ?? []),
    ...tools,
  });

/** A reader of pictures that is made ready once, when the first picture is there; none where no language is wanted. */
function readerFor(languages: readonly OcrLanguage[]): ImportTools['pictureReader'] {
  if (languages.length === 0) return () => bareTools.pictureReader();
  let reader: ReturnType<ImportTools['pictureReader']> | undefined;
  return () => (reader ??= makeReader(languages));
}

async function makeReader(languages: readonly OcrLanguage[]): Promise<PictureReader> {
  const { pictureReader } = await import('../convert/ocr/picture-reader.ts');
  return pictureReader(languages);
}

/** Gives passwords one after the other: a file that one of them does not open is asked about with the next. */
function oneByOne(passwords: readonly string[]): ImportTools['password'] {
  let next = 0;
  return (isWrong) => {
    if (!isWrong) next = 0;
    return Promise.resolve(passwords[next++]);
  };
}
