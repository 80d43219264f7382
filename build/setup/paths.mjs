import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: the folder that holds package.json. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the bundles go; WAKHAN_DIST lets several people build side by side from one checkout. */
export const distFolder = resolve(projectRoot, process.env.WAKHAN_DIST ?? 'dist');

/** True for root on POSIX systems; always false on Windows, which has no such id. */
export const isRoot = process.getuid?.() === 0;

/**
 * The folder for what outlives a checkout (the Electron runtime, locks). Root uses /var/cache, not
 * its home: the end-to-end tests drop to a user who cannot look into /root.
 */
export function cacheFolder() {
  if (process.env.WAKHAN_CACHE) return resolve(process.env.WAKHAN_CACHE);
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'wakhan', 'Cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/wakhan');
  if (isRoot) return '/var/cache/wakhan';
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'wakhan');
}

/** Small derived files of this checkout (type checks, benchmarks); npm ci throws them away. */
export const scratchFolder = join(projectRoot, 'node_modules', '.cache', 'wakhan');
