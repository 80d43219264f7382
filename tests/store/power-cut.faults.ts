import { copyFileSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Child } from './support/child.ts';
import { count, LIMIT } from './support/counts.ts';
import { found } from './support/found.ts';
import { Ledger } from './support/ledger.ts';
import { newCase } from './support/new-case.ts';
import { Random } from './support/random.ts';
import { scratch } from './support/scratch.ts';
import { Tally } from './support/tally.ts';
import { missingLoop, run } from './support/tools.ts';
import type { Orders } from './support/worker-orders.ts';

const TRIES = count(200, 3);
const ENDLESS = 100_000;
/** Longest time of work in milliseconds before the power goes. */
const LONGEST = 120;
const MEGABYTES = 12;

/** Ways in which ext4 keeps the order of data and names; the second keeps less. */
const mountOptions = ['loop', 'loop,data=writeback,noauto_da_alloc'] as const;

const missing = missingLoop();

describe.skipIf(missing !== undefined)(`power cut (${missing ?? 'ext4 in a file'})`, () => {
  test('the disk is taken away in the middle of work', { timeout: LIMIT }, async (context) => {
    const tally = new Tally('power cut: ext4 image taken from under a session');
    const bench = new Bench();
    const random = new Random(6);
    let saved = 0;
    for (let nth = 0; nth < TRIES; nth++) {
      const options = mountOptions[nth % 2] ?? 'loop';
      const together = random.pick([1, 4]);
      const checkpointEvery = random.pick([0, 3]);
      const work = { from: 0, to: ENDLESS, together, checkpointEvery };
      const ledger = new Ledger();
      const folder = await bench.cutPower(work, ledger, options, random.next() * LONGEST);
      tally.add(`try ${nth} (${options})`, await found(folder, ledger));
      saved += ledger.acked().size;
      bench.clear();
    }
    tally.finish(context, `${saved} acknowledged edits`);
  });

  test('a disk that does not sync is found out', { timeout: LIMIT }, async () => {
    const bench = new Bench();
    const ledger = new Ledger();
    const work = { from: 0, to: ENDLESS, together: 1, lie: 'no-sync' as const };
    const folder = await bench.cutPower(work, ledger, 'loop', LONGEST);
    expect((await found(folder, ledger)).lost).not.toEqual([]);
    bench.clear();
  });
});

/** A small ext4 file system in a file on tmpfs, where what the disk has got can be copied at any time. */
class Bench {
  readonly #place = scratch();
  readonly #empty = join(this.#place, 'empty.img');
  readonly #image = join(this.#place, 'disk.img');
  readonly #cut = join(this.#place, 'cut.img');
  readonly #mounted = join(this.#place, 'mounted');

  constructor() {
    run('mount', '-t', 'tmpfs', 'tmpfs', this.#place);
    onTestFinished(() => {
      run('umount', '-l', '-R', this.#place);
    });
    mkdirSync(this.#mounted);
    writeFileSync(this.#empty, '');
    truncateSync(this.#empty, MEGABYTES * 1024 * 1024);
    run('mkfs.ext4', '-q', '-E', 'lazy_itable_init=0,lazy_journal_init=0', this.#empty);
  }

  /**
   * Works for some milliseconds on a fresh disk, stops the process, copies what the disk has got by
   * then, and mounts the copy as after a restart. Gives the folder of the case.
   */
  async cutPower(
    work: Omit<Orders, 'folder'>,
    ledger: Ledger,
    options: string,
    after: number,
  ): Promise<string> {
    copyFileSync(this.#empty, this.#image);
    run('mount', '-o', options, this.#image, this.#mounted);
    const folder = join(this.#mounted, 'proof.case');
    await (await newCase(folder, ledger)).close();
    const child = await Child.start({ folder, ...work }, ledger);
    await child.says('ack');
    await pass(after);
    child.kill('SIGSTOP');
    copyFileSync(this.#image, this.#cut);
    child.kill();
    await child.ended;
    run('umount', this.#mounted);
    run('mount', '-o', 'loop', this.#cut, this.#mounted);
    return folder;
  }

  /** Ready for the next disk. */
  clear(): void {
    run('umount', this.#mounted);
    rmSync(this.#image);
    rmSync(this.#cut);
  }
}
