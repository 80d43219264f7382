/** Why the store of a case refuses something, and what it tells. */
export const store = {
  snapshotHash: 'A snapshot does not fit its SHA-256.',
  nameNeeded:
    "“{file}” in the folder of the case is not the program's and has a name that it needs. Nothing was changed; move that file elsewhere and try again.",
  rewritten:
    'Another process has encrypted, decrypted or upgraded this case since it was opened here. Nothing was changed; open it again.',
  noRecord: 'A line of the journal is no record.',
  cannotRepair:
    'The last save was not finished and cannot be put in order, so the case is open for reading only. {why}',
  readOnly: 'This case is open for reading only. {why}',
  readOnlyAsked: 'Opened for reading only.',
  readOnlyRefused: 'This case is open for reading only. Nothing was changed.',
  unchangeable: 'This case cannot be changed. {why} Nothing was changed.',
  closing: 'It is being closed.',
  snapshotFailed: 'Your changes are saved, but not the snapshot: {why}',
  stillFailed: 'The case is read-only since a change could not be saved: {why}',
  occupied: 'There is already something at “{folder}”. Nothing was changed; choose another name.',
  halfWritten:
    'This case was being written anew and that was interrupted. It is whole, but has to be put in place first, and that cannot be done here. {why} Nothing was changed; copy the case to a disk that can be written to and open it there.',
  notACase:
    '“{folder}” is not a case: it has no case.json and no journal. Nothing was changed; choose a folder whose name ends in .case.',
  beingOpened:
    'This case is being opened or closed by another process. Nothing was changed; try again.',
  locked:
    'This case is being edited by {author} (process {pid} on {host}). Nothing was changed; close it there first, or open it for reading only.',
  lockedElsewhere:
    'This case is being edited by {author} (process {pid} on {host}). Nothing was changed; close it there first, or open it for reading only. If the program does not run on {host} any more, delete the file “lock” in the case folder.',
  someProcess: 'another process',
  noText: 'There is no text in this file. Nothing was changed.',
  original: 'original',
  text: 'working text',
  damagedBlob:
    'The {what, select, original {original} other {working text}} {hash}… is damaged. {reason} The rest of the case is untouched; import the document again to repair it.',
  unfit: 'Its bytes do not fit its SHA-256.',
  unreadableRecord:
    'Record {n} of the journal cannot be read, so this step cannot be taken back or brought back. Nothing was changed; check the case to see what else is damaged.',
  journalFailed: 'the journal has failed and was not mended',
  copyDiffers: 'The copy does not hold what the case holds.',
  changedMeanwhile:
    'Another process has changed this case while it was being written anew. Nothing was changed by us; close it there first, then try again.',
  notSound:
    'The case does not pass its check ({problem}). Nothing was changed; check and repair it first.',
  notInPlace:
    '{why} The case is whole, but not all of it is in place: opening it again finishes that.',
  filesMissing:
    'This case was being written anew, and its new files are missing. Nothing was changed; restore a backup.',
  noteUnreadable:
    'This case was being written anew, and the note of how far that is cannot be read. Nothing was changed; restore a backup.',
  refusedAnyway: '{why} Nothing was changed.',
  newerFormat:
    'This case was written by a newer version of the program (format {format}, this one knows {known}). Nothing was changed; update the program, or open the case for reading only.',
  nothingLeft:
    'Nothing of the case “{folder}” can be read: neither a snapshot nor the journal. Its files were not changed; restore a backup.',
} as const;
