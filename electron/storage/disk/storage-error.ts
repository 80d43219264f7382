import { basename } from 'node:path';
import { AppError, type ErrorCode } from '#data/errors.ts';
import { say } from '#data/words/say.ts';

/** Codes of the file system that people are told in words (`words/en/disk.ts`). */
const codes = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  ELOOP: 'not-found',
  ENAMETOOLONG: 'invalid-input',
  EISDIR: 'invalid-input',
  ENOTEMPTY: 'case-exists',
  EEXIST: 'case-exists',
  EINVAL: 'invalid-input',
  EILSEQ: 'invalid-input',
  ENXIO: 'not-found',
  EBUSY: 'no-permission',
  ETXTBSY: 'no-permission',
  EMFILE: 'internal',
  ENFILE: 'internal',
  ENODEV: 'not-found',
  ESTALE: 'not-found',
  EIO: 'damaged',
} as const satisfies Record<string, ErrorCode>;

const isKnown = (code: string): code is keyof typeof codes => Object.hasOwn(codes, code);

/**
 * An error of the file system in words. `what` says what could not be done, in words of the area `doing`;
 * `path` is the file concerned, of which only the name is told.
 */
export function storageError(thrown: unknown, what: string, path: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = codeOf(thrown);
  const file = basename(path);
  const details = { file, reason: code };
  if (isKnown(code)) {
    const why = say(`disk.${code}`);
    return new AppError(codes[code], say('disk.failed', { what, file, why }), details);
  }
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('internal', say('disk.failedOddly', { what, file, why }), details);
}

/** Whether the disk, or our share of it, has no room for what was to be written. */
export function isFull(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return isKnown(code) && codes[code] === 'no-space';
}

/** Code of an error of the file system (`ENOSPC`); an empty text for anything else. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof AppError) return '';
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}
