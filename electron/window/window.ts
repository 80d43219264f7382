import {
  BrowserWindow,
  nativeTheme,
  screen,
  session,
  type Rectangle,
  type Session,
} from 'electron';
import type { Low } from 'lowdb';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Settings } from '#data/api/app.ts';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';
import { askToRevive } from './dialogs.ts';
import { fitBounds } from './fit-bounds.ts';
import type { Log } from '../log.ts';
import { APP_PAGE } from '../security/protocol.ts';
import { userFile } from '../user-data/user-file.ts';

const SMALLEST = { width: 960, height: 600 };

/** Colours behind the page until it has drawn itself: those of the themes in the interface. */
const BEHIND = { light: '#f7f6f3', dark: '#17181b' };

const Place = z.strictObject({
  x: z.int().exactOptional(),
  y: z.int().exactOptional(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
});
type Place = z.infer<typeof Place>;
export type PlaceFile = Low<Place>;

/**
 * The session of the window: in memory. What Chromium keeps of a page (its caches, bytes that it spills) may hold
 * words of an encrypted case, and is of use to nobody the next time.
 */
export const windowSession = (): Session => session.fromPartition('window', { cache: false });

/** Where the window was when the program was last closed. */
export function openPlace(userData: string, log: Log): Promise<PlaceFile> {
  const first = { width: 1440, height: 900, maximised: false };
  return userFile(join(userData, 'window.json'), Place, first, log);
}

/**
 * Opens the window on the interface, where it was last time. Without its preload script, the page
 * has no way to the program; with it, exactly the contract in data/api.ts.
 */
export function createWindow(place: Place, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    ...onScreen(place),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Wakhan',
    backgroundColor: nativeTheme.shouldUseDarkColors ? BEHIND.dark : BEHIND.light,
    webPreferences: {
      session: windowSession(),
      preload,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // Files are chosen in dialogs of the program alone: no page gets a picker, nor what was dropped.
      disableBlinkFeatures: 'FileSystemAccessLocal,FileSystemAccess',
    },
  });
  if (place.maximised) window.maximize();
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/** Milliseconds that a page which is loaded gets for its first question: it asks while it loads. */
const FIRST_WORD = 10_000;

/**
 * Loads the interface; resolves when its page works, or when nobody waits for it any more. `asked`: when it
 * has asked its first question. Throws `internal` when it cannot begin.
 */
export async function loadPage(window: BrowserWindow, asked: Promise<void>): Promise<void> {
  const failed = new Promise<never>((_resolve, reject) => {
    window.webContents.once('preload-error', (_event, _path, error) =>
      reject(pageFailure(error.message)),
    );
  });
  await Promise.race([failed, loaded(window).then(() => firstWord(window, asked))]);
}

async function loaded(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(APP_PAGE);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Closed already, or loaded anew for another case.
    if (!window.isDestroyed() && code !== 'ERR_ABORTED') throw pageFailure(message);
  }
}

async function firstWord(window: BrowserWindow, asked: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const silence = setTimeout(FIRST_WORD, 'silent' as const, timer);
  const end = await Promise.race([asked, silence]);
  timer.abort();
  silence.catch(() => undefined); // the timer was stopped
  if (end === 'silent' && !window.isDestroyed()) throw pageFailure(say('desktop.pageSilent'));
}

function pageFailure(why: string): AppError {
  return new AppError('internal', say('desktop.pageFailed', { why }));
}

/** A page that dies again within this many milliseconds is not loaded by itself, or it would die for ever. */
const REVIVAL = 10_000;

/**
 * Loads the page anew when its process dies; when it dies again at once, that is for the person to decide.
 * Nothing is lost: what was acknowledged is in the case, which lives in the main process.
 */
export function reviveWhenGone(window: BrowserWindow, log: Log): void {
  let last = -REVIVAL;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.note('window', `the page’s process is gone: ${reason}`);
    const isAgain = performance.now() - last < REVIVAL;
    last = performance.now();
    if (!isAgain) window.webContents.reload();
    else
      void askToRevive(window).then((yes) => (yes ? window.webContents.reload() : window.close()));
  });
}

/** Keeps where the window is. Call before it is destroyed. */
export async function keepPlace(window: BrowserWindow, file: PlaceFile): Promise<void> {
  file.data = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  await file.write();
}

/** Lets native parts (menu, dialogs, scroll bars) follow the theme that the person chose. */
export function followTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}

/** Brings the window to the front, as a second start of the program should. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The place on the screen that is nearest to it. */
function onScreen({ x, y, width, height }: Place): Partial<Rectangle> {
  const known = x !== undefined && y !== undefined;
  const { workArea } = known
    ? screen.getDisplayMatching({ x, y, width, height })
    : screen.getPrimaryDisplay();
  return fitBounds({ ...(known && { x, y }), width, height }, SMALLEST, workArea);
}
