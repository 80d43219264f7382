import { test } from 'vitest';
import type { Head } from '#data/storage/format.ts';
import { bodyOf, lineOf, type JournalRecord } from '#data/storage/journal-record.ts';
import { sha256 } from '../../electron/storage/disk/hash.ts';
import { count, LIMIT } from './support/counts.ts';
import { copyOf, FOLDER, replaceBytes, workedCase } from './support/memory-case.ts';
import { reopen } from './support/new-case.ts';
import { Random } from './support/random.ts';
import { Tally } from './support/tally.ts';
import { filesBelow } from './support/memory-case.ts';

const TRIES = count(1000, 100);

type Forgery = (lines: string[], random: Random) => string[];

/** What somebody with the files and some knowledge may do to the journal. */
const forgeries: Record<string, Forgery> = {
  'edit a record': (lines, random) => {
    const at = random.below(lines.length);
    return lines.with(at, edited(lines[at] ?? ''));
  },
  'edit a record and its hash': (lines, random) => {
    const at = random.below(lines.length);
    return lines.with(at, rehashed(recordOf(edited(lines[at] ?? ''))));
  },
  'drop a record': (lines, random) => lines.toSpliced(random.below(lines.length), 1),
  'swap two records': (lines, random) => {
    const at = random.below(lines.length - 1);
    return lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
  },
  'repeat a record': (lines, random) => {
    const at = random.below(lines.length);
    return lines.toSpliced(at, 0, lines[at] ?? '');
  },
  'drop the last records': (lines, random) => lines.slice(0, 1 + random.below(lines.length - 1)),
  'write the journal anew from an edited record on': (lines, random) => {
    const at = random.below(lines.length);
    const records = lines.map(recordOf);
    const changed = records.with(at, recordOf(edited(lines[at] ?? '')));
    let prev = changed[0]?.prev ?? '';
    return changed.map((record) => {
      const line = rehashed({ ...record, prev });
      prev = hashOf(line);
      return line;
    });
  },
};

test.for([0, 1])(
  'the journal is tampered with (snapshots: %i)',
  { timeout: LIMIT },
  async (snapshots, context) => {
    const covered = snapshots === 0 ? 'journal alone' : 'snapshot behind';
    const tally = new Tally(`tampering with journal records, ${covered}`);
    const { disk: whole, head } = await workedCase(40, snapshots === 0 ? [] : [25]);
    const random = new Random(5);
    const [path = ''] = filesBelow(whole, `${FOLDER}/journal`);
    const lines = Buffer.from(whole.read(path)).toString('utf8').trimEnd().split('\n');
    for (let nth = 0; nth < TRIES / 2; nth++) {
      const disk = copyOf(whole);
      const forgery = random.pick(Object.keys(forgeries));
      const forged = forgeries[forgery]?.(lines, random) ?? lines;
      replaceBytes(disk, path, Buffer.from(`${forged.join('\n')}\n`));
      const silent = !(await isNoticed(disk, head));
      tally.count(`${forgery} (try ${nth})`, { silent, reason: 'not noticed' });
    }
    tally.finish(context, 'all noticed');
  },
);

/** Whether the check, or a comparison with the head that an export named, shows it. */
async function isNoticed(disk: ReturnType<typeof copyOf>, exported: Head): Promise<boolean> {
  const store = await reopen(FOLDER, { disk });
  const { ok } = await store.verify();
  const { n, hash } = store.head;
  await store.close();
  return !ok || n !== exported.n || hash !== exported.hash;
}

/** Changes who did it: a forger would rather sign with another name. */
const edited = (line: string): string => line.replace('"by":"Test"', '"by":"Mole"');

const recordOf = (line: string): JournalRecord => JSON.parse(line) as JournalRecord;

function rehashed(record: JournalRecord): string {
  const body = bodyOf(record);
  return lineOf(body, sha256(body));
}

const hashOf = (line: string): string => line.slice(-66, -2);
