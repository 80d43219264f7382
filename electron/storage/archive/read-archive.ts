import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#data/errors.ts';
import { ArchiveManifest, MANIFEST, mayHold } from '#data/storage/archive-manifest.ts';

/** Largest file within an archive, and all of them together, in bytes as they are unpacked. */
const LARGEST_FILE = 2 * 1024 ** 3;
const LARGEST_ALL = 64 * 1024 ** 3;
/** More than this many times smaller than its content, and a large file is a trap, not a case. */
const RATIO = 400;
const LARGE = 16 * 1024 ** 2;

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
  const zip = await opened(path);
  const found = new Map<string, { sha256: string; size: number }>();
  let manifest: unknown;
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName: name } = entry;
      if (found.has(name) || (name !== MANIFEST && !mayHold(name))) throw strange(path, name);
      total += entry.uncompressedSize;
      if (total > LARGEST_ALL) throw strange(path, name);
      const bytes = await contentOf(zip, entry, path);
      found.set(name, { sha256: sha256(bytes), size: bytes.length });
      if (name === MANIFEST) manifest = JSON.parse(bytes.toString('utf8'));
      else await take(name, bytes);
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(path, String(error));
  } finally {
    zip.close();
  }
  return compared(path, manifest, found);
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

async function contentOf(zip: ZipFile, entry: Entry, path: string): Promise<Buffer> {
  const { uncompressedSize: size, compressedSize } = entry;
  const trap = size > LARGE && size > compressedSize * RATIO;
  if (trap || size > LARGEST_FILE || entry.isEncrypted()) throw strange(path, entry.fileName);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function compared(
  path: string,
  given: unknown,
  found: ReadonlyMap<string, { sha256: string; size: number }>,
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
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
