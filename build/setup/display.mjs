import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say, SetupError } from './progress.mjs';

const SCREEN = '1600x1000x24';

/** True when a window has no screen to open on: Linux without X11 or Wayland. */
export function needsDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * Starts a virtual screen (Xvfb) and answers the variables that lead a program to it, with `stop`
 * to end it. Xvfb picks a free number itself, so any number may start at once. `asUser` wraps the
 * command line when other than the present user is to own the screen, who then is `owner` and can
 * read `scratch`.
 */
export async function startDisplay({
  asUser = (command) => command,
  owner = null,
  scratch = tmpdir(),
} = {}) {
  const folder = await mkdtemp(join(scratch, 'wakhan-display-'));
  const authority = join(folder, 'authority');
  await writeFile(authority, authorityRecord(randomBytes(16)), { mode: 0o600 });
  if (owner !== null) {
    await chown(folder, owner.uid, owner.gid);
    await chown(authority, owner.uid, owner.gid);
  }
  const screen = ['-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority];
  const [command, ...args] = asUser(['Xvfb', '-displayfd', '3', ...screen]);
  // Its own process group: Ctrl-C must end the program before it takes the screen away.
  const server = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = async () => {
    server.kill();
    await rm(folder, { recursive: true, force: true });
  };
  process.once('exit', () => server.kill());
  try {
    const display = `:${await displayNumber(server)}`;
    say(`there is no display: using a virtual one (Xvfb ${display}, ${SCREEN})`);
    return { env: { DISPLAY: display, XAUTHORITY: authority }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let answer = '';
    let trouble = '';
    server.stdio[2].on('data', (chunk) => (trouble += chunk));
    server.stdio[3].on('data', (chunk) => {
      answer += chunk;
      if (answer.endsWith('\n')) resolve(answer.trim());
    });
    const fail = (why) =>
      reject(new SetupError(`the virtual display did not start (${why}). Is xvfb installed?`));
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(trouble.trim() || `exit ${code}`));
  });
}

/** One .Xauthority record (family "wild": any host, any display) for a fresh cookie. */
function authorityRecord(cookie) {
  const field = (bytes) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
  const none = field(Buffer.alloc(0));
  const name = field(Buffer.from('MIT-MAGIC-COOKIE-1'));
  return Buffer.concat([Buffer.from([0xff, 0xff]), none, none, name, field(cookie)]);
}
