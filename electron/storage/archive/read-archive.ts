import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { ArchiveManifest, MANIFEST, mayHold } from '#data/storage/archive-manifest.ts';
import { faultOfCase, zipFault, type ZipLimits } from '#data/storage/zip-guard.ts';
import { say } from '#data/words/say.ts';
import type { Disk, DiskFile } from '../disk/disk.ts';
import { hashed, joined } from '../disk/sliced-bytes.ts';
import { codeOf } from '../disk/storage-error.ts';
import { TimeSlice } from '../disk/time-slice.ts';
import type { WorkOptions } from '../disk/work-options.ts';
import { openZip, type OpenZip, type Packed } from './zip-reader.ts';

/** What an archive may cost. 100 MB are always allowed; beyond, texts pack some ten times at most. */
export const archiveLimits: ZipLimits = {
  entry: 2 * 1024 ** 3,
  total: 64 * 1024 ** 3,
  free: 100_000_000,
  ratio: 100,
};
/** Largest manifest in bytes: that of a case with some 400,000 files. */
const LARGEST_MANIFEST = 64 * 1024 ** 2;

/** What a manifest says of a file. */
export type Listed = ArchiveManifest['files'][string];

/** Takes one file out of an archive: its name in the case and its bytes, which are as the manifest says. */
export type Taker = (name: string, bytes: Buffer) => Promise<void>;

/**
 * Reads every file of an archive against its manifest and hands it out. What the archive says of itself
 * is looked at before the first file: entries that share bytes, links, names, sizes; then the manifest;
 * then each file as far as the manifest goes. Answers the manifest. Throws `not-a-case`, `damaged` (also
 * after some files were handed out), what `take` throws, and the reason of the signal.
 */
export async function readArchive(
  disk: Disk,
  path: string,
  take: Taker,
  { progress, signal }: WorkOptions = {},
): Promise<{ manifest: ArchiveManifest; bytes: Buffer }> {
  const slice = new TimeSlice();
  const file = disk.open(path, 'read');
  try {
    const zip = await opened(file, path, slice);
    const files = await soundFiles(zip, path);
    const bytes = await manifestOf(zip, path, slice);
    const manifest = parsed(bytes, path);
    needSame(manifest, files, path);
    for (const [done, one] of files.entries()) {
      signal?.throwIfAborted();
      progress?.(done, files.length);
      await take(one.name, await verified(one, manifest.files[one.name], path, slice));
    }
    return { manifest, bytes };
  } finally {
    file.close();
  }
}

/** The same, without handing anything out. */
export async function checkArchive(
  disk: Disk,
  path: string,
  options?: WorkOptions,
): Promise<{ manifest: ArchiveManifest; bytes: Buffer }> {
  return readArchive(disk, path, () => Promise.resolve(), options);
}

async function opened(file: DiskFile, path: string, slice: TimeSlice): Promise<OpenZip> {
  try {
    return await openZip(file, slice);
  } catch (error) {
    if (codeOf(error) !== '') throw error; // the disk's own words
    throw new AppError('not-a-case', say('archive.notACase', { file: basename(path) }));
  }
}

/** The files of an archive, all of which may be unpacked as far as can be known before. */
async function soundFiles(zip: OpenZip, path: string): Promise<readonly Packed[]> {
  const strange = zip.entries.find(({ name }) => name !== MANIFEST && !mayHold(name));
  if (strange) throw refused(path, say('files.strange', { name: nameOf(strange) }));
  const fault = zipFault(zip.entries, zip, archiveLimits);
  if (fault !== undefined) throw refused(path, faultOfCase(fault));
  return zip.entries.filter(({ name }) => name !== MANIFEST);
}

const nameOf = ({ name }: Packed): string => name.slice(0, 80);

async function manifestOf(zip: OpenZip, path: string, slice: TimeSlice): Promise<Buffer> {
  const manifest = zip.entries.find(({ name }) => name === MANIFEST);
  if (!manifest || manifest.size > LARGEST_MANIFEST) {
    throw damaged(path, say('archive.noManifest'));
  }
  return contentOf(manifest, path, slice);
}

function parsed(bytes: Buffer, path: string): ArchiveManifest {
  try {
    return ArchiveManifest.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw damaged(path, say('archive.noManifest'));
  }
}

/** The archive holds what its manifest declares, in name and size, and nothing else. */
function needSame({ files: declared }: ArchiveManifest, files: readonly Packed[], path: string) {
  for (const { name, size } of files) {
    const one = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!one) throw damaged(path, say('archive.unnamed'));
    if (one.size !== size) throw damaged(path, say('archive.changed', { name }));
  }
  if (Object.keys(declared).length === files.length) return;
  const names = new Set(files.map(({ name }) => name));
  const missing = Object.keys(declared).find((name) => !names.has(name)) ?? '';
  throw damaged(path, say('archive.missing', { name: missing }));
}

async function verified(
  one: Packed,
  declared: Listed | undefined,
  path: string,
  slice: TimeSlice,
): Promise<Buffer> {
  const bytes = await contentOf(one, path, slice);
  const sha256 = (await hashed([bytes], slice)).toString('hex');
  if (bytes.length === declared?.size && sha256 === declared.sha256) return bytes;
  throw damaged(path, say('archive.changed', { name: one.name }));
}

/** Throws `damaged` as soon as there is more than the entry tells; what the disk throws stays. */
async function contentOf(one: Packed, path: string, slice: TimeSlice): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of await one.read()) {
      length += chunk.length;
      if (length > one.size) break;
      chunks.push(chunk);
    }
  } catch (error) {
    if (isOfDisk(error)) throw error;
    throw damaged(path, say('archive.packed', { name: one.name }));
  }
  if (length > one.size) throw damaged(path, say('archive.larger', { name: one.name }));
  return joined(chunks, slice);
}

/** Errors of zlib have codes as well. */
const isOfDisk = (error: unknown): boolean => /^E[A-Z]+$/.test(codeOf(error));

function refused(path: string, what: string): AppError {
  return new AppError('damaged', say('archive.refused', { file: basename(path), what }));
}

function damaged(path: string, why: string): AppError {
  return new AppError('damaged', say('archive.damaged', { file: basename(path), why }));
}
