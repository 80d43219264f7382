import { join } from 'node:path';
import {
  backupName,
  backupsToDrop,
  isBackupDue,
  readBackupName,
  type BackupName,
} from '#data/storage/backup-retention.ts';
import type { CaseStore } from '../case-store.ts';
import { nodeDisk, type Disk } from '../disk/disk.ts';
import { codeOf } from '../disk/storage-error.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import { writeArchive } from './write-archive.ts';

/** The backups of one case: one-file copies under `backups/`, each read back before it counts. */
export class Backups {
  readonly #folder: string;
  readonly #disk: Disk;

  /** `caseFolder`: the folder of the case. */
  constructor(caseFolder: string, disk: Disk = nodeDisk) {
    this.#folder = join(caseFolder, 'backups');
    this.#disk = disk;
  }

  /** What there is, newest first. */
  list(): BackupName[] {
    try {
      const names = this.#disk.list(this.#folder).map(readBackupName);
      return names.filter((one) => one !== undefined).sort((a, b) => b.n - a.n);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  }

  /** Path of a backup that {@link list} named; undefined for any other name. */
  path(name: string): string | undefined {
    return this.list().some((one) => one.name === name) ? join(this.#folder, name) : undefined;
  }

  /** Whether it is time for another one: see {@link isBackupDue}. `now`: UTC. */
  isDue(store: CaseStore, now = new Date().toISOString()): boolean {
    return isBackupDue(this.list()[0], store.head.n, now);
  }

  /** Makes a verified backup, then drops those that need not be kept. Returns its name. */
  async make(store: CaseStore, options: WorkOptions = {}): Promise<string> {
    const { n } = store.head;
    const name = backupName(new Date().toISOString(), n);
    this.#disk.makeFolder(this.#folder);
    await writeArchive(store, join(this.#folder, name), options);
    for (const old of backupsToDrop(this.list())) {
      await this.#disk.beside.remove(join(this.#folder, old));
    }
    return name;
  }
}
