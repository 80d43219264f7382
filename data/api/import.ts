import { z } from 'zod';
import type { ErrorShape } from '../errors.ts';
import { TableRecipe } from '../model/reading.ts';
import { caseCall, nothing, Key, Passphrase } from './call.ts';
import type { ImportResult } from './job.ts';

/** How far a file of an import is. */
export type QueueState = 'waiting' | 'reading' | 'over' | 'cancelled';

/** A file of an import. `key` is the desktop's name for it, by which it can be cancelled or tried again. */
export interface QueuedFile {
  key: string;
  /** Without folders. */
  name: string;
  state: QueueState;
  /** In bytes; absent where nobody knows before it is read. */
  size?: number;
}

/** What became of one document of a file; a part of a file is named as the file and the part. */
export type QueueResult = { key: string; file: string } & (
  | { result: Exclude<ImportResult['result'], 'failed'>; id: string; title: string }
  | { result: 'failed'; error: ErrorShape }
);

/**
 * News of an import: files as they stand now, by key, and what became of some documents. Nothing is told
 * twice: a file that another job tries once more begins without the results it had.
 */
export interface QueueNews {
  session: string;
  /** The job that works on these files. */
  job: string;
  files: QueuedFile[];
  results: QueueResult[];
  /** Nobody asked for it just now: the files came into a watched folder. */
  isQuiet?: true;
}

/** A folder whose new files come into the case by themselves. */
export interface WatchedFolder {
  /** Its name, without where it is. */
  folder: string;
  /** It cannot be read any more; nothing is imported until it is back. */
  isGone?: true;
}

/** The first lines of a file as they are in an encoding. */
export interface EncodingSample {
  encoding: string;
  lines: string[];
  /** Characters of them that mean nothing in it. */
  damaged: number;
  /** The way it was read. */
  isCurrent?: true;
}

/** How files are to be read, as somebody says who looked at them. */
export const ReadSettings = z.strictObject({
  /** A label of the WHATWG Encoding Standard. */
  encoding: z.string().min(1).max(60).exactOptional(),
  /** Tried on whatever asks for one. */
  password: Passphrase.exactOptional(),
  recipe: TableRecipe.exactOptional(),
});
export type ReadSettings = z.infer<typeof ReadSettings>;

/** Most UTF-16 code units of a text that is dropped or pasted. */
const LONGEST = 50_000_000;

/** Calls that bring documents in. Each that starts an import answers its job, or null when there is nothing. */
export const importCalls = {
  /** Asks for files (or a folder) and imports them; null when cancelled. */
  'import.choose': caseCall(z.strictObject({ folder: z.boolean() })).gives<string | null>(),
  /** Imports words that were dropped on the window: as a page when there is `html`. */
  'import.text': caseCall(
    z.strictObject({
      text: z.string().max(LONGEST),
      html: z.string().max(LONGEST).exactOptional(),
      /** Where they come from. */
      address: z.string().max(10_000).exactOptional(),
    }),
  ).gives<string | null>(),
  /** Imports what is on the clipboard, text or page, with its address where the clipboard tells it. */
  'import.paste': caseCall(nothing).gives<string | null>(),
  /** Reads files once more that were refused or cancelled, without choosing them again. */
  'import.retry': caseCall(
    z.strictObject({ keys: z.array(Key).max(200_000), settings: ReadSettings }),
  ).gives<string | null>(),
  /** Stops the import of one file; the others go on. One that is over is no mistake. */
  'import.cancel': caseCall(z.strictObject({ key: Key })).gives<null>(),
  /** First lines of a file that was refused, in each encoding that it may be in. */
  'import.encodings': caseCall(z.strictObject({ key: Key })).gives<EncodingSample[]>(),
  /** The folder that is watched for this case, if one is. */
  'import.watched': caseCall(nothing).gives<WatchedFolder | null>(),
  /** Asks for a folder to watch, or stops watching; null when none is watched then. */
  'import.watch': caseCall(z.strictObject({ on: z.boolean() })).gives<WatchedFolder | null>(),
} as const;
