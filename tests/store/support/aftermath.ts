import type { Disk } from '../../../electron/storage/disk/disk.ts';
import { temporaryKindOf } from '../../../electron/storage/disk/temporary-name.ts';
import type { FormatPlan } from '#data/storage/migrations.ts';
import { bury } from './bury.ts';
import { found } from './found.ts';
import type { Verdict } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { FOLDER } from './memory-case.ts';
import type { Surroundings } from './new-case.ts';
import { CANARY, COPY, EXPORT, MINE, type Act, type Scene } from './scene.ts';

/** Names that tell which documents a case has. */
const TELLING = /\/documents\/[dx]\d+(?:\.prev)?\.json/;

/** Where a scene is, and how the next session opens its case. */
export interface Site {
  disk: Disk;
  /** What stands before every path of the scene. */
  root: string;
  surroundings: Surroundings;
}

/** What is found in a scene in memory after something was done to its case, or was interrupted. */
export async function aftermath(
  { disk, vault }: Scene,
  { plan, check }: Act,
  ledger: Ledger,
): Promise<Verdict> {
  const surroundings = { disk, keys: [vault], ...planned(plan) };
  const site = { disk, root: '', surroundings };
  const lost = plainBeside(site);
  bury(disk);
  const verdict = await opened(site, plan ? withUpgrade(ledger, plan) : ledger);
  lost.push(...verdict.lost, ...((await check?.(disk)) ?? []));
  return { ...verdict, lost };
}

const planned = (plan?: FormatPlan) => (plan ? { plan } : {});

/** Who opens a case with a newer format asks for one more record, once. */
function withUpgrade(ledger: Ledger, { current: to }: FormatPlan): Ledger {
  const asked = ledger.upTo(ledger.length);
  asked.begin(-99, { op: 'case.upgrade', input: { from: to - 1, to } });
  return asked;
}

/**
 * What the next session finds, and what lies around the case after it. `copied`: what was acknowledged when
 * a copy was made.
 */
export async function opened(site: Site, ledger: Ledger, copied = ledger): Promise<Verdict> {
  const { disk, root, surroundings } = site;
  const verdict = await found(root + FOLDER, ledger, surroundings);
  const lost = [...verdict.lost];
  if (disk.exists(root + COPY)) {
    lost.push(...(await found(root + COPY, copied, surroundings)).lost);
  }
  lost.push(...plainBeside(site), ...leftovers(site), ...harmed(site));
  return { ...verdict, lost, recovery: [] };
}

/** What stands in the open although the case is sealed, but for what the analyst has exported. */
export function plainBeside(site: Site): string[] {
  if (!site.disk.exists(`${site.root}${FOLDER}/vault.json`)) return [];
  return filesOf(site)
    .filter((path) => !isExported(path))
    .filter((path) => TELLING.test(path) || CANARY.test(text(site, path)))
    .map((path) => `${path} stands in the open beside a sealed case.`);
}

/** A report is plain, also while it is not whole yet: it is what the analyst wants to be in the open. */
const isExported = (path: string): boolean =>
  path === EXPORT || path === '/cases/report.pdf' || /^\/cases\/\.wakhan-file-[^/]+$/.test(path);

function leftovers(site: Site): string[] {
  return filesOf(site)
    .filter((path) => path.split('/').some((name) => temporaryKindOf(name) || name === 'lock'))
    .map((path) => `${path} is left over.`);
}

/** Files of the person that are not as they were. */
function harmed(site: Site): string[] {
  return Object.entries(MINE)
    .filter(([path, words]) => !site.disk.exists(site.root + path) || text(site, path) !== words)
    .map(([path]) => `${path} of the person was touched.`);
}

const text = ({ disk, root }: Site, path: string): string =>
  Buffer.from(disk.read(root + path)).toString('latin1');

/** Paths of all files of a scene, without its root. */
function filesOf(site: Site, folder = ''): string[] {
  return site.disk.list(`${site.root}${folder}/`).flatMap((name) => {
    const path = `${folder}/${name}`;
    try {
      return filesOf(site, path);
    } catch {
      return [path]; // no folder
    }
  });
}
