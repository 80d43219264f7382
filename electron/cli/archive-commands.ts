import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { say } from '#data/words/say.ts';
import { writeArchive } from '../storage/archive/write-archive.ts';
import { CaseWork } from '../background/case-work.ts';
import { filePlace, needFile, refuseInsideCase } from '../files/output-place.ts';
import { sweepAnnouncedLeftovers } from '../storage/disk/announce-leftover.ts';
import { Backups } from '../storage/archive/backups.ts';
import { restoreArchive } from '../storage/archive/restore-archive.ts';
import type { CaseStore } from '../storage/case-store.ts';
import { wrongUse } from './wrong-use.ts';
import type { Invocation, Work } from './command.ts';
import { withCase } from './with-case.ts';

/** `backup`: makes a verified backup inside the case and drops those that need not be kept. */
export const backupCommand: Work = (invocation) =>
  withPacker(invocation, 'write', async (store) => {
    const [folder = ''] = invocation.words;
    const backups = new Backups(folder);
    const name = await backups.make(store, invocation);
    const path = backups.path(name) ?? name;
    return told(
      invocation,
      { file: path, n: store.head.n },
      say('command.backedUp', { folder, file: path }),
    );
  });

/** `pack`: the whole case as one file, which appears whole or not at all. */
export const packCommand: Work = async (invocation) => {
  const path = invocation.option('output');
  if (path === undefined) throw wrongUse(say('command.sayOutput'));
  const place = await filePlace(path, say('doing.writeCase'));
  return withPacker(invocation, 'read', async (store) => {
    await writeArchive(store, place.path, invocation);
    const size = statSync(place.path).size;
    return told(
      invocation,
      { file: path, n: store.head.n, size },
      say('command.wrote', { file: path }),
    );
  });
};

/** `unpack`: a case in one file, or a backup, as a new case folder. */
export const unpackCommand: Work = async (invocation) => {
  const [file = '', folder = ''] = invocation.words;
  await refuseInsideCase(folder, say('doing.putThere'));
  await needFile(file, say('doing.readCaseFile'));
  await sweepAnnouncedLeftovers();
  const { signal } = invocation;
  await withWorker(invocation, (work) => restoreArchive(file, folder, { signal, work }));
  return told(
    invocation,
    { case: folder },
    say('command.unpacked', { file: basename(file), folder }),
  );
};

/** As `withCase`, with a process beside it that packs. */
const withPacker = (
  invocation: Invocation,
  mode: 'read' | 'write',
  work: (store: CaseStore) => Promise<number>,
): Promise<number> =>
  withWorker(invocation, (packer) => withCase(invocation, mode, work, { work: packer }));

/** Does something with a process beside it, which ends with it. */
async function withWorker<T>(
  { launch }: Invocation,
  use: (worker: CaseWork) => Promise<T>,
): Promise<T> {
  const worker = new CaseWork(launch);
  try {
    return await use(worker);
  } finally {
    worker.stop();
  }
}

async function told(
  { json, out }: Invocation,
  result: Record<string, unknown>,
  words: string,
): Promise<number> {
  await out.line(json ? JSON.stringify(result) : words);
  return 0;
}
