import { say } from '#data/words/say.ts';
import type { TaskTools, TaskWork } from '../background/tasks.ts';
import { nodeDisk, type Disk } from '../storage/disk/disk.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import { toldDisk } from '../storage/disk/told-disk.ts';
import type { WorkOptions } from '../storage/disk/work-options.ts';
import { packArchive } from '../storage/archive/pack-archive.ts';
import { unpackArchive } from '../storage/archive/unpack-archive.ts';

/** Packs a case beside the program that has it open; it gives nothing but its end. */
export const archiveTask: TaskWork<'archive'> = async function* (packing, tools) {
  const { disk, options } = telling(tools);
  try {
    await packArchive(disk, packing, options);
  } catch (error) {
    throw storageError(error, say('doing.writeCopy'), packing.target);
  }
  yield* [];
};

/** Unpacks an archive, which may come from anybody; it gives nothing but its end. */
export const unpackTask: TaskWork<'unpack'> = async function* (unpacking, tools) {
  const { disk, options } = telling(tools);
  try {
    await unpackArchive(disk, unpacking, options);
  } catch (error) {
    throw storageError(error, say('doing.restoreCase'), unpacking.folder);
  }
  yield* [];
};

/**
 * Progress counts files; between two of them it grows with every piece read or written, because one file
 * may take minutes.
 */
function telling({ progress, signal }: TaskTools): { disk: Disk; options: WorkOptions } {
  let [done, total, pieces] = [0, 0, 0];
  const tell = (): void => progress(done + pieces / (pieces + 1), total);
  const disk = toldDisk(nodeDisk, () => {
    pieces++;
    tell();
  });
  const onFile = (files: number, all: number): void => {
    [done, total, pieces] = [files, all, 0];
    tell();
  };
  return { disk, options: { progress: onFile, signal } };
}
