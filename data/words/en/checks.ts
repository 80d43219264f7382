/** What a check of a case finds, and looking for words. */
export const checks = {
  textLength: 'The text of “{title}” has {length} characters; the record says {said}.',
  noTextThere: 'The range {start}-{end} is not a piece of the text ({length} characters).',
  otherWords: 'The words at {start}-{end} are not those of the quote.',
  otherBefore: 'The words before {start} are not those kept with the quote.',
  otherAfter: 'The words after {end} are not those kept with the quote.',
  noCase: 'The record of the case is missing.',
  danglingReference:
    'The {field} of this {kind} names the {wanted} {id}, which is not in the case.',
  tagOfItself: 'The tag “{name}” is its own ancestor.',
  phrasesTooLong: 'Too long to look for: at most {most, number} characters',
  phrasesRefused: '{why}. Nothing was changed.',
  lineDoesNotCount: 'The line after record {n} does not count: {why}.',
  noEnd: 'its end is missing',
  noRecord: 'it is not a record',
  wrongHash: 'it does not fit its hash',
  unreadable: 'it cannot be read',
  recordAfter: 'Record {n} stands after record {last}.',
  recordDoesNotFollow: 'Record {n} does not follow record {last}.',
  journalEnds: 'The journal ends with record {last} instead of {n}.',
  otherRecord: 'Record {n} is not the one that was written.',
  placeInJournal: '{file}, byte {offset}',
  strayFile: 'The file {file} of a removed document does not fit its name.',
  otherFile:
    'The {what, select, original {original} other {working text}} is not the one that its document tells of (SHA-256 {hash}).',
  otherThanJournal: 'The {kind} {id} is not as the journal tells.',
  notInCase: 'The {kind} {id} of the journal is not in the case.',
} as const;
