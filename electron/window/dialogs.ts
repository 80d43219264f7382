import { app, dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { rendererOf, type ReportFormat } from '#data/formats/report/renderers/registry.ts';
import { say } from '#data/words/say.ts';
import { importRegistry } from '../convert/registry.ts';
import {
  filePlace,
  needFile,
  outputPlace,
  refuseInsideCase,
  type OutputPlace,
} from '../files/output-place.ts';

/** Ending of a case folder. */
const CASE_ENDING = '.case';
/** Ending of a case in one file. */
const ARCHIVE_ENDING = '.wakhan';
const archives = { name: say('desktop.caseInOneFile'), extensions: ['wakhan'] };

/** Why a place for a case folder is asked for. */
type Purpose = 'create' | 'copy' | 'restore' | 'unpack';

/**
 * Asks where to put a case. The folder must not exist; it gets the ending `.case`. Throws
 * `export-failed` for a place inside of another case.
 */
export async function askCaseFolder(
  window: BrowserWindow,
  purpose: Purpose,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say(`desktop.${purpose}`),
    buttonLabel: say(`desktop.${purpose}Button`),
    nameFieldLabel: say('desktop.caseFolder'),
    defaultPath: join(app.getPath('documents'), `${fileNameFor(name)}${CASE_ENDING}`),
    properties: ['createDirectory'],
  });
  if (canceled || !filePath) return null;
  const folder = filePath.endsWith(CASE_ENDING) ? filePath : `${filePath}${CASE_ENDING}`;
  await refuseInsideCase(folder, say('doing.putThere'));
  return folder;
}

/** Asks for the file to write a whole case into. Throws `export-failed` for a place that takes none. */
export async function askArchiveTarget(
  window: BrowserWindow,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('desktop.exportCase'),
    buttonLabel: say('desktop.exportButton'),
    defaultPath: join(app.getPath('documents'), `${fileNameFor(name)}${ARCHIVE_ENDING}`),
    filters: [archives],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  return (await filePlace(filePath, say('doing.writeCase'))).path;
}

/** Asks for a case in one file. Throws `unsupported-format` for what is no file. */
export async function askArchive(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('desktop.openCaseFile'),
    buttonLabel: say('desktop.chooseButton'),
    properties: ['openFile'],
    filters: [archives, { name: say('desktop.allFiles'), extensions: ['*'] }],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  await needFile(path, say('doing.readCaseFile'));
  return path;
}

/** Asks for the folder of a case. */
export async function askCase(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('desktop.openCase'),
    buttonLabel: say('desktop.openButton'),
    properties: ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for files, or for folders whose files are meant; an empty list when cancelled. */
export async function askImports(window: BrowserWindow, folder: boolean): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(folder ? 'desktop.importFolder' : 'desktop.importDocuments'),
    buttonLabel: say('desktop.importButton'),
    properties: [folder ? 'openDirectory' : 'openFile', 'multiSelections'],
    ...(folder
      ? {}
      : {
          filters: [
            { name: say('desktop.documents'), extensions: [...importRegistry.extensions] },
            { name: say('desktop.allFiles'), extensions: ['*'] },
          ],
        }),
  });
  return canceled ? [] : filePaths;
}

/** Asks for a file with what is known of a language for reading pictures; null when cancelled. */
export async function askLanguage(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('ocr.chooseLanguage'),
    buttonLabel: say('ocr.chooseButton'),
    properties: ['openFile'],
    filters: [
      { name: say('ocr.languageFiles'), extensions: ['traineddata', 'gz'] },
      { name: say('desktop.allFiles'), extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for the file that is the new version of a document with this title; null when cancelled. */
export async function askVersion(window: BrowserWindow, title: string): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('desktop.newVersion', { title }),
    buttonLabel: say('desktop.importButton'),
    properties: ['openFile'],
    filters: [
      { name: say('desktop.documents'), extensions: [...importRegistry.extensions] },
      { name: say('desktop.allFiles'), extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for the folder whose new files are to be imported; null when cancelled. */
export async function askWatchedFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('desktop.watchFolder'),
    buttonLabel: say('desktop.watchButton'),
    properties: ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/**
 * Asks where to write the original of a document, called `name`. Throws `export-failed` for a place that takes
 * none.
 */
export async function askOriginal(
  window: BrowserWindow,
  name: string,
): Promise<OutputPlace | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('desktop.saveOriginal'),
    buttonLabel: say('desktop.saveButton'),
    defaultPath: join(app.getPath('documents'), fileNameFor(name)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : outputPlace(filePath, say('doing.saveOriginal'));
}

/** Asks where to save a report. Throws `export-failed` for a place that takes no report. */
export async function askReport(
  window: BrowserWindow,
  title: string,
  format: ReportFormat,
): Promise<OutputPlace | null> {
  const { kind, extension } = rendererOf(format);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('desktop.exportReport'),
    buttonLabel: say('desktop.exportButton'),
    defaultPath: join(app.getPath('documents'), `${fileNameFor(title)}.${extension}`),
    filters: [{ name: kind, extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : outputPlace(filePath, say('doing.saveReport'));
}

/** Asks whether changes that could not be saved may be given up. Whoever hesitates keeps them. */
export async function askToLose(window: BrowserWindow, changes: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Wakhan',
    message: say('desktop.notSaved', { count: changes }),
    detail: say('desktop.notSavedDetail'),
    buttons: [say('desktop.goBack'), say('desktop.closeWithout')],
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
    message: say('desktop.pageStopped'),
    detail: say('desktop.pageStoppedDetail'),
    buttons: [say('desktop.loadAgain'), say('desktop.closeProgram')],
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
  return letters.slice(0, last + 1).join('') || say('model.untitled');
}
