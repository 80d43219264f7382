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
  look: '{kind, select, copy_of {Copy of} version_of {Newer version of} other {Excerpt of}}',
  asked:
    '{kind, select, copy_of {Is the right one a copy of the left one?} version_of {Is the right one a newer version of the left one?} other {Is the right one an excerpt of the left one?}}',
  'look-origin': 'Names as its source',
  alike:
    '{kind, select, excerpt_of {{score, number, percent} of its words stand in the other text.} other {They share {score, number, percent} of all their words.}}',
  'also-named':
    '{n, plural, one {One more document names it: {titles}} other {# more documents name it: {titles}}}',
  'it-is': 'It is',
  'it-is-not': 'It is not',
  'goes-back': 'It goes back to it',
  'goes-not-back': 'It does not',
  compare: 'Compare',
  'title-of-file': '{title} ({file})',
  'compare-with': 'Compare with “{title}”',
  comparing: 'Comparing the two…',
  'all-same': 'Both say the same, word for word.',
  'only-changes': 'Only what differs',
  'same-rows': '{n, plural, one {One paragraph is the same} other {# paragraphs are the same}}',
  // the document in the inspector
  'copies-and-origins': 'Copies and origins',
  'own-link':
    '{type, select, copy_of {Copy of} version_of {Newer version of} excerpt_of {Excerpt of} other {Translation of}}',
  'other-link':
    '{type, select, copy_of {Its copy} version_of {Its newer version} excerpt_of {Its excerpt} other {Its translation}}',
  'kind-of-link': 'What it is of the other',
  'other-document': 'Link another document',
  'other-document.hint': 'type a title',
  origin: 'Origin',
  'name-origin': 'Name an origin',
  'name-origin.hint': 'an agency, an outlet, an office',
  'own-word': 'As the analyst says',
  'remove-link': 'Remove the link with “{title}”',
  'remove-origin': 'Remove “{name}” from this document',
  searchSilence: 'Looking for copies and origins came no further. Nothing was changed.',
  searchTime: 'Looking for copies and origins took too long. Nothing was changed.',
  searchMemory: 'Looking for copies and origins needs too much memory. Nothing was changed.',
  searchDeath: 'Looking for copies and origins ended without a result. Nothing was changed.',
} as const;
