/** What is wrong with a field of a record, as it follows the name of the field. */
export const model = {
  id: 'an id has 1-64 letters, digits, dots, dashes',
  sha256: 'a SHA-256 has 64 hexadecimal digits',
  empty: 'must not be empty',
  oneLine: 'must be one line',
  unseen: 'must have a character that is seen',
  colour: 'a colour is written #rrggbb',
  noEvidence: 'evidence needs at least one highlight',
  evidenceTwice: 'evidence names a highlight twice',
  base64: 'not base64',
  archiveFile: 'not a file of a case',
  unmarked: 'Unmarked',
  untitled: 'Untitled',
} as const;
