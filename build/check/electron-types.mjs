import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { cacheFolder, projectRoot, scratchFolder } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';
import { npmCommand, run } from '../setup/run.mjs';
import { fallbackVersion } from '../setup/fallback-runtime.mjs';

const INTEGRITY =
  'SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==';

/**
 * A tsconfig that checks electron/ against the declarations of the fallback's Electron, so that
 * nobody uses API only the newer one has. The declarations come out of that version's npm package,
 * which is not installed. Answers the tsconfig's path, or null (told) when they cannot be had.
 */
export async function prepareOldElectronTypes() {
  const cached = join(cacheFolder(), `electron-${fallbackVersion}.d.ts`);
  if (!existsSync(cached) && !(await fetchDeclarations(cached))) {
    say(
      `no declarations of Electron ${fallbackVersion} to be had: its API is not checked this time`,
    );
    return null;
  }
  // Inside node_modules, so that the declarations find @types/node.
  const folder = join(scratchFolder, 'electron-types');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'electron.d.ts'), await readFile(cached));
  const room = relative(folder, join(projectRoot, 'electron'));
  const config = {
    extends: `${room}/tsconfig.json`,
    compilerOptions: { paths: { electron: ['./electron.d.ts'] } },
    files: ['./electron.d.ts'],
    include: [`${room}/**/*.ts`, join(projectRoot, 'data/**/*.d.ts')],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  return join(folder, 'tsconfig.json');
}

async function fetchDeclarations(target) {
  await mkdir(cacheFolder(), { recursive: true });
  const folder = await mkdtemp(join(cacheFolder(), 'types-'));
  try {
    const [npm, ...before] = npmCommand();
    const pack = ['pack', '--silent', '--pack-destination', folder, `electron@${fallbackVersion}`];
    const quiet = { cwd: folder, stdio: 'ignore' };
    if ((await run(npm, [...before, ...pack], quiet)) !== 0) return false;
    const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz')) ?? 'missing';
    const tarball = await readFile(join(folder, name));
    if (createHash('sha512').update(tarball).digest('base64') !== INTEGRITY) return false;
    if ((await run('tar', ['-xzf', name, 'package/electron.d.ts'], quiet)) !== 0) return false;
    await rename(join(folder, 'package/electron.d.ts'), target);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
