import { BrowserWindow, session } from 'electron';
import type { Pages } from './pages.ts';
import { PREVIEW_ORIGIN, servePages } from './protocol.ts';

/**
 * Turns a report into a PDF: a hidden window without script and without a way to the program loads
 * it under the policy of previews. Its session is in memory only, so that no word of a report is
 * written anywhere but into the PDF. Marks headings for readers and screen readers. Rejects with the
 * reason of the signal when that stops it.
 */
export async function printToPdf(
  html: string,
  pages: Pages,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const name = pages.add(html);
  const window = hiddenWindow(pages);
  const stop = (): void => window.destroy();
  signal?.addEventListener('abort', stop);
  try {
    await window.loadURL(`${PREVIEW_ORIGIN}/${name}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    if (!window.isDestroyed()) window.destroy();
    pages.remove(name);
  }
}

/** The one session of all prints; a name without `persist:` keeps it off the disk. */
let printing: Electron.Session | undefined;

function hiddenWindow(pages: Pages): BrowserWindow {
  if (!printing) {
    printing = session.fromPartition('printing', { cache: false });
    servePages(printing, pages);
  }
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
}
