import type { MenuItemConstructorOptions } from 'electron';
import { layouts } from '#data/layout/registry.ts';
import { say } from '#data/words/say.ts';

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
    label: say('menu.case'),
    entries: [
      { label: say('menu.case.new'), command: 'case.new', keys: 'CmdOrCtrl+N' },
      { label: say('menu.case.open'), command: 'case.open', keys: 'CmdOrCtrl+O' },
      { label: say('menu.case.importFile'), command: 'case.importFile' },
      '-',
      { label: say('menu.case.import'), command: 'case.import', keys: 'CmdOrCtrl+I' },
      {
        label: say('menu.case.importFolder'),
        command: 'case.importFolder',
        keys: 'CmdOrCtrl+Shift+I',
      },
      {
        label: say('menu.case.paste'),
        command: 'case.paste',
        keys: 'CmdOrCtrl+Shift+V',
        press: true,
      },
      { label: say('menu.case.watch'), command: 'case.watch' },
      { label: say('menu.case.looks'), command: 'case.looks', keys: 'Alt+L' },
      '-',
      { label: say('menu.case.properties'), command: 'case.properties' },
      { label: say('menu.report.open'), command: 'report.open', keys: 'CmdOrCtrl+E' },
      { label: say('menu.case.history'), command: 'case.history', keys: 'CmdOrCtrl+H' },
      '-',
      { label: say('menu.case.verify'), command: 'case.verify' },
      { label: say('menu.case.backups'), command: 'case.backups' },
      { label: say('menu.case.protect'), command: 'case.protect' },
      { label: say('menu.case.saveCopy'), command: 'case.saveCopy' },
      { label: say('menu.case.exportFile'), command: 'case.exportFile' },
      { label: say('menu.case.recovery'), command: 'case.recovery' },
      { label: say('menu.case.retry'), command: 'case.retry' },
      '-',
      { label: say('menu.view.settings'), command: 'view.settings', keys: 'CmdOrCtrl+,' },
      { label: say('menu.case.close'), command: 'case.close', keys: 'CmdOrCtrl+W' },
      { role: 'quit', keys: 'CmdOrCtrl+Q' },
    ],
  },
  {
    label: say('menu.edit'),
    entries: [
      { label: say('menu.edit.undo'), command: 'edit.undo', keys: 'CmdOrCtrl+Z', press: true },
      {
        label: say('menu.edit.redo'),
        command: 'edit.redo',
        keys: 'CmdOrCtrl+Shift+Z',
        press: true,
      },
      '-',
      { role: 'cut' },
      { label: say('menu.edit.copy'), command: 'edit.copy', keys: 'CmdOrCtrl+C', press: true },
      { role: 'paste' },
      {
        label: say('menu.edit.selectAll'),
        command: 'edit.selectAll',
        keys: 'CmdOrCtrl+A',
        press: true,
      },
      '-',
      { label: say('menu.edit.find'), command: 'edit.find', keys: 'CmdOrCtrl+F' },
      { label: say('menu.edit.findNext'), command: 'edit.findNext', keys: 'F3' },
      { label: say('menu.edit.findPrevious'), command: 'edit.findPrevious', keys: 'Shift+F3' },
    ],
  },
  {
    label: say('menu.reader'),
    entries: [
      { label: say('menu.reader.tag'), command: 'reader.tag' },
      { label: say('menu.reader.newEvent'), command: 'reader.newEvent', keys: 'Alt+E' },
      { label: say('menu.reader.newClaim'), command: 'reader.newClaim', keys: 'Alt+C' },
      { label: say('menu.reader.note'), command: 'reader.note', keys: 'Alt+N' },
      { label: say('menu.reader.translate'), command: 'reader.translate', keys: 'Alt+=' },
      { label: say('menu.reader.tagAll'), command: 'reader.tagAll', keys: 'Alt+A' },
      { label: say('menu.reader.startRelation'), command: 'reader.startRelation', keys: 'Alt+R' },
      '-',
      {
        label: say('menu.reader.nextHighlight'),
        command: 'reader.nextHighlight',
        keys: 'Alt+Down',
      },
      {
        label: say('menu.reader.previousHighlight'),
        command: 'reader.previousHighlight',
        keys: 'Alt+Up',
      },
      { label: say('menu.reader.remove'), command: 'reader.remove' },
      '-',
      { label: say('menu.reader.fold'), command: 'reader.fold', keys: 'Alt+F' },
      { label: say('menu.reader.foldAs'), command: 'reader.foldAs', keys: 'Alt+K' },
      { label: say('menu.reader.thisIsText'), command: 'reader.thisIsText', keys: 'Alt+T' },
      {
        label: say('menu.reader.layer.regions'),
        command: 'reader.layer.regions',
        keys: 'Alt+Shift+R',
      },
      '-',
      { label: say('menu.reader.markDone'), command: 'reader.markDone', keys: 'CmdOrCtrl+D' },
      { label: say('menu.reader.caret'), command: 'reader.caret', keys: 'F7' },
    ],
  },
  {
    label: say('menu.network'),
    entries: [
      {
        label: say('menu.layOut'),
        entries: layouts.map(({ id, label }) => ({ label, command: `network.layout.${id}` })),
      },
      '-',
      { label: say('menu.network.fit'), command: 'network.fit' },
      { label: say('menu.network.zoomIn'), command: 'network.zoomIn' },
      { label: say('menu.network.zoomOut'), command: 'network.zoomOut' },
      '-',
      { label: say('menu.network.selectAll'), command: 'network.selectAll' },
      { label: say('menu.network.lasso'), command: 'network.lasso' },
      { label: say('menu.network.around1'), command: 'network.around1' },
      { label: say('menu.network.between'), command: 'network.between' },
      { label: say('menu.network.linkedOnly'), command: 'network.linkedOnly' },
      { label: say('menu.network.showAll'), command: 'network.showAll' },
      '-',
      { label: say('menu.network.link'), command: 'network.link' },
    ],
  },
  {
    label: say('menu.view'),
    entries: [
      { label: say('menu.view.reader'), command: 'view.reader', keys: 'CmdOrCtrl+1' },
      { label: say('menu.view.split'), command: 'view.split', keys: 'CmdOrCtrl+2' },
      { label: say('menu.view.network'), command: 'view.network', keys: 'CmdOrCtrl+3' },
      '-',
      { label: say('menu.view.documents'), command: 'view.documents', keys: 'Alt+1' },
      { label: say('menu.view.entities'), command: 'view.entities', keys: 'Alt+2' },
      { label: say('menu.view.tags'), command: 'view.tags', keys: 'Alt+3' },
      { label: say('menu.view.events'), command: 'view.events', keys: 'Alt+4' },
      { label: say('menu.view.claims'), command: 'view.claims', keys: 'Alt+5' },
      '-',
      { label: say('menu.view.rail'), command: 'view.rail', keys: 'CmdOrCtrl+B' },
      { label: say('menu.view.inspector'), command: 'view.inspector', keys: 'CmdOrCtrl+J' },
      { label: say('menu.view.timeline'), command: 'view.timeline', keys: 'CmdOrCtrl+T' },
      '-',
      { label: say('menu.view.zoomIn'), command: 'view.zoomIn', keys: 'CmdOrCtrl+=' },
      { label: say('menu.view.zoomOut'), command: 'view.zoomOut', keys: 'CmdOrCtrl+-' },
      { label: say('menu.view.zoomReset'), command: 'view.zoomReset', keys: 'CmdOrCtrl+0' },
      '-',
      {
        label: say('menu.theme'),
        entries: [
          { label: say('menu.view.theme.system'), command: 'view.theme.system' },
          { label: say('menu.view.theme.light'), command: 'view.theme.light' },
          { label: say('menu.view.theme.dark'), command: 'view.theme.dark' },
          { label: say('menu.view.theme.contrast'), command: 'view.theme.contrast' },
        ],
      },
      { role: 'togglefullscreen', keys: 'F11' },
    ],
  },
  {
    label: say('menu.help'),
    entries: [
      { label: say('menu.help.palette'), command: 'help.palette', keys: 'CmdOrCtrl+K' },
      { label: say('menu.help.keys'), command: 'help.keys', keys: 'F1' },
    ],
  },
];
