import type { AppError, ErrorCode } from '#data/errors.ts';
import { thisFormat } from '#data/storage/migrations.ts';
import { say } from '#data/words/say.ts';
import { caseParts } from '../snapshots/case-parts.ts';
import type { Assembly } from '../assembly.ts';
import { nodeDisk } from '../disk/disk.ts';
import { finishRewrite } from '../rewrite/finish-rewrite.ts';
import { formatOf } from '../snapshots/format-of.ts';
import { acquireCase, type Hold } from './acquire-case.ts';
import { sweepBeside } from '../files/sweep-leftovers.ts';
import type { Lock } from '../lock/lock.ts';
import { repairJournal } from './repair-journal.ts';
import { loadCase } from './load-case.ts';
import { readWithoutLock } from './read-without-lock.ts';
import { RecoveryReport } from '../files/recovery-report.ts';
import { rewriteCase, type Open } from '../rewrite/rewrite-case.ts';
import { storageError } from '../disk/storage-error.ts';
import type { OpenOptions } from '../store-options.ts';
import { codecOf, vaultFor } from '../vault/vault.ts';

/** Codes of a disk that does not let itself be repaired. */
const unwritable = new Set<ErrorCode>(['no-space', 'no-permission', 'read-only']);

/**
 * Finds a case on the disk, takes its lock, finishes what a process that died has begun, brings the case
 * to the current format and repairs what a crash left. The lock comes before the choice of how to read:
 * until it is held another process may encrypt or decrypt the case. Where nothing can be written it is
 * assembled for reading. `open` opens a store: a case is rewritten through one. Throws as
 * `openCase`; a lock that was taken here is then given back.
 */
export async function assembleCase(
  open: Open,
  folder: string,
  options: OpenOptions,
): Promise<Assembly> {
  const { disk = nodeDisk, lock: given } = options;
  await sweepBeside(disk, folder);
  if (options.readOnly) return readWithoutLock(folder, options, load);
  let taken: Lock | undefined;
  try {
    if (given) await finishRewrite(disk, folder, options.plan);
    const hold = given ? { lock: given } : await acquireCase(disk, folder, options);
    if (!given) taken = hold.lock;
    return await assembleHeld(open, folder, options, hold);
  } catch (error) {
    taken?.release();
    throw storageError(error, say('doing.openCase'), folder);
  }
}

/** The same for a case that nobody else can write to meanwhile. */
async function assembleHeld(
  open: Open,
  folder: string,
  options: OpenOptions,
  hold: Hold,
): Promise<Assembly> {
  const { disk = nodeDisk } = options;
  const vault = await vaultFor(disk, folder, options);
  const keyed = vault ? { ...options, vault } : options;
  if (hold.lock && isOlder(folder, keyed)) {
    const { upgrading: progress, ...how } = keyed;
    await rewriteCase(open, folder, vault, hold.lock, { ...how, ...(progress && { progress }) });
  }
  try {
    return await load(folder, keyed, hold);
  } catch (thrown) {
    const error = storageError(thrown, say('doing.openCase'), folder);
    if (!hold.lock || !unwritable.has(error.code)) throw error;
    if (!options.lock) hold.lock.release();
    return load(folder, keyed, { reason: cannotRepair(error) });
  }
}

async function load(folder: string, options: OpenOptions, hold: Hold): Promise<Assembly> {
  const { disk = nodeDisk, readOnly = false, vault, plan, later = false } = options;
  const parts = caseParts(disk, folder, vault && codecOf(vault), plan);
  const writable = hold.lock !== undefined;
  const report = new RecoveryReport(disk, parts.paths, writable);
  const sources = await loadCase(parts, report, { anyFormat: readOnly, isLater: later });
  report.carryOut();
  const journal = await repairJournal(parts, sources, report, writable);
  const { head, base, damaged } = sources;
  const mended = damaged && writable;
  const found = { sources, report, journal, head, last: base.n, mended, ...hold };
  return vault ? { ...found, vault } : found;
}

/** Whether a case must be brought to the current format before it is opened. */
function isOlder(folder: string, options: OpenOptions): boolean {
  const { disk = nodeDisk, keepFormat, vault, plan = thisFormat } = options;
  if (keepFormat) return false;
  const format = formatOf(caseParts(disk, folder, vault && codecOf(vault), plan));
  return format !== undefined && format < plan.current;
}

function cannotRepair({ message }: AppError): string {
  return say('store.cannotRepair', { why: message });
}
