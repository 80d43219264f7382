import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot } from './paths.mjs';
import { SetupError, step } from './progress.mjs';
import { output, runOrFail } from './run.mjs';

/**
 * What Electron needs from a Linux system. Package names are tried in order: Debian 13 and Ubuntu
 * 24.04 renamed some with "t64". These few pull in every other library Chromium links to.
 */
const LIBRARIES = [
  { name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { name: 'libnss3.so', packages: ['libnss3'] },
  { name: 'libgbm.so.1', packages: ['libgbm1'] },
  { name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
];
const DISPLAY_PROGRAMS = [
  { name: 'Xvfb', packages: ['xvfb'] },
  { name: 'xauth', packages: ['xauth'] },
];

/**
 * Installs the missing system libraries when that needs no question (root, or sudo without a
 * password); otherwise throws a SetupError with the one command to run. Linux only; elsewhere
 * Electron brings all it needs. `display` asks for the virtual display as well.
 */
export async function ensureSystemLibraries({ display }) {
  if (process.platform !== 'linux') return;
  const missing = missingNeeds(display);
  if (missing.length === 0) return;
  if (!isProgram('apt-get')) throw new SetupError(adviceWithoutApt(missing));
  const prefix = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && output('sudo', ['-n', 'true']) === null)
    throw new SetupError(adviceWithApt(missing));
  await step('installing system libraries with apt (up to two minutes)', async () => {
    await apt(prefix, ['update', '-qq']);
    const packages = missing.map((need) => installablePackage(need.packages));
    await apt(prefix, ['install', '-qq', '-y', '--no-install-recommends', ...packages]);
  });
  const still = missingNeeds(display);
  if (still.length > 0) throw new SetupError(adviceWithoutApt(still));
}

function missingNeeds(display) {
  const known = output(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p']) ?? '';
  const libraries = LIBRARIES.filter(({ name }) => !known.includes(`\t${name} `));
  const programs = display ? DISPLAY_PROGRAMS.filter(({ name }) => !isProgram(name)) : [];
  return [...libraries, ...programs];
}

function apt(prefix, args) {
  const [command, ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...args,
  ];
  const advice = 'Check the network and the package sources and run it again.';
  return runOrFail(command, rest, advice, { stdio: ['ignore', 'ignore', 2] });
}

function installablePackage(names) {
  const candidate = (name) => output('apt-cache', ['policy', name])?.match(/Candidate: (\S+)/)?.[1];
  return names.find((name) => ![undefined, '(none)'].includes(candidate(name))) ?? names.at(-1);
}

function adviceWithApt(missing) {
  const packages = missing.map((need) => installablePackage(need.packages)).join(' ');
  return `some system libraries are missing and installing them needs your password. Run
    sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${packages}'
and start again.`;
}

function adviceWithoutApt(missing) {
  const names = missing.map((need) => `${need.name} (Debian: ${need.packages.at(-1)})`).join(', ');
  return `missing on this system: ${names}. Install them with your package manager and start again.`;
}

/** True when a program of this name is on PATH. */
function isProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
