/** What is said of files and places for files; phrases follow a name. */
export const files = {
  leftPlain:
    'Not encrypted, because the program does not know them: {names}. Move them out of the case folder if nobody else may read them.',
  leftPlainMore:
    'Not encrypted, because the program does not know them: {names} and {more} more. Move them out of the case folder if nobody else may read them.',
  strange: 'holds something that is not part of a case ({name})',
  twice: 'holds two files of one name ({name})',
  shared: 'is made so that its files share their bytes',
  tooLarge: 'would take {size} MB, more than any case has',
  tooPacked: 'would take {size} MB, more than {ratio} times its own size',
  isFolder: 'is a folder',
  isPipe: 'is a pipe',
  isSocket: 'is a socket',
  isDevice: 'is a device',
  isDisk: 'is a disk',
  isNoFile: 'is no file',
  isThrough: 'is no file that could be read back',
  notRead: '“{file}” {what}. Nothing of it was read.',
  notWritten: '“{file}” {what}. Nothing was written.',
  insideCase:
    '“{file}” would lie inside the case “{folder}”, whose files only the program writes. Nothing was written; choose another folder.',
  gone: '“{file}” is not where it was written any more. It may have been moved or deleted since; export it again.',
} as const;
