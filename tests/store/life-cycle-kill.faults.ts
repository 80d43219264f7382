import { rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, test } from 'vitest';
import { say } from '#data/words/say.ts';
import { sweepAnnouncedLeftovers } from '../../electron/storage/disk/announce-leftover.ts';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { opened, plainBeside } from './support/aftermath.ts';
import { count, LIMIT } from './support/counts.ts';
import type { Verdict } from './support/judge.ts';
import type { Surroundings } from './support/new-case.ts';
import { commands, RealScene, secretFor, type Command } from './support/real-scene.ts';
import { makeScene, opensWithOne, sceneVault, type Scene } from './support/scene.ts';
import { scratch } from './support/scratch.ts';
import { ONE_THREAD } from './support/strace.ts';
import { Tally } from './support/tally.ts';
import { missingStrace } from './support/tools.ts';

/** System calls that change the disk, but for `write`. */
const CHANGING = [
  ...['pwrite64', 'ftruncate', 'fsync', 'fdatasync', 'rename', 'unlink', 'rmdir', 'mkdir', 'link'],
  ...['copy_file_range', 'sendfile', 'unlinkat', 'renameat2'],
].join(',');

/** Calls that are counted together, per thread, and which of them are taken; one when `step` has no end. */
interface Counted {
  calls: string;
  first: number;
  step: number;
}
const each = (calls: string): Counted => ({ calls, first: 1, step: 1 });

/** `write` is counted by itself: threads tell each other something by it as well. */
const COUNTED = count<readonly Counted[]>(
  [...[CHANGING, 'rename', 'unlink', 'fsync'].map(each), { calls: 'write', first: 2, step: 3 }],
  [
    { calls: CHANGING, first: 15, step: Infinity },
    { calls: 'write', first: 40, step: Infinity },
  ],
);

const missing = missingStrace();
let scenes: Record<'plain' | 'sealed', Scene>;
beforeAll(async () => {
  if (missing !== undefined) return;
  const vault = await sceneVault();
  scenes = { plain: await makeScene(false, vault), sealed: await makeScene(true, vault) };
});
const { TMPDIR } = process.env;
afterEach(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
});

describe.skipIf(missing !== undefined)(`the command line (${missing ?? 'strace'})`, () => {
  test.for(Object.entries(commands))(
    'SIGKILL at every call that changes the disk: %s',
    { timeout: LIMIT },
    async ([name, command], context) => {
      const tally = new Tally(`SIGKILL at system call k that changes the disk: ${name}`);
      const place = scratch();
      let last = 0;
      for (const { calls, first, step } of COUNTED) {
        for (let k = first; Number.isFinite(k); k += step) {
          const root = join(place, `${calls.length}-${k}`);
          const struck = await strike(root, command, `${calls}:signal=SIGKILL:when=${k}`, tally);
          rmSync(root, { recursive: true, force: true });
          if (!struck) break;
          last = Math.max(last, k);
        }
      }
      tally.finish(context, `k up to ${last}`);
    },
  );
});

/**
 * Runs a command until it is killed, or to its end; whether it was killed, or the process that packs or unpacks
 * for it was, which it tells.
 */
async function strike(
  root: string,
  command: Command,
  inject: string,
  tally: Tally,
): Promise<boolean> {
  const scene = new RealScene(command.encrypted ? scenes.sealed : scenes.plain, root);
  const log = `${root}.strace`; // not in the scene: it tells names and bytes
  const calls = inject.split(':')[0] ?? '';
  const strace = ['strace', '-f', '-o', log, '-e', `trace=${calls}`, '-e', `inject=${inject}`];
  const child = await scene.start(command.args(scene), strace, ONE_THREAD);
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')));
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  // strace ends as the program did.
  const died = [say('jobs.archiveDeath'), say('jobs.unpackDeath')];
  const struck = signal === 'SIGKILL' || died.some((words) => said.includes(words));
  if (!struck && said !== '') tally.complain(`${inject}: ${said}`);
  tally.add(inject, await verdictOn(scene, command));
  return struck;
}

/** Every other time the next session only reads. */
let turn = 0;

async function verdictOn(scene: RealScene, command: Command): Promise<Verdict> {
  const { root, folder } = scene;
  process.env.TMPDIR = join(root, 'tmp');
  const site = { disk: nodeDisk, root, surroundings: {} as Surroundings };
  const lost = plainBeside(site);
  await sweepAnnouncedLeftovers();
  const readOnly = turn++ % 2 === 0;
  site.surroundings = { readOnly, ...(await secretFor(folder)) };
  const ledger = command.adds ? scene.ledger.asHearsay() : scene.ledger;
  const verdict = await opened(site, ledger);
  const wrong = command.rekeys ? await opensWithOne(nodeDisk, folder) : [];
  return { ...verdict, lost: [...lost, ...verdict.lost, ...wrong] };
}
