import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import type { Disk } from '../disk/disk.ts';
import type { CaseParts } from '../snapshots/case-parts.ts';
import { storageError } from '../disk/storage-error.ts';
import { withNewRecovery, withPassphrase, writeVault, type OpenVault } from './vault.ts';

/** The open vault of a case, and the ways to change how it opens. The case key never changes here. */
export class VaultKeeper {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #writable: boolean;
  #vault: OpenVault | undefined;

  constructor({ disk, paths }: CaseParts, vault: OpenVault | undefined, writable: boolean) {
    this.#disk = disk;
    this.#folder = paths.folder;
    this.#vault = vault;
    this.#writable = writable;
  }

  /** The vault as it is now; undefined in a case that is not encrypted. */
  get vault(): OpenVault | undefined {
    return this.#vault;
  }

  /** Another passphrase in place of the present one. Throws `invalid-input`, `read-only`. */
  async changePassphrase(passphrase: string): Promise<void> {
    await this.#write(await withPassphrase(this.#open(), passphrase));
  }

  /** A new recovery key, returned once; an older one no longer opens the case. */
  async newRecoveryKey(): Promise<string> {
    const { vault, recoveryKey } = withNewRecovery(this.#open());
    await this.#write(vault);
    return recoveryKey;
  }

  #open(): OpenVault {
    if (!this.#vault) {
      throw new AppError('invalid-input', say('vault.notEncrypted'));
    }
    if (this.#writable) return this.#vault;
    throw new AppError('read-only', say('store.readOnlyRefused'));
  }

  async #write(vault: OpenVault): Promise<void> {
    try {
      await writeVault(this.#disk, this.#folder, vault.file);
    } catch (error) {
      throw storageError(error, say('doing.writeKeyFile'), this.#folder);
    }
    this.#vault = vault;
  }
}
