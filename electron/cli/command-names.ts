/**
 * Words that start the command line instead of the window. Apart from the commands themselves, so
 * that the window's start does not load them.
 */
export const commandNames: ReadonlySet<string> = new Set([
  'new',
  'open',
  'import',
  'list',
  'text',
  'reanchor',
  'apply',
  'network',
  'duplicates',
  'origins',
  'search',
  'export',
  'verify',
  'encrypt',
  'decrypt',
  'passphrase',
  'backup',
  'pack',
  'unpack',
  'operations',
  'help',
]);
