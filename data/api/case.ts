import { z } from 'zod';
import { Marking } from '../model/common.ts';
import type { ProblemReport } from '../queries/verify.ts';
import { call, caseCall, nothing, Key, Passphrase } from './call.ts';
import { Drafts, type CaseSnapshot } from './case-snapshot.ts';
import type { NewForm } from './protection.ts';

/** Answer to a change: durable when it arrives. */
export interface Acknowledgement {
  n: number;
  id: string;
  at: string;
}

/** One line of the history. */
export interface HistoryEntry {
  n: number;
  at: string;
  by: string;
  op: string;
  label: string;
  /** Whether it stands (false: undone). Undo and redo records themselves have no standing. */
  stands?: boolean;
}

/** A case that was open before. `key` is opaque. */
export interface RecentCase {
  key: string;
  title: string;
  openedAt: string;
  /** Name of the folder, without where it is. */
  folder: string;
  available: boolean;
  sample: boolean;
}

/** A copy of the case in a folder of its own: `key` opens it, `folder` is its name without where it is. */
export interface CopiedCase {
  key: string;
  folder: string;
}

/** Calls about cases as a whole, and the one call that changes a case. */
export const caseCalls = {
  /** Cases opened before, newest first; the sample is always in the list. */
  'case.recent': call(nothing).gives<RecentCase[]>(),
  /**
   * Asks for a folder and makes a case there, encrypted when a passphrase is given; null when the
   * person cancels. `recoveryKey`: make one as well.
   */
  'case.create': call(
    z.strictObject({
      title: z.string().trim().min(1).max(500),
      marking: Marking.exactOptional(),
      passphrase: Passphrase.exactOptional(),
      recoveryKey: z.boolean().exactOptional(),
    }),
  ).gives<NewForm | null>(),
  /** Asks for a case folder and opens it; null when cancelled. Refuses as `case.open` does. */
  'case.choose': call(nothing).gives<CaseSnapshot | null>(),
  /**
   * Opens a case of the list of recent ones, or a copy just made. An encrypted case is refused with
   * `passphrase-needed`; its details hold a `key` for `case.unlock` and the `folder`'s name.
   */
  'case.open': call(z.strictObject({ key: Key })).gives<CaseSnapshot>(),
  /**
   * The case that is open, or null at the start screen. Why the case of the start could not be opened
   * is told once, as a refusal like that of `case.open`.
   */
  'case.current': call(nothing).gives<CaseSnapshot | null>(),
  'case.close': caseCall(nothing).gives<null>(),
  /** The one way to change the case: any operation of the table. */
  'case.perform': caseCall(
    z.strictObject({ op: z.string().max(60), input: z.unknown() }),
  ).gives<Acknowledgement>(),
  /** History, newest first, before number `before`. */
  'case.history': caseCall(
    z.strictObject({ before: z.int().min(1).exactOptional(), limit: z.int().min(1).max(500) }),
  ).gives<HistoryEntry[]>(),
  /** Checks hash chain, quotes, references and originals; progress comes as a job. */
  'case.verify': caseCall(nothing).gives<ProblemReport>(),
  /** Asks for a folder and copies the case there, with what could not be saved; null when cancelled. */
  'case.saveCopy': caseCall(nothing).gives<CopiedCase | null>(),
  /**
   * After a failed save, or where the case is open for reading only: tries to go back to normal. Null
   * when the open case goes on, a snapshot when it was opened anew.
   */
  'case.retry': caseCall(nothing).gives<CaseSnapshot | null>(),
  /** Asks for a file and writes the whole case into it, verified; null when cancelled. */
  'case.exportFile': caseCall(nothing).gives<{ file: string } | null>(),
  /** Asks for such a file and for a folder, unpacks the case there and opens it; null when cancelled. */
  'case.importFile': call(nothing).gives<CaseSnapshot | null>(),
  /** Keeps the window's view state (open document, scroll, panes) for the next opening. */
  'case.saveView': caseCall(z.strictObject({ view: z.json() })).gives<null>(),
  /** Keeps what was typed into forms and not taken yet, in the case and in its form. */
  'case.saveDrafts': caseCall(z.strictObject({ drafts: Drafts })).gives<null>(),
} as const;
