import { say } from '#data/words/say.ts';
import type { TaskWork } from '../../background/tasks.ts';
import { nodeDisk } from '../disk.ts';
import { storageError } from '../storage-error.ts';
import { toldDisk } from '../told-disk.ts';
import { packArchive } from './pack-archive.ts';

/**
 * Packs a case beside the program that has it open; it gives nothing but its end. Progress counts files;
 * between two of them it grows with every piece read or written, because one file may take minutes.
 */
export const archiveTask: TaskWork<'archive'> = async function* (packing, { progress, signal }) {
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
  try {
    await packArchive(disk, packing, { progress: onFile, signal });
  } catch (error) {
    throw storageError(error, say('doing.writeCopy'), packing.target);
  }
  yield* [];
};
