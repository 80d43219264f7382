import { app, dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { rendererOf, type ReportFormat } from '#data/formats/report/renderers/registry.ts';
import { importRegistry } from './convert/registry.ts';
import {
  filePlace,
  needFile,
  outputPlace,
  refuseInsideCase,
  type OutputPlace,
} from './file-place.ts';

/** Ending of a case folder. */
const CASE_ENDING = '.case';
/** Ending of a case in one file. */
const ARCHIVE_ENDING = '.wakhan';
const archives = { name: 'Case in one file', extensions: ['wakhan'] };

/** Why a place for a case folder is asked for. */
type Purpose = 'create' | 'copy' | 'restore' | 'unpack';

const purposes: Readonly<Record<Purpose, { title: string; button: string }>> = {
  create: { title: 'New case', button: 'Create' },
  copy: { title: 'Save a copy of the case', button: 'Save the copy' },
  restore: { title: 'Restore the backup as a copy', button: 'Restore' },
  unpack: { title: 'Where the case is to be', button: 'Unpack' },
};

/**
 * Asks where to put a case. The folder must not exist; it gets the ending `.case`. Throws
 * `export-failed` for a place inside of another case.
 */
export async function askCaseFolder(
  window: BrowserWindow,
  purpose: Purpose,
  name: string,
): Promise<string | null> {
  const { title, button } = purposes[purpose];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    buttonLabel: button,
    nameFieldLabel: 'Case folder',
    defaultPath: join(app.getPath('documents'), `${fileNameFor(name)}${CASE_ENDING}`),
    properties: ['createDirectory'],
  });
  if (canceled || !filePath) return null;
  const folder = filePath.endsWith(CASE_ENDING) ? filePath : `${filePath}${CASE_ENDING}`;
  await refuseInsideCase(folder, 'put the case there');
  return folder;
}

/** Asks for the file to write a whole case into. Throws `export-failed` for a place that takes none. */
export async function askArchiveTarget(
  window: BrowserWindow,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the case as one file',
    buttonLabel: 'Export',
    defaultPath: join(app.getPath('documents'), `${fileNameFor(name)}${ARCHIVE_ENDING}`),
    filters: [archives],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  return (await filePlace(filePath, 'write the case')).path;
}

/** Asks for a case in one file. Throws `unsupported-format` for what is no file. */
export async function askArchive(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a case in one file',
    buttonLabel: 'Choose',
    properties: ['openFile'],
    filters: [archives, { name: 'All files', extensions: ['*'] }],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  await needFile(path, 'read the case in one file');
  return path;
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
            { name: 'Documents', extensions: [...importRegistry.extensions] },
            { name: 'All files', extensions: ['*'] },
          ],
        }),
  });
  return canceled ? [] : filePaths;
}

/** Asks where to save a report. Throws `export-failed` for a place that takes no report. */
export async function askReport(
  window: BrowserWindow,
  title: string,
  format: ReportFormat,
): Promise<OutputPlace | null> {
  const { kind, extension } = rendererOf(format);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the report',
    buttonLabel: 'Export',
    defaultPath: join(app.getPath('documents'), `${fileNameFor(title)}.${extension}`),
    filters: [{ name: kind, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : outputPlace(filePath, 'save the report');
}

/** Asks whether changes that could not be saved may be given up. Whoever hesitates keeps them. */
export async function askToLose(window: BrowserWindow, changes: number): Promise<boolean> {
  const what = changes === 1 ? 'One change is' : `${changes} changes are`;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Wakhan',
    message: `${what} not saved.`,
    detail:
      'The disk still does not take them; they are only in memory and go when the case closes. ' +
      'Everything before them is saved. Go back to save a copy of the case elsewhere.',
    buttons: ['Go back', 'Close without them'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** Asks whether a page whose process died twice is to be loaded once more; else the program ends. */
export async function askToRevive(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Wakhan',
    message: 'The page of the window stopped working.',
    detail: 'It was loaded anew and stopped again. Everything up to the last change is saved.',
    buttons: ['Load it again', 'Close Wakhan'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Tells of a refusal that no call of the page is waiting for. */
export function tellRefusal(window: BrowserWindow, message: string): void {
  void dialog.showMessageBox(window, { type: 'error', title: 'Wakhan', message });
}

/** A title as a file name that every system takes. */
function fileNameFor(title: string): string {
  const plain = title.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ');
  const letters = [...plain.trim().slice(0, 80)];
  const last = letters.findLastIndex((one) => one !== '.' && one !== ' ');
  return letters.slice(0, last + 1).join('') || 'Untitled';
}
