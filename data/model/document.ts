import { z } from 'zod';
import { Id, Instant, Line, Marking, Prose, Sha256, stored } from './common.ts';
import { Edtf } from './edtf.ts';
import { Proposal, Reading } from './reading.ts';

/** How far the analyst is with a document. */
export const ReadingState = z.enum(['unread', 'reading', 'done']);
export type ReadingState = z.infer<typeof ReadingState>;

/** Chain of custody (Berkeley Protocol): the evidentiary copy and how it came here. */
export const Custody = z.strictObject({
  /** SHA-256 of the original bytes, kept under `sources/`. */
  sha256: Sha256,
  /** Size of the original in bytes. */
  size: z.int().min(0),
  mediaType: Line,
  /** File name or address as the analyst gave it; never a folder of the machine. */
  origin: Line,
  collectedAt: Instant,
  collector: Line,
  method: Line,
});
export type Custody = z.infer<typeof Custody>;

/** A copy of the original that left the case. */
export const OriginalCopy = z.strictObject({
  at: Instant,
  by: Line,
  /** Name of the file that was written, without folders. */
  name: Line,
});
export type OriginalCopy = z.infer<typeof OriginalCopy>;

/** The working copy: fixed at import, stored under `texts/`, addressed by its hash. */
export const WorkingTextRef = z.strictObject({
  /** SHA-256 of the stored working text file ({@link import('../text/working-text.ts').WorkingText} as JSON). */
  blob: Sha256,
  /** SHA-256 of the text alone in UTF-8. */
  sha256: Sha256,
  /** Length in UTF-16 code units. */
  length: z.int().min(1),
});
export type WorkingTextRef = z.infer<typeof WorkingTextRef>;

/** What is known about a document beside its bytes. */
export const documentFields = {
  title: Line,
  publisher: Line.exactOptional(),
  author: Line.exactOptional(),
  /** Date of publication as far as the text fixes it. */
  published: Edtf.exactOptional(),
  /** Where it was published. */
  place: Line.exactOptional(),
  /** BCP 47 tag. */
  language: Line.exactOptional(),
  url: Line.exactOptional(),
  note: Prose.exactOptional(),
};

/** A document of the case. Its highlights point into the working text. */
export const CaseDocument = z.strictObject({
  ...stored,
  ...documentFields,
  /** Absent: nobody has marked it. */
  marking: Marking.exactOptional(),
  state: ReadingState,
  source: Custody,
  text: WorkingTextRef,
  reading: Reading.exactOptional(),
  /** What the program found about it and the analyst has not said yes or no to. */
  proposals: z.array(Proposal).max(100).exactOptional(),
  /** The document that this one came with: the message of an attachment. */
  attachedTo: Id.exactOptional(),
  copies: z.array(OriginalCopy).exactOptional(),
});
export type CaseDocument = z.infer<typeof CaseDocument>;
