import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { isLeftover, temporaryKindOf, temporaryName } from './temporary-name.ts';

/** What is said when the notes are looked through: nobody would write more. */
const LONGEST = 64 * 1024;

/**
 * Notes in the system's temporary folder that something unfinished is at a path; returns how to take the
 * note back. Where that folder takes no file there is no note, and a leftover stays until somebody works
 * beside it.
 */
export function announceLeftover(path: string): () => void {
  const note = join(tmpdir(), temporaryName('note'));
  try {
    fs.writeFileSync(note, resolve(path), { flag: 'wx', mode: 0o600 });
  } catch {
    return () => undefined;
  }
  return () => fs.rmSync(note, { force: true });
}

/**
 * Removes what processes that died have announced and not finished, wherever it is, and what they left in
 * the temporary folder itself. Only names of ours are ever removed, whatever a note says.
 */
export async function sweepAnnouncedLeftovers(): Promise<void> {
  const names = await fs.promises.readdir(tmpdir()).catch(() => []);
  for (const name of names.filter(isLeftover)) {
    try {
      await sweep(join(tmpdir(), name));
    } catch {
      continue; // gone already, or not ours to remove
    }
  }
}

/** The temporary folder is everybody's: what another user has put there is left alone. */
async function sweep(path: string): Promise<void> {
  const { size, uid } = await fs.promises.lstat(path);
  if (process.getuid && process.getuid() !== uid) return;
  if (temporaryKindOf(basename(path)) === 'note' && size <= LONGEST) {
    const announced = await fs.promises.readFile(path, 'utf8');
    if (isLeftover(basename(announced))) await remove(announced);
  }
  await remove(path);
}

const remove = (path: string): Promise<void> =>
  fs.promises.rm(path, { force: true, recursive: true });
