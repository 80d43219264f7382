import type { BrowserWindow } from 'electron';
import { channels } from '../ipc/channels.ts';
import type { Send } from '../ipc/ipc.ts';

/** Milliseconds that a page which does not answer may hold up the closing of the window. */
const PATIENCE = 2_000;

/**
 * Tells the page that the window closes, and waits until it has sent what it wants to keep: its
 * calls travel before the answer that the preload script gives when all listeners have run.
 */
export function announceClosing(window: BrowserWindow, send: Send): Promise<void> {
  const { webContents: contents } = window;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    contents.ipc.once(channels.closingHeard, () => {
      clearTimeout(timer);
      resolve();
    });
    send('closing', {});
  });
}
