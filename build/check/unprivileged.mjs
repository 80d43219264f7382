import { chownSync, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { distFolder, projectRoot } from '../setup/paths.mjs';
import { say, SetupError } from '../setup/progress.mjs';
import { output, runOrFail } from '../setup/run.mjs';

const USER = 'wakhan-e2e';
/** What the end-to-end tests touch of a checkout: they make cases with the store itself, too. */
const NEEDED = [
  'package.json',
  'tsconfig.json',
  'build',
  'data',
  'electron',
  'renderer',
  'tests',
  'node_modules',
];

/**
 * Prepares a system user who may run Electron with its sandbox, with a home and a results folder
 * of its own in /tmp. Where that user cannot read the checkout or our Node (both may lie in
 * /root), it gets copies: half a minute instead of opening root's home.
 */
export async function becomeUnprivileged() {
  const owner = await ensureUser();
  const home = await mkdtemp('/tmp/wakhan-e2e-');
  const results = join(home, 'results');
  await mkdir(results);
  for (const folder of [home, results]) chownSync(folder, owner.uid, owner.gid);
  say(`running as root: the end-to-end tests run as the user ${USER}, with the sandbox on`);
  const node = canUse('-x', process.execPath)
    ? process.execPath
    : await copyInto(home, process.execPath, 'node');
  const isReadable = [projectRoot, distFolder].every((at) =>
    canUse('-r', join(at, 'package.json')),
  );
  const places = isReadable ? ourPlaces() : await copyCheckout(home);
  return {
    ...places,
    owner,
    asUser,
    node,
    results,
    scratch: home,
    env: { ...environment(home), ...(await corpusFor(home)) },
    leave: () => rm(home, { recursive: true, force: true }),
  };
}

/** The folder to run the tests in, and the one to start as an app. */
export function ourPlaces() {
  return { root: projectRoot, app: process.env.WAKHAN_DIST ? distFolder : projectRoot };
}

async function ensureUser() {
  const read = () => ({
    uid: Number(output('id', ['-u', USER])),
    gid: Number(output('id', ['-g', USER])),
  });
  if (output('id', ['-u', USER]) === null) {
    const args = ['--system', '--create-home', '--shell', '/usr/sbin/nologin', USER];
    await runOrFail('useradd', args, 'Run the tests as an ordinary user instead of root.');
  }
  const owner = read();
  if (owner.uid > 0 && owner.gid > 0) return owner;
  throw new SetupError(`the user ${USER} is not usable. Run the tests as an ordinary user.`);
}

function asUser(command) {
  return ['runuser', '-u', USER, '--', ...command];
}

function canUse(test, path) {
  const [command, ...args] = asUser(['test', test, path]);
  return output(command, args) !== null;
}

async function copyInto(home, source, name) {
  await cp(source, join(home, name), { recursive: true, verbatimSymlinks: true });
  return join(home, name);
}

async function copyCheckout(home) {
  say(`${USER} cannot read ${projectRoot}: copying what the tests need`);
  const root = join(home, 'checkout');
  for (const name of NEEDED) await copyInto(root, join(projectRoot, name), name);
  await copyInto(root, distFolder, 'dist');
  return { root, app: root };
}

/** A copy of the reference texts, which may lie where that user cannot look; nothing without them. */
async function corpusFor(home) {
  const corpus = process.env.WAKHAN_CORPUS ?? join(projectRoot, '..', 'shared', 'corpus');
  if (!existsSync(corpus)) return {};
  const copy = join(home, 'corpus');
  const fix = `Make ${corpus} readable, or leave WAKHAN_CORPUS away.`;
  await runOrFail('cp', ['-rL', '--no-preserve=mode', corpus, copy], fix);
  return { WAKHAN_CORPUS: copy };
}

function environment(home) {
  return {
    HOME: home,
    USER,
    LOGNAME: USER,
    TMPDIR: home,
    XDG_RUNTIME_DIR: home,
    XDG_CACHE_HOME: home,
  };
}
