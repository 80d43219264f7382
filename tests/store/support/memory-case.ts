import type { OpenVault } from '../../../electron/storage/vault/vault.ts';
import { afterCrash } from './crash-models.ts';
import { Ledger } from './ledger.ts';
import { MemoryDisk } from './memory-disk.ts';
import { FileNode, type FolderNode } from './memory-nodes.ts';
import { newCase } from './new-case.ts';
import { Random } from './random.ts';
import { work } from './work.ts';

/** Where cases in memory are. */
export const FOLDER = '/cases/proof.case';

/** A case in memory with work in it, closed; snapshots after the pieces that are named. */
export async function workedCase(
  pieces: number,
  snapshotsAfter: readonly number[],
  vault?: OpenVault,
) {
  const disk = new MemoryDisk();
  disk.makeFolder('/cases');
  const ledger = new Ledger();
  const store = await newCase(FOLDER, ledger, { disk, ...(vault && { vault }) });
  for (let i = 0; i < pieces; i++) {
    await work(store, i, ledger);
    if (snapshotsAfter.includes(i)) await store.checkpoint();
  }
  const head = store.head;
  await store.close();
  return { disk, ledger, head };
}

/** The same disk again, to be spoiled. */
export const copyOf = (disk: MemoryDisk): MemoryDisk => afterCrash(disk, 'all', new Random(0));

/** Paths of all files below a folder. */
export function filesBelow(disk: MemoryDisk, folder: string): string[] {
  const node = disk.find(folder) as FolderNode;
  return [...node.names].flatMap(([name, inner]) =>
    inner instanceof FileNode ? [`${folder}/${name}`] : filesBelow(disk, `${folder}/${name}`),
  );
}

/** Puts other bytes into a file, behind the store's back. */
export function replaceBytes(disk: MemoryDisk, path: string, bytes: Uint8Array): void {
  const node = disk.find(path) as FileNode;
  node.data = Buffer.from(bytes);
  node.sync();
}

/** Puts a file with some words onto the disk, with the folders that it needs. */
export function putFile(disk: MemoryDisk, path: string, words: string): void {
  disk.makeFolder(path.slice(0, path.lastIndexOf('/')));
  const file = disk.open(path, 'replace');
  file.write(Buffer.from(words), 0);
  file.close();
}
