import { bundledLanguages, isBundled } from '#data/formats/import/ocr/languages.ts';
import { languageOf } from '../ui/languages.ts';

/** A language for reading pictures by its name; one that was brought by its code. */
export const languageWords = (code: string): string =>
  isBundled(code) ? (languageOf(bundledLanguages[code]) ?? code) : code;
