import { join } from 'node:path';
import { MANIFEST, mayHold } from '#data/storage/archive-manifest.ts';
import type { CasePaths } from '../case-paths.ts';
import type { Disk } from '../disk.ts';
import { temporaryOf } from '../durable-file.ts';
import type { SegmentEnd } from '../journal-reader.ts';
import { encoded, hashed, joined, readInSlices } from '../sliced-bytes.ts';
import { TimeSlice } from '../time-slice.ts';
import { checkWritten, type Listed, type Written } from './read-archive.ts';
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

/** How the writing of an archive is watched and stopped. */
export interface ArchiveOptions {
  /** Told as files go in, and again as they are read back. */
  progress?: (done: number, total: number) => void;
  /** Stops the writing, which then rejects with the reason of the signal; nothing is left behind. */
  signal?: AbortSignal;
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
  { progress, signal }: ArchiveOptions = {},
): Promise<void> {
  const temporary = temporaryOf(target);
  const slice = new TimeSlice();
  try {
    const parts = await partsOf(disk, paths, state.end, slice);
    let done = 0;
    const step = (): void => {
      signal?.throwIfAborted();
      progress?.(done++, 2 * parts.length);
    };
    await disk.beside.remove(temporary);
    const manifest = await pack(disk, parts, temporary, state.n, step, slice);
    await checkWritten(temporary, manifest, step, slice);
    signal?.throwIfAborted();
    await disk.beside.rename(temporary, target);
    await disk.syncFolder(join(target, '..'));
  } catch (error) {
    await disk.beside.remove(temporary);
    throw error;
  }
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

async function pack(
  disk: Disk,
  parts: readonly Part[],
  target: string,
  n: number,
  step: () => void,
  slice: TimeSlice,
): Promise<Written> {
  const file = await disk.beside.open(target, 'replace');
  try {
    const files = new Map<string, Listed>();
    let manifest: Uint8Array = new Uint8Array();
    await zipBeside(file, slice, async (add) => {
      for (const { name, path, size } of parts) {
        step();
        const bytes = await readInSlices(disk, path, slice, size);
        const sha256 = (await hashed([bytes], slice)).toString('hex');
        files.set(name, { sha256, size: bytes.length });
        await add(name, bytes);
      }
      manifest = await joined(await encoded(manifestText(n, files), slice), slice);
      await add(MANIFEST, manifest);
    });
    return { files, manifest };
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
