import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { RecoveryReport } from '../files/recovery-report.ts';
import { previousOf, readSnapshot, type SnapshotPlace } from './snapshot-adapter.ts';
import { codeOf } from '../disk/storage-error.ts';

/** What was found of a snapshot: its newest whole generation, and whether the current one was lost. */
export interface Found<T> {
  data: T | undefined;
  lost: boolean;
}

/**
 * The newest whole generation of a snapshot file. A damaged one is moved aside, lest it become the
 * previous generation at the next writing, and told; a missing one is for the caller to tell, who
 * knows whether it should be there. Throws what the disk throws,
 * except for missing and unreadable files.
 */
export function newestWhole<T extends object>(
  place: SnapshotPlace,
  path: string,
  report: RecoveryReport,
): Found<T> {
  const current = whole<T>(place, path, report);
  if (current) return { data: current, lost: false };
  return { data: whole<T>(place, previousOf(path), report), lost: true };
}

function whole<T extends object>(
  place: SnapshotPlace,
  path: string,
  report: RecoveryReport,
): T | undefined {
  try {
    return readSnapshot<T>(place, path);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'damaged') throw error;
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    if (code !== '' && code !== 'EIO') throw error;
    const name = basename(path);
    report.say(say('repairs.snapshot', { file: name, where: report.moveAside(path) }));
    return undefined;
  }
}
