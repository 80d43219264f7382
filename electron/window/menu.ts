import { Menu, type MenuItemConstructorOptions } from 'electron';
import { say } from '#data/words/say.ts';
import { menuTable, type CommandEntry, type Entry } from './menu-table.ts';

/** What entries of the menu do in the window. */
export interface MenuActions {
  /** Runs a command of the palette. */
  run(command: string): void;
  /** Presses keys in the page, written as an accelerator (`CmdOrCtrl+Z`). */
  press(keys: string): void;
}

/** Roles whose keys no page listens to. All other keys reach the page first and only. */
const OWN_KEYS = new Set(['quit', 'togglefullscreen']);

/**
 * Builds the native menu. Keys of commands are shown but not registered: they go to the page, so
 * that no key is taken twice and text fields keep theirs.
 */
export function buildMenu(actions: MenuActions, isDevelopment: boolean): Menu {
  const template = menuTable.map((menu) => toItem(menu, actions));
  if (isDevelopment) {
    template.push({
      label: say('menu.develop'),
      submenu: [{ role: 'toggleDevTools', accelerator: 'F12' }],
    });
  }
  return Menu.buildFromTemplate(template);
}

function toItem(entry: Entry, actions: MenuActions): MenuItemConstructorOptions {
  if (entry === '-') return { type: 'separator' };
  if ('entries' in entry) {
    return { label: entry.label, submenu: entry.entries.map((one) => toItem(one, actions)) };
  }
  const accelerator = entry.keys === undefined ? {} : { accelerator: entry.keys };
  if ('role' in entry) {
    return { role: entry.role, registerAccelerator: OWN_KEYS.has(entry.role), ...accelerator };
  }
  return {
    id: entry.command,
    label: entry.label,
    registerAccelerator: false,
    click: () => choose(entry, actions),
    ...accelerator,
  };
}

function choose({ command, keys, press }: CommandEntry, actions: MenuActions): void {
  if (press && keys !== undefined) actions.press(keys);
  else actions.run(command);
}
