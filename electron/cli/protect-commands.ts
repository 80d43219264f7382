import { AppError } from '#data/errors.ts';
import { nodeDisk } from '../storage/disk.ts';
import { recodeCase } from '../storage/recode-case.ts';
import { hasVault, type OpenVault } from '../storage/vault/vault.ts';
import { wrongUse } from './arguments.ts';
import type { Invocation, Work } from './command.ts';
import { newVaultFrom, nextPassphrase, recoveryWords, secretOf } from './secrets.ts';
import { withCase } from './with-case.ts';

/** `encrypt`: writes an open case anew under a passphrase. */
export const encryptCommand: Work = async (invocation) => {
  const [folder = ''] = invocation.words;
  if (hasVault(nodeDisk, folder)) throw already('This case is encrypted already.');
  await refuseReadOnly(invocation);
  const { recoveryKey, ...vault } = await newVaultFrom(invocation, invocation.flag('recovery-key'));
  await recode(invocation, vault);
  return told(invocation, 'Encrypted', recoveryKey);
};

/** `decrypt`: writes an encrypted case anew in the open. */
export const decryptCommand: Work = async (invocation) => {
  const [folder = ''] = invocation.words;
  await refuseReadOnly(invocation);
  if (!hasVault(nodeDisk, folder)) throw already('This case is not encrypted.');
  await recode(invocation, undefined);
  return told(invocation, 'Decrypted');
};

/** `passphrase`: another passphrase, a new recovery key, or both. */
export const passphraseCommand: Work = async (invocation) => {
  const next = nextPassphrase(invocation);
  const wantsKey = invocation.flag('recovery-key');
  if (next === undefined && !wantsKey) {
    throw wrongUse(
      'Give the new passphrase in a file with --new-passphrase-file, or ask for a --recovery-key.',
    );
  }
  return withCase(invocation, 'write', async ({ vault }) => {
    if (!vault.vault) throw already('This case is not encrypted.');
    if (next !== undefined) await vault.changePassphrase(next);
    const recoveryKey = wantsKey ? await vault.newRecoveryKey() : undefined;
    const done = next === undefined ? 'Made a recovery key for' : 'Changed the passphrase of';
    return told(invocation, done, recoveryKey);
  });
};

function recode(invocation: Invocation, to: OpenVault | undefined): Promise<void> {
  const { words, author } = invocation;
  const secret = secretOf(invocation);
  return recodeCase(words[0] ?? '', to, { author, ...(secret && { secret }) });
}

/** Says what is wrong with the case before a passphrase is stretched or a file written. */
function refuseReadOnly(invocation: Invocation): Promise<void> {
  return withCase(invocation, 'write', () => Promise.resolve());
}

async function told(
  { words, json, out }: Invocation,
  done: string,
  recoveryKey?: string,
): Promise<number> {
  const [folder = ''] = words;
  const key = recoveryKey === undefined ? {} : { recoveryKey };
  await out.line(json ? JSON.stringify({ case: folder, ...key }) : `${done} ${folder}`);
  if (!json && recoveryKey !== undefined) await out.line(recoveryWords(recoveryKey));
  return 0;
}

function already(words: string): AppError {
  return new AppError('invalid-input', `${words} Nothing was changed.`);
}
