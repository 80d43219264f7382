/** Passphrases, backups, checks, copies, and a case that cannot be saved. */
export const safekeeping = {
  'unpacked-in': 'The backup is unpacked in {folder}; the present case is as it was.',
  'since-now': 'everything up to now',
  since: '{n, plural, one {without the last change} other {without the last {count} changes}}',
  'backups.about':
    'A backup is the whole case in one file, read back and checked when it is made. One is made by itself every day on which something changed; the last five stay, then one a day for a week and one a week for a month. They lie in the folder “backups” of the case: for a disk that breaks, export the case to another one as well.',
  'open-the-copy': 'Open the copy',
  backups: 'Backups',
  'backup-about': '{count} records, {since} · {size}',
  'restore-of': 'Restore the backup of {time} as a copy',
  'restore-as-a-copy': 'Restore as a copy…',
  'no-backup': 'There is no backup of this case yet.',
  'export-as-one-file': 'Export as one file…',
  'back-up-now': 'Back up now',

  history: 'History',
  quote: 'Quote',
  reference: 'Reference',
  original: 'Original',
  text: 'Text',
  snapshot: 'Snapshot',
  'checked-records':
    '{n, plural, one {{count} record of the history} other {{count} records of the history}}',
  'checked-quotes': '{n, plural, one {{count} quote} other {{count} quotes}}',
  'checked-references': '{n, plural, one {{count} reference} other {{count} references}}',
  'checked-originals': '{n, plural, one {{count} original} other {{count} originals}}',
  sound: 'The case is sound. Checked: {checked}.',
  unsound:
    '{n, plural, one {One thing is not as it should be.} other {{count} things are not as they should be.}} Checked: {checked}.',
  'check.about':
    'Reads everything on the disk: each record of the history against its hash and the one before, each quote against its text, each reference, each original. It changes nothing; you can go on working meanwhile.',
  checking: 'Checking…',
  problems: 'Problems',
  'more-problems': 'and {count} more',
  'check.advice':
    'What to do: save a copy elsewhere, then restore the newest backup from before as a copy and compare the two.',
  'save-a-copy-elsewhere': 'Save a copy elsewhere…',
  'backups.do': 'Backups…',
  'check-again': 'Check again',
  'check-now': 'Check now',

  'holding.about':
    'The case is written anew and checked before it takes its place. Until then it is as it was.',
  stopping: 'Stopping…',
  cancel: 'Cancel',

  'new-passphrase': 'New passphrase',
  'the-same-again': 'The same again',
  'show-what-is-typed': 'Show what is typed',
  'passphrase.warning':
    'The passphrase is kept nowhere. Whoever loses it, and has no recovery key, has lost the case: nobody can open it again, and neither can we.',

  'change-the-passphrase': 'Change the passphrase',
  'make-a-new-recovery-key': 'Make a new recovery key',
  'make-the-recovery-key': 'Make the recovery key',
  'take-the-encryption-away': 'Take the encryption away',
  'decrypt-the-case': 'Decrypt the case',
  'passphrase-changed': 'The case opens with the new passphrase from now on.',
  'protection.encrypted':
    'This case is encrypted: names, texts, originals, history and backups. It opens with its passphrase or its recovery key only.',
  'what-to-do': 'What to do',
  'present-passphrase': 'Present passphrase',
  'protection.older':
    'An older copy or backup of the case still opens with the passphrase it was made with.',
  'protection.key': 'It is shown once. A recovery key made before no longer opens the case.',
  'protection.decrypt':
    'The case is written anew in the open, checked, and then takes the place of the encrypted one. Its encrypted backups are removed with it.',
  'protection.encrypt':
    'An encrypted case can be read only with its passphrase. It is written anew, checked, and then takes the place of the open one; backups inside the case, which anybody could read, are removed. Copies elsewhere stay as they are.',
  'cannot-be-changed': 'This case cannot be changed now.',
  working: 'Working…',
  'encrypt-the-case': 'Encrypt the case',

  'recovery-key-of': 'Wakhan: recovery key of {title}, made {day}',
  'recovery-key.title': 'The recovery key of this case',
  'recovery-key.about':
    'It opens the case when the passphrase is lost. It is shown this once and kept nowhere: print it or write it down, and keep it apart from the computer.',
  'recovery-key': 'Recovery key',
  'recovery-key.use':
    'Choose “Use the recovery key instead” where the passphrase is asked for. Whoever holds this sheet can open the case.',
  copied: 'Copied',
  copy: 'Copy',
  print: 'Print…',
  'i-have-put-it-away': 'I have put it away',

  'recovery-key.wish': 'Make a recovery key as well, to print and lock away',

  'recovery.about':
    'The case was not as it should be when it was opened: after a crash or a power cut, or because its files were damaged. This was found and put right:',
  'recovery.kept':
    'Nothing is thrown away: bytes that could not be read are kept in the folder “quarantine” of the case.',
  'check-the-case': 'Check the case…',

  'use-passphrase': 'Use the passphrase instead',
  'use-recovery-key': 'Use the recovery key instead',

  'copy-is-in': 'A copy is saved in {folder}.',
  'banner.failed': 'The last change could not be saved, so nothing more is changed for now.',
  'banner.read-only': 'This case is open for reading only.',
  'banner.memory':
    'The change is kept in memory as long as this window is open: a copy elsewhere holds it as well.',
  'try-again': 'Try again',

  'opens-with': '{name} opens with its passphrase.',
  'an-encrypted-case': 'An encrypted case',
  passphrase: 'Passphrase',
  'unlock.hint':
    'It is kept nowhere. Without it or its recovery key nobody can open the case: a lost passphrase is lost data.',
  'not-now': 'Not now',
  opening: 'Opening…',
  'open-the-case': 'Open the case',

  'at-least': 'At least {n} characters.',
  'not-the-same': 'The two are not the same yet.',

  'passphrase-and-encryption': 'Passphrase and encryption…',
  'passphrase-and-encryption.words': 'encrypt, decrypt, password, lock, recovery key',
  'backups.do.words': 'restore, snapshot',
  'check-the-case.words': 'verify, integrity',
  'what-was-repaired': 'What was repaired…',
  'save-a-copy-elsewhere.words': 'save as, duplicate',
  'try-again-to-save': 'Try again to save',
  'export-file': 'Export the case as one file…',
  'export-file.words': 'pack, zip, archive, share',

  'copied-to': 'A copy of the case is saved in “{folder}”.',
  'trying-again': 'Trying again',
  'the-whole-case-is-in-file': 'The whole case is in “{file}”.',
  'show-in-folder': 'Show in folder',
  'backing-up': 'Backing up',
  restoring: 'Restoring',
} as const;
