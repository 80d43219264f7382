import { z } from 'zod';
import { caseCall, nothing, Key } from './call.ts';
import type { CopiedCase } from './case.ts';

/** A verified copy of the whole case in one file, kept inside the case folder. */
export interface BackupInfo {
  name: string;
  /** When it was made, UTC. */
  at: string;
  /** Number of the last change that it holds. */
  n: number;
  /** Size in bytes. */
  size: number;
}

/** Calls about the backups of the open case. */
export const backupCalls = {
  /** Backups of the open case, newest first. */
  'backup.list': caseCall(nothing).gives<BackupInfo[]>(),
  /** Makes a backup now, as a job; answers the new list. */
  'backup.make': caseCall(nothing).gives<BackupInfo[]>(),
  /** Asks for a folder and unpacks a backup there, beside the present case; null when cancelled. */
  'backup.restore': caseCall(z.strictObject({ name: Key })).gives<CopiedCase | null>(),
} as const;
