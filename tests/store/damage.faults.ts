import { expect, test } from 'vitest';
import { newVault } from '../../electron/storage/vault/vault.ts';
import { count, LIMIT } from './support/counts.ts';
import { afterCrash } from './support/crash-models.ts';
import { judge } from './support/judge.ts';
import { copyOf, filesBelow, FOLDER, replaceBytes, workedCase } from './support/memory-case.ts';
import type { MemoryDisk } from './support/memory-disk.ts';
import { reopen } from './support/new-case.ts';
import { Random } from './support/random.ts';
import { Tally } from './support/tally.ts';

/** Of both kinds together. */
const TRIES = count(2000, 160);
const SECTOR = 512;

/** Ways in which bytes go bad. */
const harms = {
  'a flipped bit': (bytes, random) => {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  },
  'a sector of zeros': (bytes, random) => {
    const at = random.below(bytes.length);
    return bytes.fill(0, at, Math.min(at + SECTOR, bytes.length));
  },
  'a lost end': (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  'nothing left': (bytes) => bytes.subarray(0, 0),
} satisfies Record<string, (bytes: Buffer, random: Random) => Buffer>;

/** Made from other files, and made again without a word when they do not fit. */
const isDerived = (path: string): boolean => path.startsWith(`${FOLDER}/index/`);

/** What the case holds twice: damage there loses nothing at all. */
const isTwofold = (path: string): boolean =>
  !['journal', 'sources', 'texts'].some((name) => path.startsWith(`${FOLDER}/${name}/`));

/** Its two copies mend each other before anything else is read; its own tests are with the vault. */
const isVault = (path: string): boolean => path.startsWith(`${FOLDER}/vault.`);

const kinds = ['plain', 'encrypted'] as const;

test.for(kinds)('bad bytes in each file, %s', { timeout: LIMIT }, async (kind, context) => {
  const tally = new Tally(`flipped and truncated bytes in each file, ${kind}`);
  const vault = kind === 'encrypted' ? await newVault('four snow leopards', false) : undefined;
  const { disk: whole, ledger, head } = await workedCase(70, [20, 50], vault);
  const random = new Random(4);
  const paths = filesBelow(whole, FOLDER).filter((path) => !isVault(path));
  let unrecoverable = 0;
  for (let nth = 0; nth < TRIES / kinds.length; nth++) {
    const disk = copyOf(whole);
    const path = paths[nth % paths.length] ?? '';
    const harm = random.pick(Object.keys(harms) as (keyof typeof harms)[]);
    const bytes = harms[harm](Buffer.from(disk.read(path)), random);
    if (Buffer.compare(bytes, disk.read(path)) === 0) continue;
    replaceBytes(disk, path, bytes);
    const store = await reopen(FOLDER, { disk, ...(vault && { vault }) });
    const verdict = judge(store, ledger, disk, FOLDER);
    const { problems } = await store.verify();
    if (isTwofold(path)) expect(verdict.lost, `${harm} in ${path}`).toEqual([]);
    const told = verdict.recovery.length + problems.length > 0 || store.head.n < head.n;
    const isLost = verdict.lost.length + verdict.foreign.length > 0;
    if (isLost && told) unrecoverable++;
    const silent = !told && (isLost || !isDerived(path));
    const reason = `not told; ${[...verdict.lost, ...verdict.foreign].slice(0, 3).join(' ')}`;
    tally.count(`${harm} in ${path} (try ${nth})`, { silent, reason });
    await store.close();
    if (isDerived(path)) continue;
    const cut = afterCrash(disk, 'only-fsynced', random);
    expect(isKept(disk, path, bytes), `${harm} in ${path}`).toBe(true);
    expect(isKept(cut, path, bytes), `${harm} in ${path}, then a power cut`).toBe(true);
  }
  tally.finish(context, `${unrecoverable} damaged what is kept once only, all told`);
});

/** Damaged bytes are never thrown away: still in place, or put aside. */
function isKept(disk: MemoryDisk, path: string, damaged: Buffer): boolean {
  const now = disk.exists(path) ? Buffer.from(disk.read(path)) : Buffer.alloc(0);
  if (now.subarray(0, damaged.length).equals(damaged)) return true;
  const start = damaged.subarray(0, now.length).equals(now) ? now.length : 0;
  const gone = damaged.subarray(start);
  const folder = `${FOLDER}/quarantine`;
  const aside = disk.exists(folder) ? filesBelow(disk, folder) : [];
  return aside.some((name) => Buffer.from(disk.read(name)).equals(gone));
}
