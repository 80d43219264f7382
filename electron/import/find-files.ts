import type { Stats } from 'node:fs';
import { readdir, realpath, stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '#data/errors.ts';
import { pageFolders } from '#data/formats/import/page-folders.ts';
import { say } from '#data/words/say.ts';
import { caseAround, isCaseFolder, notAFile } from '../files/output-place.ts';
import { storageError } from '../storage/disk/storage-error.ts';

/** A path; bytes where its name is no UTF-8. */
export type Path = string | Buffer;

/**
 * A file found in what was asked to be imported, or why there is none. `name` is without folders, `size` in
 * bytes, `modified` in milliseconds.
 */
export type FoundFile =
  | { name: string; path: Path; size?: number; modified?: number }
  | { name: string; error: AppError };

/** More than this in one go is a slip: somebody's whole disk. */
const MOST = 200_000;

/**
 * File systems of Linux that hold no files of people but what the system tells of itself, by their magic
 * numbers (statfs(2)): proc, sysfs, debugfs, tracefs, cgroup and cgroup2, securityfs, devpts, bpf, pstore,
 * configfs, efivarfs, selinuxfs, binfmt_misc, mqueue, fusectl. They may be endless, and reading may wait for ever.
 */
const ofTheSystem = new Set([
  0x9fa0, 0x62656572, 0x64626720, 0x74726163, 0x27e0eb, 0x63677270, 0x73636673, 0x1cd1, 0xcafe4a11,
  0x6165676c, 0x62656570, 0xde5e81e4, 0xf97cff8c, 0x42494e4d, 0x19800202, 0x65735543,
]);

/**
 * The files behind some paths: a file is itself, a folder all files in and below it, sorted by name.
 * What is hidden (a leading dot) in a folder is left out, and so are the folders that browsers save with a
 * page that is there too; links to folders are followed once; a case is
 * never walked into, and neither are folders of the system. Each of these is told in one line. Throws the
 * reason of the signal.
 */
export async function* findFiles(
  paths: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<FoundFile> {
  const waiting: Place[] = withoutPageFolders(paths).map((path) => ({
    path,
    name: basename(path),
    isGiven: true,
  }));
  const seen = new Set<string>();
  waiting.reverse();
  for (let found = 0; waiting.length > 0;) {
    signal?.throwIfAborted();
    const place = waiting.pop() as Place;
    const answer = await look(place, seen);
    if (answer.inside) waiting.push(...answer.inside.reverse());
    if (!answer.file) continue;
    if (++found > MOST) {
      yield { name: place.name, error: tooMany() };
      return;
    }
    yield answer.file;
  }
}

/** Paths without the folders of saved pages that are among them. */
function withoutPageFolders(paths: readonly string[]): string[] {
  const beside = new Map<string, string[]>();
  for (const path of paths) {
    const names = beside.get(dirname(path));
    if (names) names.push(basename(path));
    else beside.set(dirname(path), [basename(path)]);
  }
  const left = new Map([...beside].map(([folder, names]) => [folder, pageFolders(names)]));
  return paths.filter((path) => !left.get(dirname(path))?.has(basename(path)));
}

/** Somewhere to look. */
interface Place {
  path: Path;
  name: string;
  /** Named by the person, not met on the way. */
  isGiven?: boolean;
}

/** What is there: a file or a refusal, or what a folder holds. */
interface Answer {
  file?: FoundFile;
  inside?: Place[];
}

async function look({ path, name, isGiven = false }: Place, seen: Set<string>): Promise<Answer> {
  try {
    const about = await stat(path);
    if (isGiven) await refuseForeign(path, about, name);
    if (about.isFile()) return { file: { name, path, size: about.size, modified: about.mtimeMs } };
    if (!about.isDirectory()) throw notAFile(name, about);
    const real = await realpath(path);
    if (seen.has(real)) return {};
    seen.add(real);
    if (isCaseFolder(real)) throw isACase(name);
    await refuseSystem(path, name);
    return { inside: await entriesOf(path) };
  } catch (thrown) {
    const what = say('doing.importThat');
    const error = isUnreadable(name, thrown) ? notUtf8(name) : storageError(thrown, what, name);
    return { file: { name, error } };
  }
}

/** What is named and lies in a case, or is a file of the system. */
async function refuseForeign(path: Path, about: Stats, name: string): Promise<void> {
  const around = caseAround(await realpath(path));
  if (around !== undefined) throw insideACase(name, around);
  if (about.isFile()) await refuseSystem(path, name);
}

async function entriesOf(folder: Path): Promise<Place[]> {
  const entries = await readdir(folder, { encoding: 'buffer', withFileTypes: true });
  const names = entries.map(({ name }) => name.toString('utf8'));
  const ofPages = pageFolders(names);
  return entries
    .map((entry) => ({
      path: joined(folder, entry.name),
      name: entry.name.toString('utf8'),
      isFolder: entry.isDirectory(),
    }))
    .filter(({ name, isFolder }) => !name.startsWith('.') && !(isFolder && ofPages.has(name)))
    .map(({ path, name }) => ({ path, name }))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** A path as text where text can say it. */
function joined(folder: Path, name: Buffer): Path {
  const path = Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]);
  const text = path.toString('utf8');
  return Buffer.from(text).equals(path) ? text : path;
}

async function refuseSystem(path: Path, name: string): Promise<void> {
  if (process.platform !== 'linux' || !ofTheSystem.has((await statfs(path)).type)) return;
  throw new AppError('unsupported-format', say('imports.ofTheSystem', { file: name }), {
    file: name,
  });
}

/** Node gives arguments as text: bytes that are no UTF-8 are gone by then. */
const isUnreadable = (name: string, thrown: unknown): boolean =>
  name.includes('\ufffd') &&
  !(thrown instanceof AppError) &&
  storageError(thrown, '', '').code === 'not-found';

function notUtf8(name: string): AppError {
  return new AppError('not-found', say('imports.notUtf8', { file: name }), { file: name });
}

function isACase(name: string): AppError {
  return new AppError('unsupported-format', say('imports.isACase', { file: name }), { file: name });
}

function insideACase(name: string, folder: string): AppError {
  return new AppError(
    'unsupported-format',
    say('imports.insideACase', { file: name, folder: basename(folder) }),
    { file: name },
  );
}

function tooMany(): AppError {
  return new AppError('too-large', say('imports.tooManyFiles', { most: MOST }), { limit: MOST });
}
