import { BrowserWindow } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';
import type { Pages } from './pages.ts';
import { PREVIEW_ORIGIN } from './protocol.ts';

/**
 * Turns a report into a PDF: a hidden window without script and without a way to the program loads
 * it under the policy of previews. Marks headings for readers and screen readers.
 */
export async function printToPdf(html: string, pages: Pages): Promise<Uint8Array> {
  const name = pages.add(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(`${PREVIEW_ORIGIN}/${name}`);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } finally {
    window.destroy();
    pages.remove(name);
  }
}

/** The print mode of the program: reads HTML from one file and writes a PDF to the other. */
export async function printFile(from: string, to: string, pages: Pages): Promise<void> {
  await writeFile(to, await printToPdf(await readFile(from, 'utf8'), pages));
}
