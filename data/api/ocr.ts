import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { Recognised } from '../model/reading.ts';
import { LANGUAGE_CODE } from '../formats/import/ocr/languages.ts';
import { call, caseCall, nothing, Offset } from './call.ts';

/** Languages by their codes; each takes its time on every page. */
export const OcrLanguages = z.array(z.string().regex(LANGUAGE_CODE)).min(1).max(8);

/** Languages that words of pictures can be looked for in. */
export interface OcrChoice {
  /** Codes of Tesseract: those that come with the program, then those that the person brought. */
  languages: string[];
  /** Those of the last time. */
  chosen: string[];
}

/** Which document has words that were read or corrected: the one that was asked about, or its new version. */
export interface WordsTaken {
  document: string;
  /** Number of the change that brought them. */
  n: number;
}

/** What became of a document whose pictures were read. */
export interface PicturesRead extends WordsTaken {
  recognised: Recognised;
}

/** Calls that read the words of pictures. */
export const ocrCalls = {
  'ocr.languages': call(nothing).gives<OcrChoice>(),
  /** Asks for a file with another language and keeps it; null when cancelled. */
  'ocr.addLanguage': call(nothing).gives<OcrChoice | null>(),
  /**
   * Reads the words of a document's pictures as a job, and answers when they are its text, or that of a new version
   * where highlights stand on the one that it has. Refuses as an import refuses a file.
   */
  'ocr.read': caseCall(z.strictObject({ id: Id, languages: OcrLanguages })).gives<PicturesRead>(),
  /** Puts other words in a stretch of one paragraph: a new version, whose id is answered. */
  'ocr.correct': caseCall(
    z.strictObject({ id: Id, start: Offset, end: Offset, words: z.string().max(100_000) }),
  ).gives<WordsTaken>(),
} as const;
