import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { storageError } from '../storage/disk/storage-error.ts';
import { newVault, type OpenVault, type Secret } from '../storage/vault/vault.ts';
import type { Invocation, OptionTable } from './command.ts';

/** Options of every command that opens a case. */
export const secretOptions: OptionTable = {
  'passphrase-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
};

/** Help for {@link secretOptions}. */
export const secretHints: Readonly<Record<string, string>> = {
  'passphrase-file': say('help.hint-passphrase'),
  'recovery-key-file': say('help.hint-key'),
};

/** Longest passphrase that is taken, in bytes; what is larger is no passphrase but another file. */
const LONGEST = 4096;

type Options = Pick<Invocation, 'option'>;

/**
 * What opens an encrypted case, from files or from the environment: every process may read the
 * arguments of a call, so a passphrase is never one of them.
 */
export function secretOf({ option }: Options): Secret | undefined {
  const passphrase = given(option('passphrase-file'), 'WAKHAN_PASSPHRASE');
  if (passphrase !== undefined) return { passphrase };
  const recoveryKey = given(option('recovery-key-file'), 'WAKHAN_RECOVERY_KEY');
  return recoveryKey === undefined ? undefined : { recoveryKey };
}

/** A new vault under the passphrase that was given. Throws `passphrase-needed`. */
export function newVaultFrom(
  { option }: Options,
  withRecovery: boolean,
): Promise<OpenVault & { recoveryKey?: string }> {
  const passphrase = given(option('passphrase-file'), 'WAKHAN_PASSPHRASE');
  if (passphrase === undefined) throw needed('--passphrase-file', 'WAKHAN_PASSPHRASE');
  return newVault(passphrase, withRecovery);
}

/** The passphrase that takes the place of the present one, if one was given. */
export function nextPassphrase({ option }: Options): string | undefined {
  return given(option('new-passphrase-file'), 'WAKHAN_NEW_PASSPHRASE');
}

/** What is put after a result when a recovery key was made: it is printed this once. */
export function recoveryWords(recoveryKey: string): string {
  return say('command.recoveryKey', { key: recoveryKey });
}

function given(file: string | undefined, variable: string): string | undefined {
  if (file !== undefined) return firstLine(file);
  return process.env[variable] || undefined;
}

/** The end of the line is the editor's, not the passphrase's. */
function firstLine(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    throw storageError(thrown, say('doing.readPassphrase'), path);
  }
  const line = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  if (line !== '' && line.length <= LONGEST && !line.includes('\n')) return line;
  throw new AppError('invalid-input', say('command.notOneLine', { file: basename(path) }), {
    file: basename(path),
  });
}

function needed(option: string, variable: string): AppError {
  return new AppError('passphrase-needed', say('command.passphraseNeeded', { option, variable }));
}
