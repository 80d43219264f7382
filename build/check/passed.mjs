import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, projectRoot } from '../setup/paths.mjs';

/** Things that passed are remembered, the newest ones; more would only make the file slow to read. */
const MOST = 20_000;
/** What every check depends on beside the sources that it reads: rules, compiler options, versions. */
const SETTINGS = [
  ...['package.json', 'package-lock.json', '.prettierrc.json', '.prettierignore', 'tsconfig.json'],
  ...['data', 'electron', 'electron/preload', 'renderer', 'tests'].map(
    (room) => `${room}/tsconfig.json`,
  ),
  ...[
    'build/knip.json',
    'build/eslint.config.js',
    'build/no-prose.js',
    'data/samples/raw.d.ts',
    'data/model/edtf-library.d.ts',
  ],
];

/** Hash of the bytes of files of the checkout, in their order; of one that is not there, that it is not. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(projectRoot, file);
    hash.update(`${file}\0`).update(existsSync(path) ? contentHash(path) : 'none');
  }
  return hash.digest('hex');
}

const contents = new Map();
function contentHash(path) {
  const known = contents.get(path);
  if (known) return known;
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  contents.set(path, hash);
  return hash;
}

/**
 * What passed a check before, by hashes of all that the check looks at: the same need not be looked at
 * again, in this checkout or another one. What failed is never remembered.
 */
export class Passed {
  #path;
  #keys;
  #settings = `${process.version} ${hashOf(SETTINGS)}`;

  /** `check`: name of the check, and of its file. */
  constructor(check) {
    this.#path = join(cacheFolder(), 'passed', `${check}.json`);
    this.#keys = new Set(readKeys(this.#path));
  }

  /** `files`: all that the check of one thing looks at. */
  has(files) {
    return this.#keys.has(this.#key(files));
  }

  add(files) {
    const key = this.#key(files);
    this.#keys.delete(key);
    this.#keys.add(key);
  }

  /** Where nothing can be kept, everything is checked again the next time. */
  async save() {
    const next = `${this.#path}.${process.pid}`;
    try {
      await mkdir(join(this.#path, '..'), { recursive: true });
      await writeFile(next, JSON.stringify([...this.#keys].slice(-MOST)));
      await rename(next, this.#path);
    } catch {
      return;
    }
  }

  #key(files) {
    return createHash('sha256')
      .update(`${this.#settings} ${hashOf(files)}`)
      .digest('base64url');
  }
}

function readKeys(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return [];
  }
}
