import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';

/** What every bundle depends on besides its rooms: the tool chain and how it is used. */
const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'build/bundle'];

/** A SHA-256 over names and contents of everything a bundle is made from. Some 50 ms. */
export async function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of [...SHARED, ...sources]) await addPath(hash, source);
  return hash.digest('hex');
}

async function addPath(hash, path) {
  const full = join(projectRoot, path);
  const entries = await readdir(full, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (entries === null) {
    const content = await readFile(full);
    hash.update(`${path}\0${content.length}\0`).update(content);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) await addPath(hash, `${path}/${entry.name}`);
}
