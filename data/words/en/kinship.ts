/** Copies, versions and excerpts: what one document is of another. */
export const kinship = {
  pairLine:
    '{kind, select, copy_of {copy} version_of {newer version} excerpt_of {excerpt} other {{kind}}} {score, number, percent}: “{one}” ({oneId}) of “{other}” ({otherId})',
  nothingAlike: 'No documents seem to be copies, versions or excerpts of others.',
  unread:
    '{count, plural, one {The text of one document} other {The texts of # documents}} could not be read and {count, plural, one {was} other {were}} left out: {ids}. “verify” tells more.',
  support:
    '{documents, plural, one {one document} other {{documents} documents}}, {origins, plural, one {one independent origin} other {{origins} independent origins}}',
  supportShared: '{count} (shared: {names})',
  supported:
    '{documents, plural, one {All from one document.} other {From {documents} documents, {origins, plural, one {one independent origin} other {{origins} independent origins}}.}}',
  shared:
    '{by, select, origin {{n} documents pass on the words of {names}.} publisher {{n} documents are by {names}.} other {{n} documents are copies, versions, excerpts or translations of one text.}}',
  linkTo:
    '{type, select, copy_of {copy of} version_of {newer version of} excerpt_of {excerpt of} translation_of {translation of} other {{type}}} “{title}”',
  searchSilence: 'Looking for copies and origins came no further. Nothing was changed.',
  searchTime: 'Looking for copies and origins took too long. Nothing was changed.',
  searchMemory: 'Looking for copies and origins needs too much memory. Nothing was changed.',
  searchDeath: 'Looking for copies and origins ended without a result. Nothing was changed.',
} as const;
