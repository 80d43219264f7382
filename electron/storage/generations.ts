import { basename } from 'node:path';
import { codeOf } from './storage-error.ts';
import type { RecoveryReport } from './recovery-report.ts';
import { previousOf, readSnapshot, type SnapshotPlace } from './snapshot-adapter.ts';

/** What was found of a snapshot: the newest generation that is whole, and whether the newest was lost. */
export interface Found<T> {
  data: T | undefined;
  /** The current file was missing or damaged. */
  lost: boolean;
}

/**
 * The newest whole generation of a snapshot file. A damaged one is set aside and told; a missing one
 * is only told by the caller, who knows whether it should be there. Throws what the disk throws,
 * except for missing files.
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
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    if (code !== '' && code !== 'EIO') throw error;
    const where =
      code === 'EIO' ? 'unreadable' : report.setAside(basename(path), place.disk.read(path));
    report.say(`The snapshot ${basename(path)} is damaged (${where}).`);
    return undefined;
  }
}
