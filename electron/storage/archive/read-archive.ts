import { basename } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#data/errors.ts';
import { ArchiveManifest, MANIFEST, mayHold } from '#data/storage/archive-manifest.ts';
import { hashed, joined } from '../sliced-bytes.ts';
import { TimeSlice } from '../time-slice.ts';

/** Largest file within an archive, and all of them together, in bytes as they are unpacked. */
const LARGEST_FILE = 2 * 1024 ** 3;
const LARGEST_ALL = 64 * 1024 ** 3;
/** More than this many times smaller than its content, and a large file is a trap, not a case. */
const RATIO = 400;
const LARGE = 16 * 1024 ** 2;

/** What a manifest says of a file. */
export type Listed = ArchiveManifest['files'][string];

/** What an archive that was just written must hold. */
export interface Written {
  files: ReadonlyMap<string, Listed>;
  manifest: Uint8Array;
}

/** Takes one file out of an archive: its name in the case and its bytes. */
export type Taker = (name: string, bytes: Buffer) => Promise<void>;

/** Reads every file of an archive against its manifest. Throws `damaged`. */
export async function checkArchive(path: string): Promise<ArchiveManifest> {
  return readArchive(path, () => Promise.resolve());
}

/**
 * Hands out the files of an archive one by one. Names, sizes and hashes are checked: the file may
 * come from anywhere. Throws `damaged` (also after some files were handed out), `not-a-case`.
 */
export async function readArchive(path: string, take: Taker): Promise<ArchiveManifest> {
  let manifest: unknown;
  const found = await readEntries(path, new TimeSlice(), async (name, bytes) => {
    if (name === MANIFEST) manifest = JSON.parse(bytes.toString('utf8'));
    else await take(name, bytes);
  });
  return compared(path, manifest, found);
}

/**
 * Reads an archive back that was just written, in slices: everything is there as it was put in. `step`
 * is called before each file is looked at. Throws `damaged`.
 */
export async function checkWritten(
  path: string,
  { files, manifest }: Written,
  step: () => void,
  slice: TimeSlice,
): Promise<void> {
  const found = await readEntries(path, slice, (name, bytes) => {
    if (name !== MANIFEST) step();
    else if (!bytes.equals(manifest)) throw damaged(path, 'its manifest is not as it was');
    return Promise.resolve();
  });
  for (const [name, { sha256, size }] of files) {
    const file = found.get(name);
    if (file?.sha256 !== sha256 || file.size !== size) {
      throw damaged(path, `${name} is not as it was`);
    }
    if (slice.over) await slice.pause();
  }
  if (files.size !== found.size - 1) throw damaged(path, 'it holds files that it does not name');
}

/** Hands out the entries of an archive, the manifest too, and tells size and hash of each. */
async function readEntries(
  path: string,
  slice: TimeSlice,
  take: Taker,
): Promise<Map<string, Listed>> {
  const zip = await opened(path);
  const found = new Map<string, Listed>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry;
      if (found.has(name) || (name !== MANIFEST && !mayHold(name))) throw strange(path, name);
      total += entry.uncompressedSize;
      if (total > LARGEST_ALL) throw strange(path, name);
      const bytes = await contentOf(zip, entry, path, slice);
      const sha256 = (await hashed([bytes], slice)).toString('hex');
      found.set(name, { sha256, size: bytes.length });
      await take(name, bytes);
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, String(error));
  } finally {
    zip.close();
  }
  return found;
}

async function opened(path: string): Promise<ZipFile> {
  const options = {
    lazyEntries: true,
    strictFileNames: true,
    validateEntrySizes: true,
    autoClose: false,
  };
  try {
    return await openPromise(path, options);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error; // the disk's own words
    throw new AppError(
      'not-a-case',
      `“${basename(path)}” is not a case in one file. Nothing was changed; choose a .wakhan file.`,
    );
  }
}

async function contentOf(
  zip: ZipFile,
  entry: Entry,
  path: string,
  slice: TimeSlice,
): Promise<Buffer> {
  const { uncompressedSize: size, compressedSize } = entry;
  const trap = size > LARGE && size > compressedSize * RATIO;
  if (trap || size > LARGEST_FILE || entry.isEncrypted()) throw strange(path, entry.fileName);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return joined(chunks, slice);
}

function compared(
  path: string,
  given: unknown,
  found: ReadonlyMap<string, Listed>,
): ArchiveManifest {
  const manifest = ArchiveManifest.safeParse(given);
  if (!manifest.success) throw damaged(path, 'its manifest is missing or not valid');
  const wanted = Object.entries(manifest.data.files);
  for (const [name, { sha256: hash, size }] of wanted) {
    const file = found.get(name);
    if (file?.sha256 !== hash || file.size !== size)
      throw damaged(path, `${name} is not as it was`);
  }
  if (wanted.length !== found.size - 1) throw damaged(path, 'it holds files that it does not name');
  return manifest.data;
}

function strange(path: string, name: string): AppError {
  return new AppError(
    'damaged',
    `“${basename(path)}” holds something that is not part of a case (${name.slice(0, 80)}). ` +
      'Nothing was unpacked.',
    { name },
  );
}

function damaged(path: string, why: string): AppError {
  return new AppError(
    'damaged',
    `“${basename(path)}” is damaged: ${why}. Nothing was changed; try an older backup.`,
  );
}
