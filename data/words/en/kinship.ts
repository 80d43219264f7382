/** Copies, versions and excerpts: what one document is of another. */
export const kinship = {
  pairLine:
    '{kind, select, copy_of {copy} version_of {newer version} excerpt_of {excerpt} other {{kind}}} {score, number, percent}: “{one}” ({oneId}) of “{other}” ({otherId})',
  nothingAlike: 'No documents seem to be copies, versions or excerpts of others.',
  unread:
    '{count, plural, one {The text of one document} other {The texts of # documents}} could not be read and {count, plural, one {was} other {were}} left out: {ids}. “verify” tells more.',
} as const;
