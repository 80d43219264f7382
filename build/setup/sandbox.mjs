import { statSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { isRoot } from './paths.mjs';
import { say, SetupError } from './progress.mjs';
import { output } from './run.mjs';

const HELPER = 'chrome-sandbox';

/**
 * Runs `work` where Chromium can build its sandbox for an ordinary user: by user namespaces, or by
 * a set-uid helper beside the executable. Without either, Chromium would only crash: root lends the
 * helper its rights meanwhile (a chroot has no user namespaces), others are told what to do.
 * `asUser` wraps a command line so that it runs as the user who will start Electron.
 */
export async function withSandbox(runtime, work, asUser = (command) => command) {
  if (process.platform !== 'linux' || hasSandbox(runtime.folder, asUser)) return work();
  if (!isRoot) throw new SetupError(ADVICE);
  const helper = join(runtime.folder, HELPER);
  say(`no user namespaces here: ${HELPER} is set-uid root for the time being`);
  await chmod(helper, 0o4755);
  try {
    return await work();
  } finally {
    await chmod(helper, 0o755);
  }
}

const ADVICE = `this system does not let ordinary users build Chromium's sandbox. Allow it with
    sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
(Ubuntu) or
    sudo sysctl -w kernel.unprivileged_userns_clone=1
(Debian), or start the container with user namespaces allowed, and try again.`;

function hasSandbox(folder, asUser) {
  if (isSetUid(join(folder, HELPER))) return true;
  const [command, ...args] = asUser(['unshare', '--user', 'true']);
  return output(command, args) !== null;
}

function isSetUid(path) {
  try {
    const { uid, mode } = statSync(path);
    return uid === 0 && (mode & 0o4001) === 0o4001;
  } catch {
    return false;
  }
}
