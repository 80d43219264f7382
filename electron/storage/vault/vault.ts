import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#data/errors.ts';
import { VaultFile } from '#data/storage/vault-file.ts';
import { say } from '#data/words/say.ts';
import type { Disk } from '../disk/disk.ts';
import { putFile } from '../disk/durable-file.ts';
import {
  unwrapWithPassphrase,
  unwrapWithRecovery,
  wrapWithPassphrase,
  wrapWithRecovery,
} from './wrap.ts';
import { VaultCodec } from './vault-codec.ts';

/** What opens an encrypted case. */
export type Secret = { passphrase: string } | { recoveryKey: string };

/** Shortest passphrase that is taken, in characters. */
const SHORTEST_PASSPHRASE = 8;

/** The two places of the vault file: the second is for the day when the first is damaged. */
const NAMES = ['vault.json', 'vault.copy.json'] as const;

/** A vault that is open: the case key and the file that wraps it. */
export interface OpenVault {
  file: VaultFile;
  key: Uint8Array;
}

/** Whether the case in a folder is encrypted. */
export function hasVault(disk: Disk, folder: string): boolean {
  return NAMES.some((name) => disk.exists(join(folder, name)));
}

/**
 * The vault of a case that has one: given, one of those that are open already, or opened with the secret.
 * Throws as {@link openVault}.
 */
export async function vaultFor(
  disk: Disk,
  folder: string,
  { vault, keys = [], secret }: { vault?: OpenVault; keys?: readonly OpenVault[]; secret?: Secret },
): Promise<OpenVault | undefined> {
  if (vault) return vault;
  if (!hasVault(disk, folder)) return undefined;
  if (keys.length === 0) return openVault(disk, folder, secret);
  const file = readVault(disk, folder);
  const known = keys.find((one) => one.file.id === file.id);
  return known ? { file, key: known.key } : openVault(disk, folder, secret);
}

/** A new vault with a new case key. `recoveryKey` is given once, when asked for. Writes nothing. */
export async function newVault(
  passphrase: string,
  withRecovery: boolean,
): Promise<OpenVault & { recoveryKey?: string }> {
  needLong(passphrase);
  const key = new Uint8Array(randomBytes(32));
  const id = randomUUID();
  const wrap = await wrapWithPassphrase(key, id, passphrase);
  const base = { format: 1, id, cipher: 'AES-256-GCM' } as const;
  if (!withRecovery) return { key, file: { ...base, wraps: [wrap] } };
  const recovery = wrapWithRecovery(key, id);
  const file: VaultFile = { ...base, wraps: [wrap, recovery.wrap] };
  return { key, file, recoveryKey: recovery.recoveryKey };
}

/** Opens the vault of a case. Throws `passphrase-needed`, `wrong-passphrase`, `damaged`. */
export async function openVault(
  disk: Disk,
  folder: string,
  secret: Secret | undefined,
): Promise<OpenVault> {
  if (!secret) {
    throw new AppError('passphrase-needed', say('vault.secretNeeded'));
  }
  const file = readVault(disk, folder);
  try {
    return { file, key: await unwrap(file, secret) };
  } catch {
    throw new AppError(
      'wrong-passphrase',
      say('passphrase' in secret ? 'vault.wrongPassphrase' : 'vault.wrongRecoveryKey'),
    );
  }
}

/** Writes the vault file, durably, in both places. The first is whole before the second changes. */
export async function writeVault(disk: Disk, folder: string, file: VaultFile): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
  for (const name of NAMES) await putFile(disk, join(folder, name), bytes);
}

/**
 * Where a process died between the two places of the vault file, the second still opens with the old
 * passphrase: it becomes what the first is. A first that cannot be read is left for a person to see.
 */
export async function levelVault(disk: Disk, folder: string): Promise<void> {
  const [first, second] = NAMES.map((name) => join(folder, name)) as [string, string];
  if (!disk.exists(first)) return;
  const bytes = disk.read(first);
  const isSame = disk.exists(second) && Buffer.compare(bytes, disk.read(second)) === 0;
  if (!isSame && isVault(bytes)) await putFile(disk, second, bytes);
}

function isVault(bytes: Uint8Array): boolean {
  try {
    return VaultFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).success;
  } catch {
    return false;
  }
}

/** The same vault under another passphrase; the recovery key stays as it is. */
export async function withPassphrase(
  { file, key }: OpenVault,
  passphrase: string,
): Promise<OpenVault> {
  needLong(passphrase);
  const wrap = await wrapWithPassphrase(key, file.id, passphrase);
  const others = file.wraps.filter(({ kind }) => kind !== 'passphrase');
  return { key, file: { ...file, wraps: [wrap, ...others] } };
}

/** The same vault with a new recovery key, which is returned once; an older one no longer opens it. */
export function withNewRecovery({ file, key }: OpenVault): {
  vault: OpenVault;
  recoveryKey: string;
} {
  const { wrap, recoveryKey } = wrapWithRecovery(key, file.id);
  const others = file.wraps.filter(({ kind }) => kind !== 'recovery');
  return { vault: { key, file: { ...file, wraps: [...others, wrap] } }, recoveryKey };
}

/** The codec of an open vault. */
export const codecOf = ({ key, file }: OpenVault): VaultCodec => new VaultCodec(key, file.id);

async function unwrap(file: VaultFile, secret: Secret): Promise<Uint8Array> {
  for (const wrap of file.wraps) {
    if (wrap.kind === 'passphrase' && 'passphrase' in secret) {
      return unwrapWithPassphrase(wrap, file.id, secret.passphrase);
    }
    if (wrap.kind === 'recovery' && 'recoveryKey' in secret) {
      return unwrapWithRecovery(wrap, file.id, secret.recoveryKey);
    }
  }
  throw new AppError('wrong-passphrase', say('vault.noRecoveryKey'));
}

function readVault(disk: Disk, folder: string): VaultFile {
  for (const name of NAMES) {
    try {
      const text = Buffer.from(disk.read(join(folder, name))).toString('utf8');
      return VaultFile.parse(JSON.parse(text));
    } catch {
      // The other place may be whole; when neither is, it is said below.
    }
  }
  throw new AppError('damaged', say('vault.keyFileLost'));
}

function needLong(passphrase: string): void {
  if (passphrase.normalize('NFKC').length >= SHORTEST_PASSPHRASE) return;
  throw new AppError('invalid-input', say('vault.shortPassphrase', { least: SHORTEST_PASSPHRASE }));
}
