import type { NewForm, Secret } from '#data/api/protection.ts';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { nodeDisk } from '../storage/disk/disk.ts';
import { newVault, openVault } from '../storage/vault/vault.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about the encryption of a case. */
export type ProtectionCall =
  | 'case.unlock'
  | 'case.encrypt'
  | 'case.decrypt'
  | 'case.stopRewriting'
  | 'case.changePassphrase'
  | 'case.newRecoveryKey';

/** Opening encrypted cases, and changing how the open one is protected. */
export function protectionHandlers({
  cases,
  folderKeys,
  recent,
}: HandlerContext): Pick<HandlersOf<'case'>, ProtectionCall> {
  /** A window left alone must not let a passer-by change how the case opens. */
  const needSecret = async (secret: Secret): Promise<void> => {
    const { path, store } = cases.current;
    if (!store.status.encrypted) {
      throw new AppError('invalid-input', say('vault.notEncrypted'));
    }
    await openVault(nodeDisk, path, secret);
  };
  return {
    'case.unlock': ({ key, secret }) =>
      cases.open(folderKeys.pathOf(key) ?? recent.pathOf(key), secret),
    'case.encrypt': async ({ passphrase, recoveryKey: wanted }) => {
      if (cases.current.store.status.encrypted) {
        throw new AppError('invalid-input', say('vault.encryptedAlready'));
      }
      const made: Pick<NewForm, 'recoveryKey'> = {};
      const recoded = await cases.recode(async () => {
        const { recoveryKey, ...vault } = await newVault(passphrase, wanted);
        if (recoveryKey !== undefined) made.recoveryKey = recoveryKey;
        return vault;
      });
      return { ...recoded, ...made };
    },
    'case.decrypt': async ({ secret }) => {
      const { snapshot } = await cases.recode(async () => {
        await needSecret(secret);
        return undefined;
      });
      return snapshot;
    },
    'case.stopRewriting': () => {
      cases.stopRewriting();
      return null;
    },
    'case.changePassphrase': async ({ secret, next }) => {
      await needSecret(secret);
      await cases.current.store.vault.changePassphrase(next);
      return null;
    },
    'case.newRecoveryKey': async ({ secret }) => {
      await needSecret(secret);
      return { recoveryKey: await cases.current.store.vault.newRecoveryKey() };
    },
  };
}
