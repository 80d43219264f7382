import { dirname, join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { MANIFEST, mayHold } from '#data/storage/archive-manifest.ts';
import { say } from '#data/words/say.ts';
import type { CasePaths } from '../case-paths.ts';
import type { Disk } from '../disk.ts';
import type { SegmentEnd } from '../journal-reader.ts';
import { sweepBeside } from '../leftovers.ts';
import { clearAway } from '../durable-file.ts';
import { encoded, hashed, joined, readInSlices } from '../sliced-bytes.ts';
import { temporaryBeside } from '../own-name.ts';
import { TimeSlice } from '../time-slice.ts';
import type { WorkOptions } from '../work-options.ts';
import { archiveLimits, checkArchive, type Listed } from './read-archive.ts';
import { zipBeside } from './zip-beside.ts';

/** What goes into the archive: a file of the case, and how many of its bytes. */
interface Part {
  name: string;
  path: string;
  /** Present for the segment that is being written to: what counts of it. */
  size?: number;
}

/** The state of the case that is written: its last record, and where the journal ends. */
export interface ArchiveState {
  n: number;
  end: SegmentEnd | undefined;
}

/**
 * Writes a case into one file: a ZIP with the files as they are on disk (an encrypted case stays
 * encrypted) and a manifest of their hashes. The file is read back and checked before it takes its
 * name, all in threads and slices. The caller sees to it that no snapshot is written meanwhile; edits
 * may go on, because the journal only grows. Cost: reads the case once, the archive once; memory for
 * one file at a time.
 */
export async function writeArchive(
  disk: Disk,
  paths: CasePaths,
  target: string,
  state: ArchiveState,
  { progress, signal }: WorkOptions = {},
): Promise<void> {
  const temporary = temporaryBeside(target);
  const slice = new TimeSlice();
  await sweepBeside(disk, target);
  const done = disk.announce(temporary);
  try {
    const parts = await partsOf(disk, paths, state.end, slice);
    const half = (nth: number) => ({
      progress: (done: number, total: number) => progress?.(nth * total + done, 2 * total),
      ...(signal && { signal }),
    });
    const manifest = await pack(disk, parts, temporary, state.n, half(0), slice);
    const { bytes } = await checkArchive(disk, temporary, half(1));
    if (!bytes.equals(manifest)) throw notAsWritten();
    signal?.throwIfAborted();
    await disk.beside.rename(temporary, target);
    await disk.syncFolder(dirname(target));
  } catch (error) {
    await clearAway(disk, temporary);
    throw error;
  } finally {
    done();
  }
}

function notAsWritten(): AppError {
  return new AppError('damaged', say('archive.notAsWritten'));
}

/** The journal first: what is added to the case from then on is not named by what counts of it. */
async function partsOf(
  disk: Disk,
  { folder: root }: CasePaths,
  end: SegmentEnd | undefined,
  slice: TimeSlice,
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const folder of ['journal', '', 'documents', 'texts', 'sources']) {
    for (const one of disk.list(join(root, folder))) {
      const name = folder === '' ? one : `${folder}/${one}`;
      const ends = folder === 'journal' && one === end?.name ? { size: end.size } : {};
      if (mayHold(name)) parts.push({ name, path: join(root, folder, one), ...ends });
      if (slice.over) await slice.pause();
    }
  }
  return parts;
}

/**
 * Writes the parts and their manifest, and returns the manifest. What would pack so well that no reader
 * takes it any more (a trap looks like that) is written again as it is.
 */
async function pack(
  disk: Disk,
  parts: readonly Part[],
  target: string,
  n: number,
  options: WorkOptions,
  slice: TimeSlice,
): Promise<Uint8Array> {
  const { free, ratio } = archiveLimits;
  const deflated = await packOnce(disk, parts, target, n, { ...options, compress: true }, slice);
  const { manifest, unpacked } = deflated;
  if (unpacked <= free || unpacked <= ratio * disk.size(target)) return manifest;
  await disk.beside.removeFile(target);
  return (await packOnce(disk, parts, target, n, { ...options, compress: false }, slice)).manifest;
}

async function packOnce(
  disk: Disk,
  parts: readonly Part[],
  target: string,
  n: number,
  { progress, signal, compress }: WorkOptions & { compress: boolean },
  slice: TimeSlice,
): Promise<{ manifest: Uint8Array; unpacked: number }> {
  const file = await disk.beside.open(target, 'create');
  try {
    const files = new Map<string, Listed>();
    let unpacked = 0;
    let manifest: Uint8Array = new Uint8Array();
    await zipBeside(file, slice, async (add) => {
      for (const [done, { name, path, size }] of parts.entries()) {
        signal?.throwIfAborted();
        progress?.(done, parts.length);
        const bytes = await readInSlices(disk, path, slice, size);
        const sha256 = (await hashed([bytes], slice)).toString('hex');
        files.set(name, { sha256, size: bytes.length });
        unpacked += bytes.length;
        await add(name, bytes, compress);
      }
      manifest = await joined(await encoded(manifestText(n, files), slice), slice);
      await add(MANIFEST, manifest, true);
    });
    return { manifest, unpacked: unpacked + manifest.length };
  } finally {
    file.close();
  }
}

/** JSON of an {@link ArchiveManifest}, in pieces. */
function* manifestText(n: number, files: ReadonlyMap<string, Listed>): Generator<string> {
  yield `{"format":1,"n":${n},"files":{`;
  let mark = '';
  for (const [name, listed] of files) {
    yield `${mark}${JSON.stringify(name)}:${JSON.stringify(listed)}`;
    mark = ',';
  }
  yield '}}';
}
