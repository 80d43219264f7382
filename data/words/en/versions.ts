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
  made: 'Made a new version of “{title}”: {id}',
} as const;
