import { app, dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { importExtensions } from '#data/formats/import/registry.ts';
import type { ReportFormat } from '#data/api.ts';

/** Ending of a case folder. */
const CASE_ENDING = '.case';

const formatNames: Readonly<Record<ReportFormat, string>> = {
  html: 'HTML page',
  md: 'Markdown text',
  pdf: 'PDF document',
};

/** Asks where to make a case. The folder must not exist; it gets the ending `.case`. */
export async function askNewCase(window: BrowserWindow, title: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'New case',
    buttonLabel: 'Create',
    nameFieldLabel: 'Case folder',
    defaultPath: join(app.getPath('documents'), `${fileNameFor(title)}${CASE_ENDING}`),
    properties: ['createDirectory'],
  });
  if (canceled || !filePath) return null;
  return filePath.endsWith(CASE_ENDING) ? filePath : `${filePath}${CASE_ENDING}`;
}

/** Asks for the folder of a case. */
export async function askCase(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a case',
    buttonLabel: 'Open',
    properties: ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for files, or for folders whose files are meant; an empty list when cancelled. */
export async function askImports(window: BrowserWindow, folder: boolean): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: folder ? 'Import a folder' : 'Import documents',
    buttonLabel: 'Import',
    properties: [folder ? 'openDirectory' : 'openFile', 'multiSelections'],
    ...(folder
      ? {}
      : {
          filters: [
            { name: 'Documents', extensions: [...importExtensions] },
            { name: 'All files', extensions: ['*'] },
          ],
        }),
  });
  return canceled ? [] : filePaths;
}

/** Asks where to save a report. */
export async function askReport(
  window: BrowserWindow,
  title: string,
  format: ReportFormat,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the report',
    buttonLabel: 'Export',
    defaultPath: join(app.getPath('documents'), `${fileNameFor(title)}.${format}`),
    filters: [{ name: formatNames[format], extensions: [format] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}

/** Tells of a refusal that no call of the page is waiting for. */
export function tellRefusal(window: BrowserWindow, message: string): void {
  void dialog.showMessageBox(window, { type: 'error', title: 'Wakhan', message });
}

/** A title as a file name that every system takes. */
function fileNameFor(title: string): string {
  const plain = title.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ');
  return (
    plain
      .trim()
      .slice(0, 80)
      .replace(/[. ]+$/, '') || 'Untitled'
  );
}
