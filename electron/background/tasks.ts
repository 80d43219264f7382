import type { Packing, Unpacking } from '../storage/store-work.ts';
import type { Converted, SourceFile } from '#data/formats/import/format.ts';
import type { DeriveInput } from '../worker/derive-task.ts';
import type { ReportPiece, ReportTaskInput } from '../worker/report-task.ts';

/** Everything that can be done in the background: what it is given, and what it gives one by one. */
export interface Tasks {
  /** A foreign file into working texts. */
  convert: { input: SourceFile; item: Converted };
  /** A case on the disk into a report. */
  report: { input: ReportTaskInput; item: ReportPiece };
  /** A case on the disk into the bytes of a derived store. */
  derive: { input: DeriveInput; item: Uint8Array };
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
