import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { importRegistry } from '../convert/registry.ts';
import { notAFile } from '../files/output-place.ts';
import type { Path } from './find-files.ts';
import { storageError } from '../storage/disk/storage-error.ts';

/** Bytes read at a time. */
const PIECE = 1024 * 1024;

/**
 * Bytes of a file that is to be imported. Never waits for a pipe that took its place, and never reads
 * more than may be imported, however the file grows meanwhile. Throws `too-large`, `not-found`,
 * `no-permission`, `unsupported-format`.
 */
export async function readSource(path: Path, name: string): Promise<Uint8Array> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const about = await file.stat();
      if (!about.isFile()) throw notAFile(name, about);
      importRegistry.needSize(name, about.size);
      return await contentOf(file, name, about.size);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw storageError(thrown, say('doing.readFile'), name);
  }
}

/** `expected`: its size a moment ago. */
async function contentOf(file: FileHandle, name: string, expected: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const { largest } = importRegistry;
  for (let size = 0; size <= largest;) {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, expected - size + 1)));
    const { bytesRead } = await file.read(piece, 0, piece.length, null);
    if (bytesRead === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, bytesRead));
    size += bytesRead;
  }
  throw new AppError('too-large', say('imports.grows', { file: name }), {
    file: name,
    limit: largest,
  });
}
