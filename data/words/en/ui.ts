/** Controls that know no case: dialogs, messages, jobs, drops. */
export const ui = {
  close: 'Close',
  'close.title': 'Close (Esc)',

  'no-case-open': 'Open or make a case first; then drop the files again.',
  drop: 'Drop to import into “{title}”',
  'no-case-open.short': 'Open or make a case first',
  'drop.hint': 'Files, folders, or words out of another program. The originals are kept unchanged.',

  'done-of-total': '{done, number} of {total, number}',
  'cancel-label': 'Cancel {label}',
  cancel: 'Cancel',

  'close-the-message': 'Close the message',

  messages: 'Messages',

  'which-day-is-it': 'Which day is it?',

  'size-bytes': '{size} bytes',
  'size-KB': '{size} KB',
  'size-MB': '{size} MB',
  'size-GB': '{size} GB',
} as const;
