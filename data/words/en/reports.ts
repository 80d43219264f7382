/** The report panel. */
export const reports = {
  'export-as': 'Export as',
  writing: 'Writing…',
  'saved-as': 'Saved as',
  'show-in-folder': 'Show in folder',
  copied: 'Copied',
  copy: 'Copy',
  'needs-title': 'A report needs a title before it can be exported.',

  report: 'Report',
  'new-report': 'New report',
  title: 'Title',
  summary: 'Summary',
  'summary-of-case': 'Empty: the summary of the case is printed.',
  'summary.hint': 'What the reader should know first. Blank lines part paragraphs.',

  'preview-of-the-report': 'Preview of the report',
  'making-the-preview': 'Making the preview…',
  'cancel-the-preview': 'Cancel the preview',
  'preview-cancelled': 'The preview was cancelled.',
  'make-it-again': 'Make it again',

  place: '{title}: {n} of {all}',
  sections: 'Sections, in the order of the report',
  'move-title': 'Move {title}',
  'drag-or-press-up-and-down': 'Drag, or press up and down',
  'sections.hint': 'Drag a section by its handle, or press the up and down keys on it.',
  'sections.sources': 'The sources with their SHA-256 and a note on method end every report.',
} as const;
