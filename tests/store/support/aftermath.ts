import { ownKindOf } from '../../../electron/storage/own-name.ts';
import { bury } from './bury.ts';
import { found } from './found.ts';
import type { Verdict } from './judge.ts';
import type { Ledger } from './ledger.ts';
import { filesBelow, FOLDER } from './memory-case.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { CANARY, COPY, MINE, type Act, type Scene } from './scene.ts';

/** Names that tell which documents a case has. */
const TELLING = /\/documents\/[dx]\d+(?:\.prev)?\.json/;

/**
 * What is found after something was done to a case, or was interrupted: nothing plain beside a sealed
 * case at once; after the next opening every acknowledged change, every file of the person, and nothing
 * that was left unfinished.
 */
export async function aftermath(
  { disk, vault }: Scene,
  { plan }: Act,
  ledger: Ledger,
): Promise<Verdict> {
  const lost = plainBeside(disk);
  bury(disk);
  const surroundings = { disk, keys: [vault], ...(plan && { plan }) };
  const verdict = await found(FOLDER, ledger, surroundings);
  if (disk.exists(COPY)) lost.push(...(await found(COPY, ledger, surroundings)).lost);
  lost.push(...plainBeside(disk), ...leftovers(disk), ...harmed(disk));
  return { ...verdict, lost: [...lost, ...verdict.lost], recovery: [] };
}

/** What stands in the open although the case is sealed. */
function plainBeside(disk: MemoryDisk): string[] {
  if (!disk.exists(`${FOLDER}/vault.json`)) return [];
  return filesBelow(disk, '')
    .filter((path) => TELLING.test(path) || CANARY.test(text(disk, path)))
    .map((path) => `${path} stands in the open beside a sealed case.`);
}

function leftovers(disk: MemoryDisk): string[] {
  return filesBelow(disk, '')
    .filter((path) => path.split('/').some((name) => ownKindOf(name) || name === 'lock'))
    .map((path) => `${path} is left over.`);
}

/** Files of the person that are not as they were. */
function harmed(disk: MemoryDisk): string[] {
  return Object.entries(MINE)
    .filter(([path, words]) => !disk.exists(path) || text(disk, path) !== words)
    .map(([path]) => `${path} of the person was touched.`);
}

const text = (disk: MemoryDisk, path: string): string =>
  Buffer.from(disk.read(path)).toString('latin1');
