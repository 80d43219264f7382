import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { SetupError } from './progress.mjs';
import { output } from './run.mjs';

const MANIFEST = 'wakhan-runtime.json';

/** Where Electron's executable lies inside a runtime folder of this platform. */
export const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ??
  'electron';

/**
 * The manifest of a runtime folder when every file in it has the recorded size, else null (not
 * there, half deleted, disk full while copying). A few hundred `lstat`s: some 10 ms.
 */
export async function readRuntime(folder) {
  try {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'));
    const sizes = await Promise.all(
      Object.keys(manifest.files).map(async (name) => (await lstat(join(folder, name))).size),
    );
    const whole = Object.values(manifest.files).every((size, index) => size === sizes[index]);
    return whole ? manifest : null;
  } catch {
    return null;
  }
}

/**
 * Lets `fill(staging)` prepare a runtime beside `folder`, proves that it starts, and publishes it
 * with one rename: a reader sees all of it or nothing, whenever we are killed. Leftovers of killed
 * tries are removed. Call it under the lock of that folder.
 */
export async function publishRuntime(folder, source, fill) {
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(folder);
  const staging = await mkdtemp(`${folder}.part-`);
  const stage = join(staging, 'runtime');
  try {
    await mkdir(stage, { mode: 0o755 });
    await fill(stage, staging);
    const version = selfTest(join(stage, executableName));
    const manifest = { source, version, files: await fileSizes(stage) };
    await writeFile(join(stage, MANIFEST), JSON.stringify(manifest, null, 1));
    await rm(folder, { recursive: true, force: true });
    await rename(stage, folder);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function removeLeftovers(folder) {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.part-`)) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function selfTest(executable) {
  const version = output(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (version) return version;
  throw new SetupError(
    `the Electron runtime was unpacked but does not start. Try "ldd ${executable}" for missing ` +
      'libraries, install them and run it again.',
  );
}

async function fileSizes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = {};
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    sizes[relative(folder, path)] = (await lstat(path)).size;
  }
  return sizes;
}
