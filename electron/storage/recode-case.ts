import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { openCase } from './open/open-case.ts';
import { acquireCase } from './open/acquire-case.ts';
import { nodeDisk } from './disk/disk.ts';
import type { Lock } from './lock/lock.ts';
import { rewriteCase, type RewriteOptions } from './rewrite/rewrite-case.ts';
import { storageError } from './disk/storage-error.ts';
import type { OpenVault } from './vault/vault.ts';

/** How a case is encrypted or decrypted. */
export interface RecodeOptions extends RewriteOptions {
  /** The lock of the case, if the caller holds it; it stays the caller's. */
  lock?: Lock;
}

/**
 * Encrypts a case (`to` a vault) or decrypts it (`to` undefined), under one lock from the first look to
 * the last change. Backups inside the case go, because they hold the other form; what was put aside in
 * `quarantine/` is kept in the new form, and files that the program does not know stay as they are
 * (`options.carried` tells which). Throws as {@link openCase}, `read-only`, `cancelled`, and
 * `damaged` when the case does not verify (repair comes first).
 */
export async function recodeCase(
  folder: string,
  to: OpenVault | undefined,
  { lock: given, ...options }: RecodeOptions,
): Promise<void> {
  const lock = given ?? (await lockOf(folder, options));
  try {
    await rewriteCase(openCase, folder, to, lock, options);
  } finally {
    if (!given) lock.release();
  }
}

async function lockOf(folder: string, options: RewriteOptions): Promise<Lock> {
  const { disk = nodeDisk } = options;
  try {
    const { lock, reason } = await acquireCase(disk, folder, options);
    if (lock) return lock;
    throw new AppError('read-only', say('store.refusedAnyway', { why: reason }));
  } catch (error) {
    throw storageError(error, say('doing.openCase'), folder);
  }
}
