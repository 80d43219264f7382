import type { Stamp, StoreState, CaseChange } from './case-snapshot.ts';
import type { QueueNews, WatchedFolder } from './import.ts';
import type { FoundKin } from '../queries/kin-in.ts';
import type { JobState } from './job.ts';

/** What the desktop tells the window unasked. */
export interface Events {
  /** The case changed; durable already. */
  change: CaseChange & Stamp;
  job: JobState;
  /** How the files of an import stand. */
  import: QueueNews;
  /** Which folder is watched for the open case. */
  watching: { session: string; watched: WatchedFolder | null };
  /** What was found about where documents come from. */
  kin: { session: string; found: FoundKin };
  store: StoreState & Stamp;
  /** How far the open case is written anew, while it is encrypted or decrypted. */
  rewriting: { done: number; total: number };
  /** A menu entry was chosen: the id of a command of the palette. */
  command: { id: string };
  /** The window is about to close: save the view now. */
  closing: Record<string, never>;
}
export type EventName = keyof Events;
