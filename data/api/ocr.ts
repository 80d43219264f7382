import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { Recognised } from '../model/reading.ts';
import { LANGUAGE_CODE } from '../formats/import/ocr/languages.ts';
import { call, caseCall, nothing } from './call.ts';

/** Languages by their codes; each takes its time on every page. */
export const OcrLanguages = z.array(z.string().regex(LANGUAGE_CODE)).min(1).max(8);

/** Languages that words of pictures can be looked for in. */
export interface OcrChoice {
  /** Codes of Tesseract: those that come with the program, then those that the person brought. */
  languages: string[];
  /** Those of the last time. */
  chosen: string[];
}

/** Calls that read the words of pictures. */
export const ocrCalls = {
  'ocr.languages': call(nothing).gives<OcrChoice>(),
  /** Asks for a file with another language and keeps it; null when cancelled. */
  'ocr.addLanguage': call(nothing).gives<OcrChoice | null>(),
  /**
   * Reads the words of a document's pictures as a job, and answers when they are its text. Refuses with `in-use`
   * while a highlight stands on the text that is there, and as an import refuses a file.
   */
  'ocr.read': caseCall(z.strictObject({ id: Id, languages: OcrLanguages })).gives<Recognised>(),
} as const;
