import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { sweepAnnouncedLeftovers } from '../../electron/storage/disk/announce-leftover.ts';
import { nodeDisk } from '../../electron/storage/disk/disk.ts';
import { opened, plainBeside } from './support/aftermath.ts';
import { count, isFull, LIMIT } from './support/counts.ts';
import { Random } from './support/random.ts';
import { RealScene, secretFor } from './support/real-scene.ts';
import { makeScene, sceneVault, type Scene } from './support/scene.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';

const TRIES = count(40, 1);
/** Set by `npm test` and `npm run test:faults`, which prepare an Electron. */
const electron = process.env.WAKHAN_ELECTRON;
/** The command line that was built with it: it finds the program that prints. */
const WAKHAN = resolve('build/wakhan.mjs');

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene(true, await sceneVault());
});
const { TMPDIR } = process.env;
afterEach(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
});

test.skipIf(electron === undefined || process.platform !== 'linux')(
  'a PDF that is being printed (needs Electron and /proc)',
  { timeout: LIMIT },
  async (context) => {
    const tally = new Tally('SIGKILL at any time of the export of a PDF');
    const place = scratch();
    const whole = await exportPdf(new RealScene(scene, join(place, 'whole')));
    expect(whole.code).toBe(0);
    const random = new Random(11);
    let early = 0;
    for (let nth = 0; nth < TRIES; nth++) {
      const one = new RealScene(scene, join(place, String(nth)));
      const after = (isFull ? random.next() : (nth + 1) / (TRIES + 1)) * whole.milliseconds;
      const { code } = await exportPdf(one, after);
      if (code === null) early++;
      tally.add(`after ${after.toFixed(0)} ms`, await verdictOn(one));
      rmSync(one.root, { recursive: true });
    }
    tally.finish(context, `${early} before it was written`);
  },
);

/** Exports as PDF, and kills the command line after a while; waits until its browser is gone too. */
async function exportPdf(one: RealScene, after?: number) {
  const begun = performance.now();
  const args = [WAKHAN, 'export', one.folder, '-o', join(one.root, 'cases/report.pdf')];
  const child = spawn(process.execPath, args, { env: one.env, stdio: 'ignore' });
  const over = once(child, 'close') as Promise<[number | null]>;
  if (after !== undefined) {
    await pass(after);
    child.kill('SIGKILL');
  }
  const [code] = await over;
  const milliseconds = performance.now() - begun;
  await expect.poll(() => workingIn(one.root), { timeout: 30_000 }).toEqual([]);
  return { code, milliseconds };
}

/** Processes that were told of a folder below this one. */
function workingIn(root: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => commandOf(pid).includes(root));
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return ''; // it has ended
  }
}

async function verdictOn(one: RealScene) {
  const { root, folder, ledger } = one;
  process.env.TMPDIR = join(root, 'tmp');
  const surroundings = await secretFor(folder);
  const site = { disk: nodeDisk, root, surroundings };
  const lost = plainBeside(site);
  await sweepAnnouncedLeftovers();
  const verdict = await opened(site, ledger);
  return { ...verdict, lost: [...lost, ...verdict.lost] };
}
