import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright';

const root = process.env.WAKHAN_ROOT ?? process.cwd();

/** The folder that is started as the program. */
export const appFolder = process.env.WAKHAN_APP ?? root;

/** Electron's executable, as the runner found it. */
export function electronPath(): string {
  const path = process.env.WAKHAN_ELECTRON;
  if (!path) throw new Error('WAKHAN_ELECTRON is not set: start this with npm run bench');
  return path;
}

/** Switches that Electron needs here: root has no sandbox. */
export const switches: readonly string[] = process.env.WAKHAN_SANDBOX_ARGUMENT
  ? [process.env.WAKHAN_SANDBOX_ARGUMENT]
  : [];

/** The environment for the program with user data of its own. */
export function environment(userData: string): Record<string, string> {
  const entries = Object.entries({ ...process.env, WAKHAN_USER_DATA: userData }).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return Object.fromEntries(entries);
}

/** The running program. */
export interface Running {
  app: ElectronApplication;
  page: Page;
}

/** Starts the program on a case (without one: on the last one, else the sample). */
export function startProgram(userData: string, ...args: string[]): Promise<Running> {
  return startApp(appFolder, userData, ...args);
}

/** Starts the app in a folder. */
export async function startApp(
  folder: string,
  userData: string,
  ...args: string[]
): Promise<Running> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...switches, folder, ...args],
    env: environment(userData),
    chromiumSandbox: switches.length === 0,
  });
  return { app, page: await app.firstWindow() };
}

/** Closes the window as a person does, and waits until the program has ended. */
export async function quitProgram({ app }: Running): Promise<void> {
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
}

/** The documents of the list, in its order. */
export function documentsOf(page: Page): Locator {
  return page.getByRole('tabpanel').getByRole('listbox').getByRole('option');
}

/** The words of the reader that are on the page. */
export function wordsOf(page: Page): Locator {
  return page.locator('.reader [role=document] [data-start]');
}
