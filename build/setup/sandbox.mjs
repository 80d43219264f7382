import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './progress.mjs';
import { output } from './run.mjs';

/**
 * Makes sure that Chromium can build its sandbox for an ordinary user: by user namespaces, or by a
 * set-uid helper beside the executable. Chromium itself would only crash, so we say what to do.
 * `asUser` wraps a command line so that it runs as the user who will start Electron.
 */
export function checkSandbox(runtimeFolder, asUser = (command) => command) {
  if (process.platform !== 'linux' || isSetUid(join(runtimeFolder, 'chrome-sandbox'))) return;
  const [command, ...args] = asUser(['unshare', '--user', 'true']);
  if (output(command, args) !== null) return;
  throw new SetupError(`this system does not let ordinary users build Chromium's sandbox. Allow it with
    sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
(Ubuntu) or
    sudo sysctl -w kernel.unprivileged_userns_clone=1
(Debian), or start the container with user namespaces allowed, and try again.`);
}

function isSetUid(path) {
  try {
    const { uid, mode } = statSync(path);
    return uid === 0 && (mode & 0o4001) === 0o4001;
  } catch {
    return false;
  }
}
