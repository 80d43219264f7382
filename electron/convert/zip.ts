import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '#data/errors.ts';
import type { ImportTools, OpenArchive } from '#data/formats/import/tools.ts';
import { zipFault, type ZipEntry, type ZipLimits } from '#data/storage/zip-guard.ts';
import { say } from '#data/words/say.ts';
import { nameOf } from './zip-entry-name.ts';

/** What an archive may cost: office files pack their XML well, and nothing else a hundred times. */
const LIMITS: ZipLimits = {
  entry: 512 * 1024 ** 2,
  total: 1024 ** 3,
  free: 100_000_000,
  ratio: 100,
};
/** Most files of one archive. */
const MOST = 100_000;
/** Names that lead out of a folder, or deceive who reads them. */
const STRANGE =
  /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?:^|\/)__proto__(?:\/|$)/u;

/** How the library says that a name leads out of its folder. */
const LED_OUT = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.+)/s;

/** Opens a ZIP in memory once all that it says of itself has been looked at. */
export const openZip: ImportTools['openZip'] = async (bytes, name): Promise<OpenArchive> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, { entry: ZipEntry; read: () => Promise<Uint8Array> }>();
  try {
    const zip = await fromBufferPromise(buffer, {
      lazyEntries: true,
      validateEntrySizes: true,
      autoClose: false,
    });
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry);
      if (path.endsWith('/')) continue;
      if (entries.size >= MOST) throw unsafe(name, say('imports.tooManyInside', { most: MOST }));
      if (STRANGE.test(path)) {
        throw unsafe(name, say('imports.strangeName', { name: shown(path) }));
      }
      if (entries.has(path)) {
        throw unsafe(name, say('imports.twiceName', { name: shown(path) }));
      }
      entries.set(path, await packedOf(zip, entry, { path, name }));
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const strange = LED_OUT.exec(thrown instanceof Error ? thrown.message : '')?.[1];
    if (strange === undefined) throw brokenArchive(name);
    throw unsafe(name, say('imports.strangeName', { name: shown(strange) }));
  }
  const where = { size: bytes.length, directoryAt: bytes.length };
  const fault = zipFault(
    [...entries.values()].map(({ entry }) => entry),
    where,
    LIMITS,
  );
  if (fault !== undefined) throw unsafe(name, say('imports.zipFault', { ...fault }));
  return {
    names: [...entries.keys()],
    read: async (wanted) => entries.get(wanted)?.read(),
  };
};

async function packedOf(
  zip: ZipFile,
  entry: Entry,
  { path, name }: { path: string; name: string },
) {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed: ZipEntry = {
    name: path,
    headerAt: entry.relativeOffsetOfLocalHeader,
    dataAt: fileDataStart,
    packed: entry.compressedSize,
    size: entry.uncompressedSize,
    method: entry.compressionMethod,
    isEncrypted: entry.isEncrypted(),
    mode: entry.externalFileAttributes >>> 16,
  };
  return { entry: packed, read: () => contentOf(zip, entry, name) };
}

/** The bytes of an entry; never more than it tells. */
async function contentOf(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  } catch {
    throw brokenArchive(name);
  }
  return Buffer.concat(pieces);
}

const shown = (name: string): string => JSON.stringify(name.slice(0, 80)).slice(1, -1);

/** Whether people know a file as an archive; they do not know that their documents are some. */
const isArchive = (file: string): boolean => /\.zip$/i.test(file) || !/\.[^.]+$/.test(file);

function brokenArchive(file: string): AppError {
  const words = isArchive(file)
    ? say('imports.brokenArchive', { file })
    : say('imports.brokenDocument', { file });
  return new AppError('import-failed', words, { file });
}

function unsafe(file: string, what: string): AppError {
  const words = isArchive(file)
    ? say('imports.unsafeArchive', { file, what })
    : say('imports.unsafeDocument', { file, what });
  return new AppError('import-failed', words, { file });
}
