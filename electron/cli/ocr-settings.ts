import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { OcrLanguage } from '#data/formats/import/format.ts';
import { bundledLanguages, isBundled, LANGUAGE_CODE } from '#data/formats/import/ocr/languages.ts';
import { say } from '#data/words/say.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import { wrongUse } from './wrong-use.ts';

/** Most languages at once: each takes its time on every page. */
const MOST_LANGUAGES = 8;

/**
 * Languages in which the words of pictures are to be read, from `--ocr eng,rus`. `data`: a `.traineddata` file, or a folder
 * of them, with languages that do not come with the program, or that are to be taken in place of its own.
 * Throws `wrong-use`, which names the languages that are known.
 */
export function ocrSettings(
  wished: string | undefined,
  data: string | undefined,
): readonly OcrLanguage[] | undefined {
  const brought = data === undefined ? new Map<string, string>() : languagesIn(data);
  if (wished === undefined) {
    if (data !== undefined) throw wrongUse(say('ocr.dataWithoutLanguages'));
    return undefined;
  }
  const codes = [...new Set(wished.split(/[,+]/).map((code) => code.trim()))];
  const known = [...new Set([...Object.keys(bundledLanguages), ...brought.keys()])];
  const unknown = codes.filter((code) => !brought.has(code) && !isBundled(code));
  if (unknown.length > 0) {
    const languages = unknown.map((code) => code || '""').join(', ');
    throw wrongUse(say('ocr.unknownLanguages', { languages, known: known.join(', ') }));
  }
  if (codes.length > MOST_LANGUAGES) {
    throw wrongUse(say('ocr.tooManyLanguages', { most: MOST_LANGUAGES }));
  }
  return codes.map((code) => {
    const file = brought.get(code);
    return { code, ...(file !== undefined && { file }) };
  });
}

/** Files with what is known of languages, by their codes. */
function languagesIn(path: string): Map<string, string> {
  try {
    const files = statSync(path).isDirectory()
      ? readdirSync(path).map((name) => join(path, name))
      : [path];
    const found = files.flatMap((file): [string, string][] => {
      const code = /^(.+)\.traineddata(?:\.gz)?$/i.exec(basename(file))?.[1] ?? '';
      return LANGUAGE_CODE.test(code) ? [[code, resolve(file)]] : [];
    });
    if (found.length === 0) throw wrongUse(say('ocr.noLanguageThere', { path }));
    return new Map(found);
  } catch (thrown) {
    throw storageError(thrown, say('doing.readFile'), path);
  }
}
