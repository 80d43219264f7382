import { Menu, type MenuItemConstructorOptions } from 'electron';

/** An entry that runs a command of the window; the keys are shown, the window listens to them. */
interface CommandEntry {
  label: string;
  command: string;
  keys?: string;
}
type Role = NonNullable<MenuItemConstructorOptions['role']>;
type Entry = CommandEntry | { role: Role; label?: string } | '-';

/** The native menu: the same commands as the palette, by their ids. */
const menus: readonly { label: string; entries: readonly Entry[] }[] = [
  {
    label: '&Case',
    entries: [],
  },
];

/**
 * Builds the menu. Keys are never registered with the system: they go to the page first, so a text
 * field keeps its own Undo and no key is taken twice.
 */
export function buildMenu(run: (command: string) => void, isDevelopment: boolean): Menu {
  const template: MenuItemConstructorOptions[] = menus.map(({ label, entries }) => ({
    label,
    submenu: entries.map((entry) => toItem(entry, run)),
  }));
  if (isDevelopment) template.push({ label: '&Develop', submenu: [{ role: 'toggleDevTools' }] });
  return Menu.buildFromTemplate(template);
}

function toItem(entry: Entry, run: (command: string) => void): MenuItemConstructorOptions {
  if (entry === '-') return { type: 'separator' };
  if ('role' in entry) return { ...entry, registerAccelerator: false };
  return {
    label: entry.label,
    id: entry.command,
    ...(entry.keys === undefined ? {} : { accelerator: entry.keys }),
    registerAccelerator: false,
    click: () => run(entry.command),
  };
}
