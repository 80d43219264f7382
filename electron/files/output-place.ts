import { existsSync, readdirSync, type Stats } from 'node:fs';
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { isSegmentName } from '../storage/journal/journal-reader.ts';
import { codeOf, storageError } from '../storage/disk/storage-error.ts';

/** Where a file is to be written that the analyst asked for. */
export interface OutputPlace {
  /** Its path, with links followed: a link stays a link. */
  path: string;
  /** It is a pipe, a terminal or the like: what is written goes through, nothing takes its place. */
  isThrough: boolean;
  /** Permissions of the file that is there and is replaced. */
  mode?: number;
}

/**
 * Looks at a place for a file that is to be written (`what`: words of the area `doing`). Refuses a
 * folder, a disk, a socket, and a place among the files of a case. Throws `export-failed`, `not-found`,
 * `no-permission`.
 */
export async function outputPlace(path: string, what: string): Promise<OutputPlace> {
  try {
    const target = await followed(path);
    await refuseInsideCase(target, what);
    return await placeAt(target, path);
  } catch (thrown) {
    throw storageError(thrown, what, path);
  }
}

/** The same for a file that is read back or sought in, so that it must be one. */
export async function filePlace(path: string, what: string): Promise<OutputPlace> {
  const place = await outputPlace(path, what);
  if (place.isThrough) throw notForThis(path, say('files.isThrough'));
  return place;
}

/**
 * Refuses what is no file to be read (`what`: words of the area `doing`): waiting for a pipe might never end. Throws
 * `unsupported-format`, `not-found`, `no-permission`.
 */
export async function needFile(path: string, what: string): Promise<void> {
  try {
    const about = await stat(path);
    if (!about.isFile()) throw notAFile(basename(path), about);
  } catch (thrown) {
    throw storageError(thrown, what, path);
  }
}

/** The refusal of what is no file, by its kind. */
export function notAFile(name: string, about: Stats): AppError {
  const kinds: [boolean, string][] = [
    [about.isDirectory(), say('files.isFolder')],
    [about.isFIFO(), say('files.isPipe')],
    [about.isSocket(), say('files.isSocket')],
    [about.isBlockDevice() || about.isCharacterDevice(), say('files.isDevice')],
  ];
  const what = kinds.find(([is]) => is)?.[1] ?? say('files.isNoFile');
  return new AppError('unsupported-format', say('files.notRead', { file: name, what }), {
    file: name,
  });
}

/** Refuses a place among the files of a case, where the program alone writes, and clears up. */
export async function refuseInsideCase(path: string, what: string): Promise<void> {
  const folder = await realpath(dirname(resolve(path))).catch((thrown: unknown) => {
    throw storageError(thrown, what, path);
  });
  const around = isCaseFolder(folder) ? folder : caseAround(folder);
  if (around !== undefined) throw insideCase(path, around);
}

/** The case that a place lies in, if any; `path` without links. */
export function caseAround(path: string): string | undefined {
  for (let at = dirname(path); ; at = dirname(at)) {
    if (isCaseFolder(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Names of which a case has one, beside folders of its own. */
const MARKS = ['case.json', 'case.prev.json', 'vault.json', 'lock'];
const FOLDERS = ['journal', 'documents', 'texts', 'sources'];

/** Whether a folder looks like a case, also like one that has lost files: by its journal, or by the rest. */
export function isCaseFolder(folder: string): boolean {
  const has = (name: string): boolean => existsSync(join(folder, name));
  if (has('journal') && hasSegment(join(folder, 'journal'))) return true;
  return MARKS.some(has) && FOLDERS.filter(has).length > 1;
}

function hasSegment(journal: string): boolean {
  try {
    return readdirSync(journal).some(isSegmentName);
  } catch {
    return false; // no folder, or one that tells nothing
  }
}

async function placeAt(target: string, given: string): Promise<OutputPlace> {
  const about = await stat(target).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  });
  if (!about) return { path: target, isThrough: false };
  if (about.isDirectory()) throw notForThis(given, say('files.isFolder'));
  if (about.isBlockDevice()) throw notForThis(given, say('files.isDisk'));
  if (about.isSocket()) throw notForThis(given, say('files.isSocket'));
  // What a shell has opened for us is written to, not replaced: others hold it open too.
  const isOpened = /^\/(?:dev|proc)\//.test(resolve(given));
  if (!about.isFile() || isOpened) return { path: given, isThrough: true };
  return { path: target, isThrough: false, mode: about.mode & 0o777 };
}

/** Follows links, also one that leads to where nothing is yet. */
async function followed(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown;
    const link = await lstat(path).catch(() => undefined);
    return link?.isSymbolicLink() ? resolve(dirname(path), await readlink(path)) : path;
  }
}

function notForThis(path: string, why: string): AppError {
  return new AppError(
    'export-failed',
    say('files.notWritten', { file: basename(path), what: why }),
    {
      file: basename(path),
    },
  );
}

function insideCase(path: string, folder: string): AppError {
  return new AppError(
    'export-failed',
    say('files.insideCase', { file: basename(path), folder: basename(folder) }),
    { file: basename(path) },
  );
}
