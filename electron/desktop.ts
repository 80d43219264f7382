import { app, Menu, type BrowserWindow } from 'electron';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, asAppError } from '#data/errors.ts';
import { CaseWork } from './background/case-work.ts';
import { launchUtility } from './background/launch-utility.ts';
import { CaseSession } from './session/case-session.ts';
import { CaseViews } from './session/case-views.ts';
import { announceClosing } from './window/closing.ts';
import { Converter } from './import/converter.ts';
import { askToLose, tellRefusal } from './window/dialogs.ts';
import type { HandlerContext } from './handlers/context.ts';
import { handlersOf } from './handlers/index.ts';
import { answerCalls, sender } from './ipc/ipc.ts';
import { AutoBackup } from './jobs/auto-backup.ts';
import { bringUpDerived } from './jobs/bring-up.ts';
import { ImportJobs } from './jobs/import-jobs.ts';
import { KinSearch } from './jobs/kin-search.ts';
import { Rereading } from './jobs/rereading.ts';
import { VersionJobs } from './jobs/version-jobs.ts';
import { Watching } from './jobs/watching.ts';
import { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import { buildMenu, type MenuActions } from './window/menu.ts';
import { Pages } from './security/pages.ts';
import { FolderKeys } from './session/folder-keys.ts';
import { pressKeys } from './window/press-keys.ts';
import { serveApp } from './security/protocol.ts';
import { Reanchoring } from './versions/reanchoring.ts';
import { OwnLanguages } from './user-data/own-languages.ts';
import { RecentCases } from './user-data/recent-cases.ts';
import { ReportMaker } from './report/report-maker.ts';
import { ensureSample, samplePath } from './session/sample-case.ts';
import { SettingsFile } from './user-data/settings.ts';
import { sweepUserFolder } from './user-data/user-folder.ts';
import { ViewFiles } from './user-data/view-files.ts';
import { WrittenFiles } from './files/written-files.ts';
import {
  createWindow,
  windowSession,
  focusWindow,
  followTheme,
  keepPlace,
  loadPage,
  openPlace,
  reviveWhenGone,
  type PlaceFile,
} from './window/window.ts';

/** What main.ts knows before the program is ready. */
export interface Start {
  /** Folder of the bundles. */
  dist: string;
  log: Log;
  /** Case to open, if one was named. */
  casePath: string | undefined;
  files: UserFiles;
}

/** What is kept per user. */
interface UserFiles {
  /** The user's own folder, without links. */
  folder: string;
  settings: SettingsFile;
  recent: RecentCases;
  place: PlaceFile;
}

/** Reads what is kept per user; the program need not be ready. */
export async function readUserFiles(userData: string, log: Log): Promise<UserFiles> {
  const folder = await realpath(userData);
  await sweepUserFolder(folder);
  const [settings, recent, place] = await Promise.all([
    SettingsFile.open(folder, log),
    RecentCases.open(folder, samplePath(folder), log),
    openPlace(folder, log),
  ]);
  return { folder, settings, recent, place };
}

/**
 * Puts the desktop together. Order of the start: files of the user, the interface's address, the
 * answers to calls, the window at once, and only then the first case. The end is the same order
 * backwards: the page keeps its view, jobs stop, the case closes, the window goes. Throws what keeps the
 * window from working; the case is closed then.
 */
export async function startDesktop({ dist, log, casePath, files }: Start): Promise<void> {
  const { folder: userData, settings, recent, place } = files;
  const sample = samplePath(userData);
  followTheme(settings.get().theme);
  const pages = new Pages();
  serveApp(windowSession(), dist, pages);

  const ours = () => (window.isDestroyed() ? undefined : window.webContents);
  const send = sender(ours);
  const jobs: Jobs = new Jobs(send, log, () => cases.session);
  const backups = new AutoBackup(jobs);
  const folderKeys = new FolderKeys();
  const worker = join(dist, 'main', 'worker.js');
  const converter = new Converter(launchUtility(worker, 'Wakhan import'));
  const reanchoring = new Reanchoring(launchUtility(worker, 'Wakhan versions'));
  const work = new CaseWork(launchUtility(worker, 'Wakhan case'));
  const reports = new ReportMaker(launchUtility(worker, 'Wakhan report'), converter);
  const onTrouble = (error: unknown) => log.error('case', error);
  const kin = new KinSearch({
    launch: launchUtility(worker, 'Wakhan search'),
    send,
    session: () => cases.session,
    onTrouble,
  });
  const viewFiles = new ViewFiles(userData, log);
  const cases: CaseSession = new CaseSession({
    views: new CaseViews(viewFiles, onTrouble),
    send,
    work,
    author: () => settings.get().author,
    prepare: async (path) => {
      if (path === sample) await ensureSample(sample);
    },
    keyFor: (path) => folderKeys.keyFor(path),
    onCase: async (path, title) => {
      showTitle(window, title);
      await recent.remember(path, title);
    },
    onOpened: (store, path) => {
      backups.watch(store, path);
      bringUpDerived(jobs, store);
      kin.opened(store, path);
      void watching.opened(store).catch(onTrouble);
    },
    onNoCase: () => {
      backups.stop();
      pages.preview = undefined;
      showTitle(window);
    },
    onTrouble,
    mayLose: (changes) => askToLose(window, changes),
    beforeClose: async () => {
      await watching.closed();
      await kin.closed();
      await jobs.stopAll();
      imports.clear();
      reports.stop();
      reanchoring.stop();
      work.stop();
    },
  });
  const imports = new ImportJobs(cases, jobs, converter, send);
  const rereading = new Rereading({ cases, converter, imports, reanchoring });
  const versions = new VersionJobs({ cases, jobs, converter, reanchoring });
  const by = (method: string) => ({ method, collector: settings.get().author });
  const watching = new Watching({
    keep: new CaseViews(viewFiles, onTrouble, ' watched'),
    send,
    session: () => cases.session,
    bring: (paths) => imports.start(paths, by('watched folder'), true),
    onTrouble,
  });

  const window = createWindow(place.data, join(dist, 'preload', 'preload.cjs'));
  const generator = `Wakhan ${app.getVersion()}`;
  const context: HandlerContext = {
    window,
    cases,
    converter,
    imports,
    rereading,
    languages: new OwnLanguages(userData),
    versions,
    watching,
    jobs,
    kin,
    reports,
    work,
    recent,
    folderKeys,
    settings,
    pages,
    written: new WrittenFiles(),
    generator,
  };
  const importDropped = (paths: string[]) => imports.start(paths, by('drag and drop'));
  const asked = new Promise<void>((heard) =>
    answerCalls({
      ours,
      heard,
      session: () => cases.session,
      handlers: handlersOf(context),
      importPaths: importDropped,
      log,
    }),
  );
  const actions: MenuActions = {
    run: (id) => send('command', { id }),
    press: (keys) => pressKeys(window.webContents, keys),
  };
  Menu.setApplicationMenu(buildMenu(actions, !app.isPackaged));

  reviveWhenGone(window, log);
  onSecondStart(window, cases);
  onClose(window, log, async () => {
    await announceClosing(window, send);
    await cases.closeAny();
    await jobs.stopAll();
    converter.stop();
    reanchoring.stop();
    work.stop();
    await keepPlace(window, place);
  });
  try {
    await Promise.all([loadPage(window, asked), cases.start(casePath ?? recent.last() ?? sample)]);
  } catch (error) {
    await cases.closeAny().catch((thrown: unknown) => log.error('closing', thrown));
    throw error;
  }
}

function showTitle(window: BrowserWindow, title?: string): void {
  if (!window.isDestroyed()) window.setTitle(title === undefined ? 'Wakhan' : `${title} – Wakhan`);
}

/** A second start of the program brings the window forward, with the case it was started for. */
function onSecondStart(window: BrowserWindow, cases: CaseSession): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    focusWindow(window);
    const { casePath } = data as { casePath: string | null };
    if (casePath === null) return;
    // The page asks for the open case when it starts: it is loaded anew with the other case.
    const show = () => window.webContents.reload();
    const refuse = (error: unknown) => tellRefusal(window, asAppError(error).message);
    cases.open(casePath).then(show, refuse);
  });
}

/**
 * Holds the window open until the work of closing is done, once; then the program ends. It stays
 * open when the person does not want to lose what could not be saved.
 */
function onClose(window: BrowserWindow, log: Log, shutDown: () => Promise<void>): void {
  let closing: Promise<void> | undefined;
  window.on('close', (event) => {
    event.preventDefault();
    closing ??= shutDown().then(
      () => window.destroy(),
      (error: unknown) => {
        closing = undefined;
        if (error instanceof AppError && error.code === 'cancelled') return;
        log.error('closing', error);
        window.destroy();
      },
    );
  });
  app.on('window-all-closed', () => app.quit());
}
