import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { MANIFEST, mayHold, type ArchiveManifest } from '#data/storage/archive-manifest.ts';
import type { CasePaths } from '../case-paths.ts';
import type { Disk } from '../disk.ts';
import { temporaryOf, writeAll } from '../durable-file.ts';
import type { SegmentEnd } from '../journal-reader.ts';
import { readArchive } from './read-archive.ts';

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
 * name. The caller sees to it that no snapshot is written meanwhile; edits may go on, because the
 * journal only grows. Cost: reads the case once, the archive once; memory for one file at a time.
 */
export async function writeArchive(
  disk: Disk,
  paths: CasePaths,
  target: string,
  state: ArchiveState,
  { progress, signal }: ArchiveOptions = {},
): Promise<void> {
  const temporary = temporaryOf(target);
  const parts = partsOf(disk, paths, state.end);
  let done = 0;
  const step = (): void => {
    signal?.throwIfAborted();
    progress?.(done++, 2 * parts.length);
  };
  try {
    await pack(disk, parts, temporary, state.n, step);
    await readArchive(temporary, () => Promise.resolve(step()));
    signal?.throwIfAborted();
    disk.rename(temporary, target);
    await disk.syncFolder(join(target, '..'));
  } catch (error) {
    disk.remove(temporary);
    throw error;
  }
}

function partsOf(disk: Disk, paths: CasePaths, end: SegmentEnd | undefined): Part[] {
  const top = disk.list(paths.folder).map((name) => ({ name, path: join(paths.folder, name) }));
  const below = ['documents', 'texts', 'sources', 'journal'].flatMap((folder) =>
    disk.list(join(paths.folder, folder)).map((name) => ({
      name: `${folder}/${name}`,
      path: join(paths.folder, folder, name),
      ...(folder === 'journal' && name === end?.name ? { size: end.size } : {}),
    })),
  );
  return [...top, ...below].filter(({ name }) => mayHold(name));
}

async function pack(
  disk: Disk,
  parts: Part[],
  target: string,
  n: number,
  step: () => void,
): Promise<void> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const manifest: ArchiveManifest = { format: 1, n, files: {} };
  for (const part of parts) {
    zip.addReadStreamLazy(part.name, { compress: true }, (give) => {
      try {
        step();
        give(null, streamOf(disk, part, manifest));
      } catch (error) {
        output.destroy(asError(error)); // what reads the output is told, and closes its file
      }
    });
  }
  // Entries are read one after the other, so the manifest is complete when its turn comes.
  zip.addReadStreamLazy(MANIFEST, (give) => {
    give(null, Readable.from([Buffer.from(JSON.stringify(manifest))]));
  });
  zip.on('error', (error) => output.destroy(asError(error)));
  zip.end();
  await drain(disk, output, target);
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/** Content of a file, noted in the manifest. Throws what the disk throws. */
function streamOf(disk: Disk, { name, path, size }: Part, manifest: ArchiveManifest): Readable {
  const bytes = disk.read(path).subarray(0, size);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  manifest.files[name] = { sha256, size: bytes.length };
  return new PassThrough().end(bytes);
}

async function drain(disk: Disk, output: AsyncIterable<Buffer>, target: string): Promise<void> {
  disk.remove(target);
  const file = disk.open(target, 'replace');
  try {
    let position = 0;
    for await (const bytes of output) {
      writeAll(file, bytes, position);
      position += bytes.length;
    }
    await file.sync();
  } finally {
    file.close();
  }
}
