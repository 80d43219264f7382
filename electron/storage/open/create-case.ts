import { GENESIS } from '#data/storage/format.ts';
import type { Assembly } from '../assembly.ts';
import { caseParts } from '../snapshots/case-parts.ts';
import { CaseStore } from '../case-store.ts';
import { buildFolder } from '../files/build-folder.ts';
import { nodeDisk } from '../disk/disk.ts';
import { Journal } from '../journal/journal.ts';
import { blankCase } from './load-case.ts';
import { openCase } from './open-case.ts';
import { RecoveryReport } from '../files/recovery-report.ts';
import type { CreateOptions } from '../store-options.ts';
import { systemPorts } from '../journal/system-ports.ts';
import { codecOf, writeVault } from '../vault/vault.ts';

/**
 * Makes a new case in a folder that is not there yet or empty, with its first record and snapshots, and
 * opens it. Throws `case-exists`, `invalid-input`, `no-space`, `no-permission`, `not-found`.
 */
export async function createCase(folder: string, options: CreateOptions): Promise<CaseStore> {
  const { title, marking, codebook, fill, vault, disk = nodeDisk, clock = systemPorts } = options;
  await buildFolder(disk, folder, async (temporary) => {
    if (vault) await writeVault(disk, temporary, vault.file);
    const store = new CaseStore(options, blank(temporary, options));
    const input = { uid: clock.newId(), title, ...(marking && { marking }), codebook };
    try {
      await store.perform({ op: 'case.create', input });
      await fill?.(store);
      await store.checkpoint();
    } finally {
      await store.close(); // an open file would keep its space on a full disk
    }
  });
  return openCase(folder, options);
}

/** A case before its first record, writable. */
function blank(folder: string, { vault, plan, disk = nodeDisk }: CreateOptions): Assembly {
  const parts = caseParts(disk, folder, vault && codecOf(vault), plan);
  const report = new RecoveryReport(disk, parts.paths, true);
  report.carryOut();
  const sources = blankCase(parts, report);
  const journal = new Journal(disk, parts.paths.journal, undefined);
  const start = { sources, report, journal, head: GENESIS, last: 0, mended: false };
  return vault ? { ...start, vault } : start;
}
