/** What could not be done, as it follows “Could not”. */
export const doing = {
  openCase: 'open the case',
  writeSnapshot: 'write the snapshot',
  readHighlights: 'read the highlights',
  goOn: 'go on with this case',
  writeCopy: 'write the copy',
  createCase: 'create the case',
  takeForWriting: 'take this case for writing',
  saveChange: 'save the change',
  writeKeyFile: 'write the key file',
  storeDocument: 'store the document',
  readOriginal: 'read the original',
  readText: 'read the working text',
  writeAnew: 'write the case anew',
  putInPlace: 'put the case in place',
  restoreCase: 'restore the case',
} as const;
