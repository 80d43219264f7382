/** The history as a panel. */
export const historyPanel = {
  'undone-to': 'Undone back to: {label}. Redo brings it back step by step.',
  undone: 'undone',
  'undo-all-later-steps': 'Undo all later steps',
  'show-older': 'Show older',

  'told-undo': 'Undone: {step}',
  'told-undo-to': 'Undone back to: {step}',
  'told-redo': 'Done again: {step}',
} as const;
