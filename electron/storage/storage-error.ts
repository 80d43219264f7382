import { basename } from 'node:path';
import { AppError, type ErrorCode } from '#data/errors.ts';

const words: Record<string, readonly [ErrorCode, string]> = {
  ENOSPC: ['no-space', 'the disk is full. Free some space'],
  EDQUOT: ['no-space', 'your share of the disk is used up. Free some space'],
  EFBIG: ['no-space', 'the disk does not take files of this size. Use another disk'],
  EACCES: ['no-permission', 'you may not write or read there. Ask for the permission'],
  EPERM: ['no-permission', 'you may not write or read there. Ask for the permission'],
  EROFS: ['read-only', 'the disk is read-only. Copy the case to another disk'],
  ENOENT: ['not-found', 'the file or folder is not there. Check the name and the disk'],
  ENOTDIR: ['not-found', 'a part of the path is not a folder. Check the name'],
  ELOOP: ['not-found', 'links lead in a circle there. Choose the file itself'],
  ENAMETOOLONG: ['invalid-input', 'the name is too long for this disk. Choose a shorter one'],
  EISDIR: ['invalid-input', 'a folder is there, and not a file. Choose another name'],
  ENOTEMPTY: ['case-exists', 'there is something in that folder. Choose another name'],
  EEXIST: ['case-exists', 'there is something of that name. Choose another name'],
  EINVAL: ['invalid-input', 'the disk does not take this name. Choose another one'],
  EILSEQ: ['invalid-input', 'the disk does not take this name. Choose another one'],
  ENXIO: ['not-found', 'nobody is at the other end of it. Choose a file'],
  EBUSY: ['no-permission', 'another program has it in use. Close that program'],
  ETXTBSY: ['no-permission', 'another program has it in use. Close that program'],
  EMFILE: ['internal', 'too many files are open. Close other programs'],
  ENFILE: ['internal', 'too many files are open. Close other programs'],
  ENODEV: ['not-found', 'the disk is not there any more. Connect it again'],
  ESTALE: ['not-found', 'the disk on the network is not there any more. Connect it again'],
  EIO: ['damaged', 'the disk reports an error. Save a copy on another disk'],
};

/**
 * An error of the file system in words. `what` says what could not be done ("save the change");
 * `path` is the file concerned, of which only the name is told.
 */
export function storageError(thrown: unknown, what: string, path: string): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = codeOf(thrown);
  const file = basename(path);
  const known = words[code];
  if (!known) {
    const text = thrown instanceof Error ? thrown.message : String(thrown);
    return new AppError(
      'internal',
      `Could not ${what} (${file}): ${text}. What was saved before is untouched.`,
      { file, reason: code },
    );
  }
  return new AppError(
    known[0],
    `Could not ${what} (${file}): ${known[1]} and try again. What was saved before is untouched.`,
    { file, reason: code },
  );
}

/** Whether the disk, or our share of it, has no room for what was to be written. */
export const isFull = (thrown: unknown): boolean => words[codeOf(thrown)]?.[0] === 'no-space';

/** Code of an error of the file system (`ENOSPC`); an empty text for anything else. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof AppError) return '';
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}
