/** Encryption of a case. */
export const vault = {
  altered: 'The encrypted {context} does not open: it was altered or damaged.',
  notSealed: 'not a sealed record',
  notEncrypted: 'This case is not encrypted. Nothing was changed.',
  encryptedAlready: 'This case is encrypted already. Nothing was changed.',
  secretNeeded:
    'This case is encrypted. Nothing was changed; give its passphrase or its recovery key.',
  wrongPassphrase: 'This is not the passphrase of this case. Nothing was changed; try again.',
  wrongRecoveryKey: 'This is not the recovery key of this case. Nothing was changed; try again.',
  noRecoveryKey: 'This case has no recovery key.',
  keyFileLost:
    'The key file of this case (vault.json and its copy) cannot be read. Nothing was changed; put one of them back from a backup.',
  shortPassphrase: 'A passphrase has at least {least} characters. Nothing was changed.',
} as const;
