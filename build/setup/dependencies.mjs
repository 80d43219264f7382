import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, projectRoot } from './paths.mjs';
import { withLock } from './lock.mjs';
import { SetupError, step } from './progress.mjs';
import { npmCommand, runOrFail } from './run.mjs';

const MINIMUM_NODE = [20, 19];

/** Refuses a Node that cannot load the tool chain, before anything cryptic can happen. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = MINIMUM_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  throw new SetupError(
    `Node ${process.versions.node} is too old: install Node ${MINIMUM_NODE.join('.')} or newer.`,
  );
}

/**
 * Makes node_modules match package-lock.json. npm writes node_modules/.package-lock.json last, so
 * an interrupted `npm ci` never looks finished. Install scripts stay off: nothing here needs one.
 */
export async function ensureDependencies() {
  if (await areInstalled()) return;
  const id = createHash('sha256').update(projectRoot).digest('hex').slice(0, 16);
  await withLock(join(cacheFolder(), `npm-${id}.lock`), 'npm dependencies', async () => {
    if (await areInstalled()) return;
    const [npm, ...before] = npmCommand();
    const args = [
      ...before,
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    await step('installing the npm dependencies (about a minute)', () =>
      runOrFail(npm, args, 'Check the network or the npm registry setting and run it again.', {
        cwd: projectRoot,
        env: { ...process.env, NODE_ENV: 'development' },
      }),
    );
  });
}

async function areInstalled() {
  const wanted = await readPackages(join(projectRoot, 'package-lock.json'));
  const found = await readPackages(join(projectRoot, 'node_modules/.package-lock.json'));
  if (wanted === null)
    throw new SetupError('package-lock.json is missing: get a complete checkout.');
  if (found === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    // Optional packages for other systems are listed in the lock but rightly not installed.
    if (found[path] === undefined) return entry.optional === true;
    return found[path].version === entry.version && found[path].integrity === entry.integrity;
  });
}

async function readPackages(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
