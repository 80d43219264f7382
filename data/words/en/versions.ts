/** Versions of documents, and what becomes of their highlights. */
export const versions = {
  help: 'find the highlights of a document again in a newer file, without changing anything; --apply imports it as a new version',
  'hint-apply': 'import the file as a new version and take the highlights along',
  nothingNew: '“{file}” gives the text that “{title}” has already. Nothing was changed.',
  severalInFile:
    '“{file}” holds {count} documents, and none of them alone goes by the name of “{title}”. Nothing was changed; give a file with that document only.',
  noneInFile: '“{file}” gives no text. Nothing was changed.',
  gaveUp:
    'Looking for the highlights of “{title}” {why, select, memory {took too much memory} cancelled {was stopped} other {did not end}}. Nothing was changed; try it again, or import the file beside the document.',
  place: '{start}-{end}',
  state: '{state, select, exact {exact} moved {moved} uncertain {uncertain} other {lost}}',
  counts: '{exact} exact, {moved} moved, {uncertain} uncertain, {lost} lost',
  // the window
  title: 'Versions',
  newer: 'Newer:',
  older: 'Older:',
  isOlder: 'older version',
  import: 'Import a new version of this document…',
  'import.words': 'changed source, update, re-anchor, highlights',
  came: 'Imported a new version of “{title}”.',
  cameWith: 'New version of “{title}”. Its highlights: {counts}.',
  look: 'Look at them',
  sameAgain: '“{title}” has this text already. Nothing was changed.',
  waits:
    '{state, select, moved {Came along to another place ({score})} uncertain {Uncertain in the newer version ({score})} other {Lost in the newer version}}',
  placeThere: 'Place there',
  placeAt: 'At selection',
  placeHere: 'Place it at the words selected in the newer version',
  stay: 'Keep in old',
  stayLong: 'Keep it in the old version for good',
  isRight: 'It is right there',
  inOld: 'It stood here:',
  inNew: 'In the newer version:',
  noPlace:
    'Nothing like it was found. Select words in the newer version to place it there, or keep it in the old one.',
  selectFirst: 'Select the words in the newer version first, then place the highlight at them.',
  'placeHere.words': 'waiting highlight, re-anchor, repair',
  readAnew:
    'Words of this document are highlighted. What is read anew becomes a new version, in which they are looked for; the old one stays.',
  readAsVersion: 'Read “{title}” again, as a new version.',
  made: 'Made a new version of “{title}”: {id}',
} as const;
