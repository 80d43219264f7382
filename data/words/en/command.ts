/** The command line: what it answers and refuses. */
export const command = {
  noSuchCommand: 'There is no command “{name}”. The commands are {commands}.',
  useItAs: 'Use it as: wakhan {name} {usage}',
  wrongUse: '{why} Nothing was done; see wakhan --help.',
  wrongArguments: '{why} Use it as: wakhan {name} {usage}',
  notListable: '“{what}” cannot be listed; there are {kinds}.',
  sayOutput: 'Say with -o which file to write.',
  sayFormat: 'Say with --format which report to write: {formats}.',
  exportTitle: 'export: the title',
  exportSummary: 'export: the summary',
  exportSections: 'export: the sections',
  newTitle: 'new: the title',
  newMarking: 'new: the marking',
  bundledCodebook: 'the bundled codebook',
  codebook: 'the codebook {file}',
  line: 'line {n}',
  checked:
    'Checked {journal} journal records, {quotes} quotes, {references} references and {originals} originals: all is well.',
  checkedBadly:
    'Checked {journal} journal records, {quotes} quotes, {references} references and {originals} originals: {problems} problems.',
  outputClosed: 'The reader of the output went away.',
  recoveryKey: 'Recovery key, told only now: {key}',
  notOneLine: '“{file}” does not hold one line with a passphrase or key. Nothing was changed.',
  passphraseNeeded:
    'Give the passphrase in a file with {option}, or in the environment as {variable}. Nothing was changed.',
  backedUp: 'Backed up {folder} to {file}',
  wrote: 'Wrote {file}',
  wroteReport: 'Wrote {file} (SHA-256 {sha256})',
  unpacked: 'Unpacked {file} to {folder}',
  made: 'Made “{title}” in {folder}',
  encrypted: 'Encrypted {folder}',
  decrypted: 'Decrypted {folder}',
  madeRecoveryKey: 'Made a recovery key for {folder}',
  changedPassphrase: 'Changed the passphrase of {folder}',
  sayPassphrase:
    'Give the new passphrase in a file with --new-passphrase-file, or ask for a --recovery-key.',
  noElectron:
    'A PDF needs the Electron runtime, and none was found. Nothing was written; start the command with npx wakhan, or export HTML and print that from a browser.',
  printingFailed:
    'Electron could not print the report. Nothing was written; export HTML and print that from a browser.',
  upgrading: 'bringing the case to format {format}: {percent} %',
  newerFormat:
    '“{folder}” was written by a newer version of the program (format {format}, this one knows {known}). Nothing was changed; update the program.',
  wrongColumns:
    'Columns are named as text=Body,title=Head,date=Day,source=Desk (any of these four), and a unit is row, sheet or file.',
  severalDocuments:
    '{count} documents are called “{name}”. Give the id of one; “list <case> documents” shows them.',
  noDocument:
    'There is no document “{name}” in this case. “list <case> documents” shows their ids.',
  stopped: 'Stopped by a signal. What was reported as done is done; nothing else was changed.',
  sampleCodebook:
    'The sample has a codebook of its own: give --sample or --codebook. Nothing was done.',
  notJson: '“{file}” is not JSON: {why}. Nothing was made.',
  lineNotJson: 'Line {n} is not JSON: {why}. Nothing was changed by it.',
  lineTooLong: 'Line {n} is longer than {size} MB. Nothing was changed by it.',
  lineNotUtf8: 'Line {n} is not UTF-8. Nothing was changed by it.',
  unmarked: 'unmarked',
  journalTo: 'journal: {n} operations, last {at}',
  journalEmpty: 'journal: {n} operations',
} as const;
