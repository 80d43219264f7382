import type { EncodingSample } from '#data/api/import.ts';
import type { ReportWish } from '#data/formats/report/renderers/registry.ts';
import type { Annotating } from '../convert/pdf/annotate.ts';
import type { CutOut, WantedCutOut } from '../convert/cut-outs.ts';
import type { AnchorRange, Reanchored } from '#data/text/reanchor/reanchor.ts';
import type { FoundKin } from '#data/queries/kin-in.ts';
import type { OpenVault } from '../storage/vault/vault.ts';
import type { CasePlace, Packing, Unpacking } from '../storage/store-work.ts';
import type { ConvertedPart, SourceFile } from '#data/formats/import/format.ts';

/** A report that is made beside the program that has the case open. */
export interface ReportTaskInput {
  /** Folder of the case: it is read from the disk, where all that is acknowledged is. */
  folder: string;
  /** The open vault of an encrypted case; it comes in memory and is written nowhere. */
  vault?: OpenVault;
  wish: ReportWish;
}

/**
 * Part of a rendered report: the file itself, or the page to print and what stands at its foot; or instead what
 * pictures it wants before it is made, as JSON.
 */
export interface ReportPiece {
  of: 'file' | 'page' | 'foot' | 'wanted';
  bytes: Uint8Array;
}

/** A saved web page that needs nothing beside it, in UTF-8, and how many of its own parts are not in it. */
export interface ShownOriginal {
  html: Uint8Array<ArrayBuffer>;
  leftOut: number;
}

/** A file, and the rectangles of its pages that are wanted. */
export interface CutInput {
  file: SourceFile;
  mediaType: string;
  wanted: readonly WantedCutOut[];
}

/** A derived store that is to be made from a case on the disk. */
export interface DeriveInput extends CasePlace {
  /** Name of the derived store. */
  name: string;
}

/** Texts with marked words, and the text in which those words are looked for. */
export interface ReanchorInput {
  olders: { text: string; anchors: AnchorRange[] }[];
  newer: string;
}

/** Everything that can be done in the background: what it is given, and what it gives one by one. */
export interface Tasks {
  /** A foreign file into working texts. */
  convert: { input: SourceFile; item: ConvertedPart };
  /** A foreign text into its first lines by encoding. */
  encodings: { input: SourceFile; item: EncodingSample };
  /** A web page that was saved as one file into what is shown of it. */
  original: { input: SourceFile; item: ShownOriginal };
  /** A foreign PDF into the same one with notes. */
  annotate: { input: Annotating; item: Uint8Array };
  /** A foreign file with pages into pictures of rectangles on them. */
  cut: { input: CutInput; item: CutOut };
  /** A case on the disk into a report. */
  report: { input: ReportTaskInput; item: ReportPiece };
  /** Marked words of texts into their places in a newer text, some at a time, in their order. */
  reanchor: { input: ReanchorInput; item: Reanchored[] };
  /** A case on the disk into the bytes of a derived store. */
  derive: { input: DeriveInput; item: Uint8Array };
  /** A case on the disk into what its documents are of one another. */
  kin: { input: CasePlace; item: FoundKin };
  /** A case on the disk into one file. */
  archive: { input: Packing; item: never };
  /** One file into the folder of a case. */
  unpack: { input: Unpacking; item: never };
}
export type TaskName = keyof Tasks;

/** What a task may use beside its input. */
export interface TaskTools {
  /** Says how much is done, of `total`. Who says nothing more for too long is given up, see `Limits`. */
  readonly progress: (done: number, total: number) => void;
  /** Aborted when nobody wants the result any more; a task that does not end then is killed. */
  readonly signal: AbortSignal;
}

/** The work of a task: gives its items as they come. */
export type TaskWork<N extends TaskName> = (
  input: Tasks[N]['input'],
  tools: TaskTools,
) => AsyncIterable<Tasks[N]['item']>;
