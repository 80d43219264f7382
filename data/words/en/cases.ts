/** The start screen, new cases, and the properties of a case. */
export const cases = {
  title: 'Title',
  'marking.about':
    'New documents get this marking. What is shown and exported carries the strictest of case and documents.',
  summary: 'Summary, printed at the head of reports',

  marking: 'Marking (Traffic Light Protocol)',
  unmarked: 'Unmarked',

  'title-of-the-new-case': 'Title of the new case',
  'new-case': 'New case…',
  encrypt: 'Encrypt it with a passphrase',

  about: 'Read, tag, and draw who stands with whom, with the quotes behind every line.',
  'begin-another-case': 'Begin another case',
  'begin-here': 'Begin here',
  'begin.hint':
    'A case is a folder that holds your documents and everything you note about them. Give it a name, choose where it lives, then drop files on the window.',
  'open-a-case-folder': 'Open a case folder…',
  'look-at-the-sample-case': 'Look at the sample case',
  'recent-cases': 'Recent cases',
  'folder-cannot-be-found': '{folder} cannot be found',
  upgrading: 'Bringing the case to the current format…',
  'upgrading.label': 'How far the case is',
} as const;
