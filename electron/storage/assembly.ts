import type { Head } from '#data/storage/format.ts';
import type { SnapshotSources } from './checkpoint/checkpoint.ts';
import type { RecoveryReport } from './files/recovery-report.ts';
import type { Journal } from './journal/journal.ts';
import type { Lock } from './lock/lock.ts';
import type { OpenVault } from './vault/vault.ts';

/** What a store is put together from. */
export interface Assembly {
  sources: SnapshotSources;
  report: RecoveryReport;
  journal: Journal;
  head: Head;
  /** Number of the record that the snapshots on disk stand for. */
  last: number;
  /** Something was repaired that snapshots should stand for at once. */
  mended: boolean;
  lock?: Lock;
  /** Why nothing can be written; absent in a writable case. */
  reason?: string;
  /** The open vault of an encrypted case. */
  vault?: OpenVault;
}
