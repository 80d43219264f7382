import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CallInput, CallName, CallOutput, Reply } from '#data/api/api.ts';
import type { CaseSnapshot } from '#data/api/case-snapshot.ts';

export { expect };

/** The folder that is started as the program: the checkout, or its bundles elsewhere. */
export const appFolder = process.env.WAKHAN_APP ?? resolve('.');

/** The running program with its window. */
export interface Workbench {
  app: ElectronApplication;
  page: Page;
  /** Closes the window as a person does, and waits until the program has ended. */
  quit: () => Promise<void>;
}

/** How to start the program. Without `args` it opens the case it had last, else the sample. */
export interface LaunchOptions {
  /** After the program's name: the folder of a case, or nothing. */
  args?: string[];
  env?: Record<string, string>;
}

interface Fixtures {
  /** A folder of this test alone, gone after it. */
  folder: string;
  /** User data of this test alone; two starts in one test share it. */
  userData: string;
  /** Starts the program; whatever is still running after the test is ended. */
  launch: (options?: LaunchOptions) => Promise<Workbench>;
  /** The program, started on the sample case. */
  workbench: Workbench;
}

/** Milliseconds that the program gets to end by itself after a test. */
const PATIENCE = 10_000;

/** Playwright's test with the real program: own user data, sandbox on, guaranteed end. */
export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'wakhan-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  userData: async ({ folder }, use) => {
    const userData = join(folder, 'user');
    await mkdir(userData);
    await use(userData);
  },

  launch: async ({ userData }, use) => {
    const running = new Set<ElectronApplication>();
    await use(async (options = {}) => {
      const app = asksAgain(await start(userData, options));
      running.add(app);
      app.on('close', () => running.delete(app));
      const page = await app.firstWindow();
      return { app, page, quit: () => quit(app) };
    });
    await Promise.all([...running].map(end));
  },

  workbench: async ({ launch }, use) => {
    await use(await launch());
  },
});

function start(userData: string, { args = [], env = {} }: LaunchOptions) {
  return _electron.launch({
    // Without a graphics card all is drawn in software anyway; by way of a GPU process a test takes 8 % more.
    args: ['--disable-gpu', appFolder, ...args],
    chromiumSandbox: true,
    env: { ...plainEnvironment(), WAKHAN_USER_DATA: userData, ...env },
  });
}

/**
 * An answer of the main process can get lost: the debugger holds it weakly, and a collection of garbage
 * right then takes it (“Resulting promise was garbage collected”). What was asked is asked again; it
 * only looks, or sets what it sets to the same.
 */
function asksAgain(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app) as (...asked: unknown[]) => Promise<unknown>;
  const again = async (...asked: unknown[]): Promise<unknown> => {
    for (let left = 3; ; left--) {
      try {
        return await evaluate(...asked);
      } catch (error) {
        if (left === 0 || !/promise was garbage collected/.test(String(error))) throw error;
      }
    }
  };
  app.evaluate = again as typeof app.evaluate;
  return app;
}

/** The environment without what is undefined, and without what would turn Electron into Node. */
function plainEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return Object.fromEntries(entries);
}

async function quit(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
}

/** Ends the program: by itself if it can, otherwise by force. Only ever the process we started. */
async function end(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

/** Calls the desktop as the page does. Throws the refusal's code and message. */
export async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const reply = await rawCall<CallOutput<N>>(page, name, input);
  if (reply.ok) return reply.value;
  throw new Error(`${reply.error.code}: ${reply.error.message}`);
}

/** Calls the desktop with anything at all, as a page that has been taken over would. */
export function rawCall<T = unknown>(page: Page, name: unknown, input: unknown): Promise<Reply<T>> {
  return page.evaluate(
    async ([callName, callInput]) =>
      JSON.parse(
        String(await window.desktop.call(callName as never, callInput as never)),
      ) as Reply<T>,
    [name, input] as const,
  );
}

/** The case that is open; fails the test when there is none. */
export async function snapshotOf(page: Page): Promise<CaseSnapshot> {
  const snapshot = await call(page, 'case.current', {});
  if (snapshot === null) throw new Error('no case is open');
  return snapshot;
}

/** The records of the case that is open. */
export async function recordsOf(page: Page): Promise<CaseSnapshot['records']> {
  return (await snapshotOf(page)).records;
}

/** Answers the next dialogs that ask for files or folders with these; none means “Cancel”. */
export async function chooseFiles(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);
}

/** Answers the next dialogs that ask where to save with this path; null means “Cancel”. */
export async function chooseTarget(
  app: ElectronApplication,
  filePath: string | null,
): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}
