import { buildReport } from '#data/formats/report/build-report.ts';
import { renderHtml } from '#data/formats/report/render-html.ts';
import { thisFormat, type FormatPlan } from '#data/storage/migrations.ts';
import { saveCopy } from '../../../electron/storage/open/save-copy.ts';
import { writeArchive } from '../../../electron/storage/archive/write-archive.ts';
import { Backups } from '../../../electron/storage/archive/backups.ts';
import { restoreArchive } from '../../../electron/storage/archive/restore-archive.ts';
import type { CaseStore } from '../../../electron/storage/case-store.ts';
import type { Disk } from '../../../electron/storage/disk/disk.ts';
import { recodeCase } from '../../../electron/storage/recode-case.ts';
import { newVault, openVault, type OpenVault } from '../../../electron/storage/vault/vault.ts';
import { writeOut } from '../../../electron/files/write-out.ts';
import { copyOf, FOLDER, putFile } from './memory-case.ts';
import { Ledger } from './ledger.ts';
import { MemoryDisk } from './memory-disk.ts';
import { AUTHOR, newCase, reopen, TITLE } from './new-case.ts';
import { importRequest, work } from './work.ts';
import { wordsOf } from './edits.ts';

/** Where things lie in the scene. */
export const COPY = '/cases/copy.case';
const PACKED = '/cases/packed.wakhan';
/** Where a report is written to. */
export const EXPORT = '/cases/report.html';

/**
 * Words that stand in the case and must lie on no disk while it is encrypted. Each is of eight bytes and more:
 * a short one comes up in sealed bytes by chance (one of four once in some 20,000 looks at a scene).
 */
export const CANARY = /d1-1 (?:d1-2|put aside)|Document d1|Person 1\b|A case to prove/;

export const PASSPHRASE = 'four snow leopards';
export const NEXT_PASSPHRASE = 'nine grey herons';

/** Files of a person where the program works. */
export const MINE = {
  '/cases/mine.txt': 'mine',
  '/cases/.proof.case.old/mine.txt': 'mine',
  '/cases/.proof.case.next/mine.txt': 'mine',
  '/cases/.proof.case.building/mine.txt': 'mine',
  '/cases/.copy.case.12345678.tmp/mine.txt': 'mine',
  '/cases/packed.wakhan.tmp': 'mine',
  '/cases/report.html.tmp': 'mine',
  [`${FOLDER}/README.txt`]: 'mine',
  [`${FOLDER}/notes/mine.txt`]: 'mine',
  [`${FOLDER}/documents/letter.docx`]: 'mine',
  [`${FOLDER}/backups/mine.zip`]: 'mine',
} as const;

/** A made-up format after ours that leaves records as they are, so that they can be held to the ledger. */
const next: FormatPlan = {
  current: thisFormat.current + 1,
  migrations: [
    ...thisFormat.migrations,
    { to: thisFormat.current + 1, upgrade: (_kind, one) => one },
  ],
};

/** A case with files of a person in and around it, on a disk in memory. */
export interface Scene {
  disk: MemoryDisk;
  ledger: Ledger;
  /** The vault that the case has, or gets when it is encrypted. */
  vault: OpenVault;
  encrypted: boolean;
}

/** A scene whose case has three documents, something put aside and, on demand, a backup and a packed copy. */
export async function makeScene(encrypted: boolean, vault: OpenVault): Promise<Scene> {
  const disk = new MemoryDisk();
  disk.makeFolder('/cases');
  const ledger = new Ledger();
  const store = await newCase(FOLDER, ledger, { disk, ...(encrypted && { vault }) });
  await add(store, 'd3', ledger);
  for (let i = 0; i < 12; i++) await work(store, i, ledger);
  await store.checkpoint();
  await work(store, 13, ledger);
  await new Backups(FOLDER, disk).make(store);
  await writeArchive(store, PACKED);
  await store.close();
  if (!encrypted) putFile(disk, `${FOLDER}/quarantine/1-case.json`, 'd1-1 put aside');
  for (const [path, words] of Object.entries(MINE)) putFile(disk, path, words);
  return { disk, ledger, vault, encrypted };
}

async function add(store: CaseStore, id: string, ledger: Ledger): Promise<void> {
  const request = await importRequest(store, id, wordsOf(id));
  const key = -10 - Number(id.slice(1));
  ledger.begin(key, request);
  ledger.ack(key, await store.perform(request));
}

/** The same scene again, to be spoiled. */
export const again = (scene: Scene): Scene => ({
  ...scene,
  disk: copyOf(scene.disk),
  ledger: scene.ledger.upTo(scene.ledger.length),
});

/** Something done to a case as a whole, on any disk. */
export interface Act {
  /** Whether it is done to an encrypted case. */
  encrypted: boolean;
  /** Which format the case may have afterwards. */
  plan?: FormatPlan;
  /** What else has to hold afterwards; answers what does not. */
  check?: (disk: Disk) => Promise<string[]>;
  run(scene: Scene, disk: Disk): Promise<unknown>;
}

async function withStore(
  { vault }: Scene,
  disk: Disk,
  work: (store: CaseStore) => Promise<unknown>,
): Promise<void> {
  const store = await reopen(FOLDER, { disk, keys: [vault] });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

/** Everything that is done to a case as a whole. */
export const acts: Record<string, Act> = {
  encrypt: {
    encrypted: false,
    run: ({ vault }, disk) => recodeCase(FOLDER, vault, { author: AUTHOR, disk }),
  },
  decrypt: {
    encrypted: true,
    run: ({ vault }, disk) =>
      recodeCase(FOLDER, undefined, { author: AUTHOR, disk, keys: [vault] }),
  },
  passphrase: {
    encrypted: true,
    run: (scene, disk) =>
      withStore(scene, disk, (store) => store.vault.changePassphrase(NEXT_PASSPHRASE)),
    check: (disk) => opensWithOne(disk, FOLDER),
  },
  migrate: {
    encrypted: false,
    plan: next,
    run: async (_scene, disk) => (await reopen(FOLDER, { disk, plan: next })).close(),
  },
  'migrate, encrypted': {
    encrypted: true,
    plan: next,
    run: async ({ vault }, disk) =>
      (await reopen(FOLDER, { disk, plan: next, keys: [vault] })).close(),
  },
  backup: {
    encrypted: true,
    run: (scene, disk) => withStore(scene, disk, (store) => new Backups(FOLDER, disk).make(store)),
  },
  pack: {
    encrypted: true,
    run: (scene, disk) => withStore(scene, disk, (store) => writeArchive(store, PACKED)),
  },
  'restore a backup': {
    encrypted: true,
    run: async (_scene, disk) => {
      const backups = new Backups(FOLDER, disk);
      const [newest] = backups.list();
      await restoreArchive(backups.path(newest?.name ?? '') ?? '', COPY, { disk });
    },
  },
  unpack: {
    encrypted: true,
    run: (_scene, disk) => restoreArchive(PACKED, COPY, { disk }),
  },
  'save a copy': {
    encrypted: true,
    run: (scene, disk) => withStore(scene, disk, (store) => saveCopy(store, COPY)),
  },
  import: {
    encrypted: true,
    run: (scene, disk) => withStore(scene, disk, (store) => add(store, 'd4', scene.ledger)),
  },
  'export a report': {
    encrypted: true,
    run: async ({ vault }, disk) => {
      const store = await reopen(FOLDER, { disk, keys: [vault], readOnly: true });
      const report = buildReport(store.state, { title: TITLE, ...about, journal: store.head });
      await store.close();
      const bytes = Buffer.from(renderHtml(report));
      await writeOut({ path: EXPORT, isThrough: false }, bytes, 'save the report', disk);
    },
  },
};

const about = { now: '2026-01-05T10:00:00.000Z', generator: 'Test' };

/** An encrypted case opens with the old passphrase or with the new one, never with none or with both. */
export async function opensWithOne(disk: Disk, folder: string): Promise<string[]> {
  const tries = [PASSPHRASE, NEXT_PASSPHRASE].map((passphrase) =>
    openVault(disk, folder, { passphrase }).then(
      () => true,
      () => false,
    ),
  );
  const opening = (await Promise.all(tries)).filter(Boolean).length;
  return opening === 1 ? [] : [`${opening} of the two passphrases open the case.`];
}

/** The vault of the scenes; made once, because Argon2id takes its time. */
export const sceneVault = (): Promise<OpenVault> => newVault(PASSPHRASE, false);
