import type { Change } from '#data/model/records.ts';
import type { Request } from '#data/operations/engine.ts';
import type { Lie } from './lying-disk.ts';

/** What a process that will be killed is told, as JSON in its first argument. */
export interface Orders {
  folder: string;
  /** First piece of work, and the piece to stop before. */
  from: number;
  to: number;
  /** Pieces on their way at the same time. */
  together: number;
  /** Make the case first. */
  create?: boolean;
  /** Snapshots after so many rounds. */
  checkpointEvery?: number;
  /** Say "ready" and wait for a line on standard input before opening, or before the work. */
  waitBefore?: readonly ('open' | 'work')[];
  /** Say "ready" and wait before this piece. */
  pauseAt?: number;
  /** Works on a disk that lies, so that the proof can be seen to fail. */
  lie?: Lie;
}

/** What such a process says, one JSON object per line, each written before anything else happens. */
export type Line =
  | { type: 'ready' }
  | { type: 'open'; mode: string; n: number; recovery: string[] }
  | { type: 'begin'; key: number; request: Request }
  | { type: 'ack'; key: number; n: number; changes?: readonly Change[] }
  | { type: 'refuse'; key: number }
  | { type: 'failed'; code: string; message: string }
  | { type: 'closed' };
