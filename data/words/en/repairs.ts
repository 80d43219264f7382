/** What opening a case had to repair. */
export const repairs = {
  kept: 'kept under quarantine/',
  left: 'left in place, because the case is open for reading only',
  unfinished:
    'The last save was not finished: {bytes} bytes at the end of the journal ({where}). Everything that was reported as saved is there.',
  unreadable:
    '{count, plural, one {{count} record} other {{count} records}} of the journal could not be read ({where}). What they changed may be missing; all records after them were recovered.',
  brokenChain:
    'The chain of the journal is broken before record {records}: records were lost, moved or altered there. Undo reaches back to that place only.',
  misplaced: 'The records {records} of the journal stand in the wrong place and do not count.',
  cutShort:
    'The journal ends before record {n}, which the snapshot holds. The case is complete; the history of the last changes is not.',
  snapshot: 'The snapshot {file} is damaged ({where}).',
  highlightsBefore: 'The highlights in {file} came from the snapshot before.',
  highlights:
    'The highlight file {file} was missing, damaged or too old; the highlights were rebuilt from the journal.',
  highlightFiles:
    '{count} highlight files ({file} and others) were missing, damaged or too old; the highlights were rebuilt from the journal.',
  caseFileBefore:
    'case.json was missing or damaged; the one before it and {records} records of the journal stand in.',
  caseFileLost:
    'No case.json could be used; the case was rebuilt from {records} records of the journal.',
} as const;
