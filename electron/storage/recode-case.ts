import { CaseStore, type OpenOptions } from './case-store.ts';
import { rewriteCase } from './rewrite-case.ts';
import type { OpenVault } from './vault/vault.ts';

/**
 * Encrypts a case (`to` a vault) or decrypts it (`to` undefined). Backups inside the case are left
 * behind, because they hold the other form; what was put aside in `quarantine/` comes along. Throws as
 * {@link CaseStore.open}, and `damaged` when the case does not verify (repair comes first).
 */
export async function recodeCase(
  folder: string,
  to: OpenVault | undefined,
  options: OpenOptions,
): Promise<void> {
  await rewriteCase((...which) => CaseStore.open(...which), folder, to, options);
}
