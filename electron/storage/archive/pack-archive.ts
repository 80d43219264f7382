import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { MANIFEST, mayHold } from '#data/storage/archive-manifest.ts';
import { say } from '#data/words/say.ts';
import type { Disk } from '../disk/disk.ts';
import type { SegmentEnd } from '../journal/journal-reader.ts';
import { encoded, hashed, joined, readInSlices } from '../disk/sliced-bytes.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import type { Packing } from '../store-work.ts';
import { archiveLimits, checkArchive, type Listed } from './read-archive.ts';
import { zipBeside } from './zip-beside.ts';

/** What goes into the archive: a file of the case, and how many of its bytes. */
interface Part {
  name: string;
  path: string;
  /** Present for the segment that is being written to: what counts of it. */
  size?: number;
}

/**
 * Packs a case into a new file and reads that back: a ZIP with the files as they are on disk (an encrypted
 * case stays encrypted, no key is needed) and a manifest of their hashes. All in threads and slices. Throws
 * what the disk throws, `damaged` when the disk does not keep it, and the reason of the signal; what was
 * written stays then. Cost: reads the case once, the file once; memory for one file of the case at a time.
 */
export async function packArchive(
  disk: Disk,
  packing: Packing,
  options: WorkOptions,
): Promise<void> {
  const { folder, temporary, state } = packing;
  const slice = new TimeSlice();
  const parts = await partsOf(disk, folder, state.end, slice);
  const { manifest, rounds } = await pack(disk, parts, packing, options, slice);
  const { bytes } = await checkArchive(disk, temporary, roundOf(options, rounds, rounds + 1));
  if (!bytes.equals(manifest)) throw notAsWritten();
}

function notAsWritten(): AppError {
  return new AppError('damaged', say('archive.notAsWritten'));
}

/** The journal first: what is added to the case from then on is not named by what counts of it. */
async function partsOf(
  disk: Disk,
  root: string,
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
 * Writes the parts and their manifest; answers the manifest, and how often it went through the parts. What
 * would pack so well that no reader takes it any more (a trap looks like that) is written again as it is.
 */
async function pack(
  disk: Disk,
  parts: readonly Part[],
  { temporary, state }: Packing,
  options: WorkOptions,
  slice: TimeSlice,
): Promise<{ manifest: Uint8Array; rounds: number }> {
  const { free, ratio } = archiveLimits;
  const packed = (compress: boolean, round: WorkOptions) =>
    packOnce(disk, parts, temporary, state.n, { ...round, compress }, slice);
  const { manifest, unpacked } = await packed(true, roundOf(options, 0, 2));
  if (unpacked <= free || unpacked <= ratio * disk.size(temporary)) return { manifest, rounds: 1 };
  await disk.beside.removeFile(temporary);
  return { manifest: (await packed(false, roundOf(options, 1, 3))).manifest, rounds: 2 };
}

/** Tells of one round through all files as a part of all rounds, so that it only ever goes forward. */
const roundOf = ({ progress, signal }: WorkOptions, nth: number, all: number): WorkOptions => ({
  progress: (done, total) => progress?.(nth * total + done, all * total),
  ...(signal && { signal }),
});

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
