import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeDisk } from '../../../electron/storage/disk/disk.ts';
import { hasVault, openVault } from '../../../electron/storage/vault/vault.ts';
import type { Ledger } from './ledger.ts';
import { filesBelow, FOLDER } from './memory-case.ts';
import type { Surroundings } from './new-case.ts';
import { program } from './program.ts';
import { NEXT_PASSPHRASE, PASSPHRASE, type Scene } from './scene.ts';

/** What the command line is asked to do in a real scene; paths are those of the scene, from its root. */
export interface Command {
  /** Whether it is done to an encrypted case. */
  encrypted: boolean;
  args: (scene: RealScene) => string[];
  /** It adds to the case what the ledger does not know. */
  adds?: true;
  /** Afterwards the case opens with another passphrase. */
  rekeys?: true;
}

/** Everything that the command line does to a case as a whole. */
export const commands: Record<string, Command> = {
  encrypt: { encrypted: false, args: ({ folder }) => ['encrypt', folder] },
  decrypt: { encrypted: true, args: ({ folder }) => ['decrypt', folder] },
  passphrase: {
    encrypted: true,
    rekeys: true,
    args: ({ folder, root }) => [
      ...['passphrase', folder, '--new-passphrase-file', join(root, 'next-passphrase')],
    ],
  },
  backup: { encrypted: true, args: ({ folder }) => ['backup', folder] },
  pack: {
    encrypted: true,
    args: ({ folder, root }) => ['pack', folder, '-o', join(root, 'cases/packed.wakhan')],
  },
  unpack: {
    encrypted: true,
    args: ({ root }) => [
      'unpack',
      join(root, 'cases/packed.wakhan'),
      join(root, 'cases/copy.case'),
    ],
  },
  'restore a backup': {
    encrypted: true,
    args: ({ root, backup }) => ['unpack', backup, join(root, 'cases/copy.case')],
  },
  import: {
    encrypted: true,
    adds: true,
    args: ({ folder, root }) => ['import', folder, join(root, 'cases/letter.txt')],
  },
  'export a report': {
    encrypted: true,
    args: ({ folder, root }) => ['export', folder, '-o', join(root, 'cases/report.html')],
  },
};

/** The same scene on the disk of the machine, with a temporary folder of its own. */
export class RealScene {
  readonly root: string;
  readonly ledger: Ledger;
  readonly encrypted: boolean;
  /** The case. */
  readonly folder: string;
  /** Its newest backup. */
  readonly backup: string;

  constructor(scene: Scene, root: string) {
    this.root = root;
    this.ledger = scene.ledger.upTo(scene.ledger.length);
    this.encrypted = scene.encrypted;
    this.folder = root + FOLDER;
    for (const path of filesBelow(scene.disk, '')) {
      mkdirSync(dirname(root + path), { recursive: true });
      writeFileSync(root + path, scene.disk.read(path));
    }
    mkdirSync(join(root, 'tmp'));
    writeFileSync(join(root, 'cases/letter.txt'), 'A letter that is imported.');
    writeFileSync(join(root, 'next-passphrase'), NEXT_PASSPHRASE);
    const backups = nodeDisk.list(join(this.folder, 'backups'));
    const newest =
      backups
        .filter((name) => name.endsWith('.wakhan'))
        .sort()
        .at(-1) ?? '';
    this.backup = join(this.folder, 'backups', newest);
  }

  /** What a command has in its environment here: its own temporary folder, and the passphrase. */
  get env(): NodeJS.ProcessEnv {
    const WAKHAN_PASSPHRASE = PASSPHRASE;
    return {
      ...process.env,
      TMPDIR: join(this.root, 'tmp'),
      WAKHAN_PASSPHRASE,
      WAKHAN_AUTHOR: 'Test',
    };
  }

  /** Starts the command line, `through` another program if need be. */
  async start(
    args: readonly string[],
    through: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Promise<ChildProcessWithoutNullStreams> {
    const [name = '', ...rest] = [...through, process.execPath, await commandLine(), ...args];
    return spawn(name, rest, { env: { ...this.env, ...env } });
  }
}

/** What opens a case: the passphrase that it has, or will have when its encryption is finished. */
export async function secretFor(folder: string): Promise<Surroundings> {
  const isOpen =
    !hasVault(nodeDisk, folder) ||
    (await openVault(nodeDisk, folder, { passphrase: PASSPHRASE }).then(
      () => true,
      () => false,
    ));
  return { secret: { passphrase: isOpen ? PASSPHRASE : NEXT_PASSPHRASE } };
}

let bundled: Promise<string> | undefined;

/** The command line, with the converter beside it. */
function commandLine(): Promise<string> {
  bundled ??= Promise.all([program('cli'), program('converter')]).then(([cli, converter]) => {
    copyFileSync(converter, join(dirname(cli), 'worker.js'));
    writeFileSync(join(dirname(cli), 'package.json'), '{"type":"module"}');
    return cli;
  });
  return bundled;
}
