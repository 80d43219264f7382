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
} as const;
