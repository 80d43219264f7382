import { AppError } from '#data/errors.ts';
import { unknownWords } from '#data/storage/unknown-files.ts';
import { say } from '#data/words/say.ts';
import { nodeDisk } from '../storage/disk/disk.ts';
import { recodeCase } from '../storage/recode-case.ts';
import { hasVault, type OpenVault } from '../storage/vault/vault.ts';
import { wrongUse } from './wrong-use.ts';
import type { Invocation, Work } from './command.ts';
import { newVaultFrom, nextPassphrase, recoveryWords, secretOf } from './secrets.ts';
import { withCase } from './with-case.ts';

/** `encrypt`: writes an open case anew under a passphrase. */
export const encryptCommand: Work = async (invocation) => {
  const [folder = ''] = invocation.words;
  if (hasVault(nodeDisk, folder)) throw already('vault.encryptedAlready');
  await refuseReadOnly(invocation);
  const { recoveryKey, ...vault } = await newVaultFrom(invocation, invocation.flag('recovery-key'));
  const unknownFiles = await recode(invocation, vault);
  return told(invocation, 'command.encrypted', { recoveryKey, unknownFiles });
};

/** `decrypt`: writes an encrypted case anew in the open. */
export const decryptCommand: Work = async (invocation) => {
  const [folder = ''] = invocation.words;
  await refuseReadOnly(invocation);
  if (!hasVault(nodeDisk, folder)) throw already('vault.notEncrypted');
  await recode(invocation, undefined);
  return told(invocation, 'command.decrypted');
};

/** `passphrase`: another passphrase, a new recovery key, or both. */
export const passphraseCommand: Work = async (invocation) => {
  const next = nextPassphrase(invocation);
  const wantsKey = invocation.flag('recovery-key');
  if (next === undefined && !wantsKey) {
    throw wrongUse(say('command.sayPassphrase'));
  }
  return withCase(invocation, 'write', async ({ vault }) => {
    if (!vault.vault) throw already('vault.notEncrypted');
    if (next !== undefined) await vault.changePassphrase(next);
    const recoveryKey = wantsKey ? await vault.newRecoveryKey() : undefined;
    const done = next === undefined ? 'command.madeRecoveryKey' : 'command.changedPassphrase';
    return told(invocation, done, { recoveryKey });
  });
};

/** Answers the files that were left as they are, because the program does not know them. */
async function recode(
  invocation: Invocation,
  to: OpenVault | undefined,
): Promise<readonly string[]> {
  const { words, author, signal } = invocation;
  const secret = secretOf(invocation);
  let unknown: readonly string[] = [];
  const carried = (names: readonly string[]) => (unknown = names);
  await recodeCase(words[0] ?? '', to, { author, carried, signal, ...(secret && { secret }) });
  return unknown;
}

/** Says what is wrong with the case before a passphrase is stretched or a file written. */
function refuseReadOnly(invocation: Invocation): Promise<void> {
  return withCase(invocation, 'write', () => Promise.resolve());
}

/** What is said when a command is done. */
type Done =
  | 'command.encrypted'
  | 'command.decrypted'
  | 'command.madeRecoveryKey'
  | 'command.changedPassphrase';

async function told(
  { words, json, out }: Invocation,
  done: Done,
  { recoveryKey, unknownFiles = [] }: Outcome = {},
): Promise<number> {
  const [folder = ''] = words;
  if (json) {
    const key = recoveryKey === undefined ? {} : { recoveryKey };
    const unknown = unknownFiles.length === 0 ? {} : { unknownFiles };
    await out.line(JSON.stringify({ case: folder, ...key, ...unknown }));
    return 0;
  }
  await out.line(say(done, { folder }));
  if (recoveryKey !== undefined) await out.line(recoveryWords(recoveryKey));
  if (unknownFiles.length > 0) await out.line(unknownWords(unknownFiles));
  return 0;
}

/** What a command has to tell beside that it was done. */
interface Outcome {
  recoveryKey?: string | undefined;
  unknownFiles?: readonly string[];
}

const already = (refusal: 'vault.encryptedAlready' | 'vault.notEncrypted'): AppError =>
  new AppError('invalid-input', say(refusal));
