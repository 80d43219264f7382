import { CaseStore } from './case-store.ts';
import { rewriteCase, type RewriteOptions } from './rewrite-case.ts';
import type { OpenVault } from './vault/vault.ts';

/**
 * Encrypts a case (`to` a vault) or decrypts it (`to` undefined). Backups inside the case are left
 * behind, because they hold the other form; what was put aside in `quarantine/` comes along, and so do
 * files that the program does not know, as they are (`options.carried` tells which). Throws as
 * {@link CaseStore.open}, and `damaged` when the case does not verify (repair comes first).
 */
export async function recodeCase(
  folder: string,
  to: OpenVault | undefined,
  options: RewriteOptions,
): Promise<void> {
  await rewriteCase((...which) => CaseStore.open(...which), folder, to, options);
}
