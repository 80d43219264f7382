import { z } from 'zod';
import { Id } from '../model/common.ts';
import type { CaseDocument } from '../model/document.ts';
import type { HighlightAnswer } from '../model/highlight.ts';
import type { DescribedRegion } from '../queries/described-regions.ts';
import type { Occurrence } from '../queries/occurrence-places.ts';
import type { OpenedDocument } from '../queries/opened-document.ts';
import type { TextPart } from '../queries/text-part.ts';
import type { WorkingText } from '../text/working-text.ts';
import { caseCall, Offset } from './call.ts';
import { ReadSettings, type EncodingSample } from './import.ts';

/** A batch of places where words stand. */
export interface FoundPlaces {
  places: Occurrence[];
  /** The document that was looked at last; the next call begins after it. */
  last?: string;
  /** Documents looked at. */
  read: number;
  /** Whether there are documents that were not looked at. */
  more: boolean;
}

/** What became of a document whose original was read in another way. */
export type Reread =
  /** It has another text now. */
  | { result: 'reread' }
  /** Highlights stood on its text: what was read is a new version, to which they came along. */
  | { result: 'version'; id: string }
  /** Its original gives several documents: those that were not there are read beside it, by this job. */
  | { result: 'beside'; job: string | null };

/** Calls that read texts. */
export const documentCalls = {
  /** A document with its text and its highlights. */
  'document.read': caseCall(z.strictObject({ id: Id })).gives<{
    document: CaseDocument;
    text: WorkingText;
    highlights: HighlightAnswer[];
  }>(),
  /**
   * What shows a document at once, however long it is: where its blocks are, and the words, marks and
   * highlights around a place. `document.part` brings the rest.
   */
  'document.open': caseCall(
    z.strictObject({
      id: Id,
      /** The place: a highlight, else an offset in UTF-16 code units, else the start. */
      highlight: Id.exactOptional(),
      offset: Offset.exactOptional(),
    }),
  ).gives<OpenedDocument>(),
  /** What of a document is folded away, in reading order. */
  'document.regions': caseCall(z.strictObject({ id: Id })).gives<DescribedRegion[]>(),
  /** The words of [start, end), in whole blocks, with their highlights and marks. */
  'document.part': caseCall(
    z.strictObject({ id: Id, start: Offset, end: Offset }),
  ).gives<TextPart>(),
  /** First lines of the original in each encoding that it may be in; none where it is no text. */
  'document.encodings': caseCall(z.strictObject({ id: Id })).gives<EncodingSample[]>(),
  /**
   * Reads the original once more in another way. Where highlights stand on the text this makes a new version.
   * Refuses as an import refuses a file.
   */
  'document.reread': caseCall(z.strictObject({ id: Id, settings: ReadSettings })).gives<Reread>(),
  /** Asks where to save the original, writes it out and records that; null when cancelled. */
  'document.saveOriginal': caseCall(z.strictObject({ id: Id })).gives<{
    file: string;
    sha256: string;
  } | null>(),
  /**
   * Asks where to save the document's PDF with its highlights as annotations, writes it out and records that it
   * left; null when cancelled. Throws what an import refuses a file with.
   */
  'document.saveAnnotated': caseCall(z.strictObject({ id: Id })).gives<{
    file: string;
    highlights: number;
  } | null>(),
  /**
   * Where words stand: in one document, or in all of them from the one after `after` on. Answers what was
   * found in a little time; with `more` the next call goes on after `last`. At most `limit` places.
   */
  'document.occurrences': caseCall(
    z.strictObject({
      phrases: z.array(z.string()).max(500),
      rules: z.strictObject({
        wholeWords: z.boolean(),
        matchCase: z.boolean(),
        exactLetters: z.boolean(),
      }),
      /** What the words are going to be given: places that have it are left out. */
      assignment: z.strictObject({ entity: Id.exactOptional(), tag: Id.exactOptional() }),
      document: Id.exactOptional(),
      /** Whether what is folded away is looked at too. */
      folded: z.literal(true).exactOptional(),
      after: Id.exactOptional(),
      limit: z.int().min(1).max(20_000),
    }),
  ).gives<FoundPlaces>(),
} as const;
