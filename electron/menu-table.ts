import type { MenuItemConstructorOptions } from 'electron';
import { layouts } from '#data/queries/layout/registry.ts';

/** An entry that runs a command of the palette. `keys` are shown; the window listens to them. */
export interface CommandEntry {
  label: string;
  command: string;
  keys?: string;
  /**
   * Presses the keys in the page instead of running the command, so that a text field that has the
   * focus undoes its own typing and copies its own words.
   */
  press?: true;
}

/** A line of a menu. Roles are what the system knows how to do by itself. */
export type Entry =
  | CommandEntry
  | { role: NonNullable<MenuItemConstructorOptions['role']>; keys?: string }
  | { label: string; entries: readonly Entry[] }
  | '-';

/** A menu of the menu bar. */
export interface MenuEntries {
  label: string;
  entries: readonly Entry[];
}

/** The menu bar: the commands of the palette, by their ids, in the analyst's words. */
export const menuTable: readonly MenuEntries[] = [
  {
    label: 'Case',
    entries: [
      { label: 'New case…', command: 'case.new', keys: 'CmdOrCtrl+N' },
      { label: 'Open a case folder…', command: 'case.open', keys: 'CmdOrCtrl+O' },
      { label: 'Open a case in one file…', command: 'case.importFile' },
      '-',
      { label: 'Import documents…', command: 'case.import', keys: 'CmdOrCtrl+I' },
      { label: 'Import a folder…', command: 'case.importFolder', keys: 'CmdOrCtrl+Shift+I' },
      '-',
      { label: 'Title and marking…', command: 'case.properties' },
      { label: 'Report…', command: 'report.open', keys: 'CmdOrCtrl+E' },
      { label: 'History…', command: 'case.history', keys: 'CmdOrCtrl+H' },
      '-',
      { label: 'Check the case…', command: 'case.verify' },
      { label: 'Backups…', command: 'case.backups' },
      { label: 'Passphrase and encryption…', command: 'case.protect' },
      { label: 'Save a copy elsewhere…', command: 'case.saveCopy' },
      { label: 'Export the case as one file…', command: 'case.exportFile' },
      { label: 'What was repaired…', command: 'case.recovery' },
      { label: 'Try again to save', command: 'case.retry' },
      '-',
      { label: 'Settings…', command: 'view.settings', keys: 'CmdOrCtrl+,' },
      { label: 'Close the case', command: 'case.close', keys: 'CmdOrCtrl+W' },
      { role: 'quit', keys: 'CmdOrCtrl+Q' },
    ],
  },
  {
    label: 'Edit',
    entries: [
      { label: 'Undo', command: 'edit.undo', keys: 'CmdOrCtrl+Z', press: true },
      { label: 'Redo', command: 'edit.redo', keys: 'CmdOrCtrl+Shift+Z', press: true },
      '-',
      { role: 'cut' },
      { label: 'Copy', command: 'edit.copy', keys: 'CmdOrCtrl+C', press: true },
      { role: 'paste' },
      { label: 'Select all', command: 'edit.selectAll', keys: 'CmdOrCtrl+A', press: true },
      '-',
      { label: 'Find in this text', command: 'edit.find', keys: 'CmdOrCtrl+F' },
      { label: 'Find the next match', command: 'edit.findNext', keys: 'F3' },
      { label: 'Find the previous match', command: 'edit.findPrevious', keys: 'Shift+F3' },
    ],
  },
  {
    label: 'Reader',
    entries: [
      { label: 'Tag the selected words', command: 'reader.tag' },
      { label: 'New event', command: 'reader.newEvent', keys: 'Alt+E' },
      { label: 'New claim', command: 'reader.newClaim', keys: 'Alt+C' },
      { label: 'Note', command: 'reader.note', keys: 'Alt+N' },
      { label: 'Tag all other occurrences', command: 'reader.tagAll', keys: 'Alt+A' },
      { label: 'Start a relation', command: 'reader.startRelation', keys: 'Alt+R' },
      '-',
      { label: 'Next highlight', command: 'reader.nextHighlight', keys: 'Alt+Down' },
      { label: 'Previous highlight', command: 'reader.previousHighlight', keys: 'Alt+Up' },
      { label: 'Remove the selected highlight', command: 'reader.remove' },
      '-',
      { label: 'Mark the document as done', command: 'reader.markDone', keys: 'CmdOrCtrl+D' },
      { label: 'Show or hide the caret', command: 'reader.caret', keys: 'F7' },
    ],
  },
  {
    label: 'Network',
    entries: [
      {
        label: 'Lay out',
        entries: layouts.map(({ id, label }) => ({ label, command: `network.layout.${id}` })),
      },
      '-',
      { label: 'Fit the network to the pane', command: 'network.fit' },
      { label: 'Zoom in', command: 'network.zoomIn' },
      { label: 'Zoom out', command: 'network.zoomOut' },
      '-',
      { label: 'Select all actors on screen', command: 'network.selectAll' },
      { label: 'Select actors with the lasso', command: 'network.lasso' },
      { label: 'Show only the selection and its neighbours', command: 'network.around1' },
      { label: 'Show the shortest ways between two actors', command: 'network.between' },
      { label: 'Hide or show actors without relations', command: 'network.linkedOnly' },
      { label: 'Show the whole network', command: 'network.showAll' },
      '-',
      { label: 'Link the two selected actors', command: 'network.link' },
    ],
  },
  {
    label: 'View',
    entries: [
      { label: 'Reader', command: 'view.reader', keys: 'CmdOrCtrl+1' },
      { label: 'Reader and network', command: 'view.split', keys: 'CmdOrCtrl+2' },
      { label: 'Network', command: 'view.network', keys: 'CmdOrCtrl+3' },
      '-',
      { label: 'Documents', command: 'view.documents', keys: 'Alt+1' },
      { label: 'Actors', command: 'view.entities', keys: 'Alt+2' },
      { label: 'Tags', command: 'view.tags', keys: 'Alt+3' },
      { label: 'Events', command: 'view.events', keys: 'Alt+4' },
      { label: 'Claims', command: 'view.claims', keys: 'Alt+5' },
      '-',
      { label: 'Lists', command: 'view.rail', keys: 'CmdOrCtrl+B' },
      { label: 'Inspector', command: 'view.inspector', keys: 'CmdOrCtrl+J' },
      { label: 'Timeline', command: 'view.timeline', keys: 'CmdOrCtrl+T' },
      '-',
      { label: 'Larger text', command: 'view.zoomIn', keys: 'CmdOrCtrl+=' },
      { label: 'Smaller text', command: 'view.zoomOut', keys: 'CmdOrCtrl+-' },
      { label: 'Text in its usual size', command: 'view.zoomReset', keys: 'CmdOrCtrl+0' },
      '-',
      {
        label: 'Theme',
        entries: [
          { label: 'The system’s', command: 'view.theme.system' },
          { label: 'Light', command: 'view.theme.light' },
          { label: 'Dark', command: 'view.theme.dark' },
          { label: 'High contrast', command: 'view.theme.contrast' },
        ],
      },
      { role: 'togglefullscreen', keys: 'F11' },
    ],
  },
  {
    label: 'Help',
    entries: [
      { label: 'Find or do…', command: 'help.palette', keys: 'CmdOrCtrl+K' },
      { label: 'All keys', command: 'help.keys', keys: 'F1' },
    ],
  },
];
