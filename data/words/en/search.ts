/** Searching in a case. */
export const search = {
  tooLong: 'A search has {most} signs at most: what is behind was left out.',
  tooDeep: 'Brackets lie {most} deep at most: what is inside was left out.',
  closedTooOften: 'This bracket closes nothing.',
  notClosed: 'This bracket is not closed.',
  quoteNotClosed: 'These quotes are not closed: everything behind is one phrase.',
  nothingBeside: '{operator} needs something to look for beside it.',
  noWords: 'There is no word in “{text}”.',
  noSuchField:
    'There is no field “{name}”: it was taken for a word. Fields are title, source, author, date, lang, tag, actor, type, marking, state and region.',
  emptyField: 'Nothing stands behind “{field}:”.',
  noDate: '“{value}” is no date: write 2016, 2016-05, 2016-05-01 or 2016..2017.',
  noSuchValue: 'There is no {field} “{value}”: it is one of {known}.',
  notInNear: 'Within near( ) stand words and “phrases” only.',
  nearNeedsTwo: 'near( ) needs two words: near(one other, 5).',
  noLimit: '--limit takes a number of 1 or more, not “{value}”.',
  noScope: '--in takes one of {known}, not “{value}”.',
  nothingAsked: 'There is nothing to look for in “{typed}”.',
  nothingFound: 'Nothing was found.',
  more: 'There may be more: these are the first {n}. --limit takes more.',
  hitLine:
    '{document, select, none {{record}} other {{document} {start}-{end}}} ({field}): {before}[{quote}]{after}',
} as const;
