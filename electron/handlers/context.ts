import type { BrowserWindow } from 'electron';
import type { CaseSession } from '../session/case-session.ts';
import type { Rereading } from '../jobs/rereading.ts';
import type { VersionJobs } from '../jobs/version-jobs.ts';
import type { Watching } from '../jobs/watching.ts';
import type { KinSearch } from '../jobs/kin-search.ts';
import type { Converter } from '../import/converter.ts';
import type { ImportJobs } from '../jobs/import-jobs.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Pages } from '../security/pages.ts';
import type { FolderKeys } from '../session/folder-keys.ts';
import type { ReportMaker } from '../report/report-maker.ts';
import type { OwnLanguages } from '../user-data/own-languages.ts';
import type { RecentCases } from '../user-data/recent-cases.ts';
import type { SettingsFile } from '../user-data/settings.ts';
import type { StoreWork } from '../storage/store-work.ts';
import type { WrittenFiles } from '../files/written-files.ts';

/** Everything the handlers work with, put together in main.ts. */
export interface HandlerContext {
  /** The one window; dialogs belong to it. */
  readonly window: BrowserWindow;
  readonly cases: CaseSession;
  /** Reads foreign files, and writes into them, in processes of their own. */
  readonly converter: Converter;
  readonly imports: ImportJobs;
  readonly rereading: Rereading;
  readonly languages: OwnLanguages;
  readonly versions: VersionJobs;
  readonly watching: Watching;
  readonly jobs: Jobs;
  readonly kin: KinSearch;
  readonly reports: ReportMaker;
  /** Does long work on cases beside the program. */
  readonly work: StoreWork;
  readonly recent: RecentCases;
  /** Cases that are not in the list of recent ones yet. */
  readonly folderKeys: FolderKeys;
  readonly settings: SettingsFile;
  readonly pages: Pages;
  readonly written: WrittenFiles;
  /** Name and version of the program, as reports give it. */
  readonly generator: string;
}
