/** Work in the background: what is being done, and what is left when it is cancelled. */
export const jobs = {
  importing: 'Importing',
  importingFile: 'Importing {file}',
  exporting: 'Exporting {file}',
  backingUp: 'Backing up',
  restoring: 'Restoring {folder}',
  copying: 'Copying to {folder}',
  writing: 'Writing {file}',
  unpacking: 'Unpacking {file}',
  checking: 'Checking the case',
  indexing: 'Building the index of highlights',
  unpackSilence:
    'Unpacking came no further. Nothing was unpacked; try again, or use another copy of the file.',
  unpackTime:
    'Unpacking took too long. Nothing was unpacked; try again, or use another copy of the file.',
  unpackMemory:
    'Unpacking needs too much memory. Nothing was unpacked; close other programs and try again.',
  unpackDeath: 'Unpacking ended without a result. Nothing was unpacked; try again.',
  indexSilence: 'Building the index came no further. It is built when it is needed.',
  indexTime: 'Building the index took too long. It is built when it is needed.',
  indexMemory: 'Building the index needs too much memory. It is built when it is needed.',
  indexDeath: 'Building the index ended without a result. It is built when it is needed.',
  indexUnusable: 'The index does not fit the case. It is built when it is needed.',
  cancelledIndexing: 'This was cancelled. The index is built when it is needed.',
  cancelledVersion: 'The new version was cancelled. Nothing was changed.',
  version: 'New version of “{title}”',
  cancelledImport: 'This was cancelled. What was imported until then is kept.',
  cancelledWriting: 'This was cancelled. Nothing was written.',
  cancelledChecking: 'This was cancelled. Nothing was changed.',
  cancelledRewriting: 'This was cancelled. The case is as it was.',
  previewing: 'Making the preview',
  printing: 'Printing {file}',
  cancelledPreview: 'This was cancelled. The report is shown as it was.',
  cancelled: 'This was cancelled.',
  noSuchTask: 'no such task',
  reportCancelled: 'The report was cancelled. Nothing was written.',
  reportSilence:
    'Making the report came no further. Nothing was written; try again, or choose fewer sections.',
  reportTime:
    'Making the report took too long. Nothing was written; try again, or choose fewer sections.',
  reportMemory:
    'Making the report needs too much memory. Nothing was written; try again, or choose fewer sections.',
  reportDeath:
    'Making the report ended without a result. Nothing was written; try again, or choose fewer sections.',
  archiveSilence:
    'Writing the copy came no further. Nothing was written; try again, or use another disk.',
  archiveTime:
    'Writing the copy took too long. Nothing was written; try again, or use another disk.',
  archiveMemory:
    'Writing the copy needs too much memory. Nothing was written; close other programs and try again.',
  archiveDeath: 'Writing the copy ended without a result. Nothing was written; try again.',
} as const;
