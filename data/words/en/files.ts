/** What is said of the files of a case and of cases in one file, as it follows their name. */
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
} as const;
