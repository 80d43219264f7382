import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';
import type { Running } from './window.ts';

/** Milliseconds between two looks at a process, and of processor time in them that count as nothing. */
const LOOK = 1_000;
const NOTHING = 20;

/** Memory of a main process, in MB. */
export interface Memory {
  resident: number;
  /** As `resident`, with pages that others use too in equal shares; only Linux tells. */
  share: number | undefined;
  /** The most that was ever resident; only Linux tells. */
  peak: number | undefined;
  heapUsed: number;
  heapTotal: number;
  external: number;
}

/** Waits until the main process has done next to nothing for so many seconds. */
export async function quiet({ app }: Running, seconds: number): Promise<void> {
  const used = () =>
    app.evaluate(() => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    });
  let before = await used();
  for (let idle = 0; idle < seconds;) {
    await pass(LOOK);
    const now = await used();
    idle = now - before < NOTHING ? idle + LOOK / 1000 : 0;
    before = now;
  }
}

/** Memory of the main process now. */
export async function memoryOf({ app }: Running): Promise<Memory> {
  const { rss, heapUsed, heapTotal, external } = await app.evaluate(() => process.memoryUsage());
  const about = `/proc/${app.process().pid}`;
  return {
    resident: rss / 1e6,
    share: inProc(`${about}/smaps_rollup`, 'Pss'),
    peak: inProc(`${about}/status`, 'VmHWM'),
    heapUsed: heapUsed / 1e6,
    heapTotal: heapTotal / 1e6,
    external: external / 1e6,
  };
}

/** A size that a file of Linux tells, in MB. */
function inProc(file: string, name: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(
    readFileSync(file, 'utf8'),
  )?.[1];
  return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
}
