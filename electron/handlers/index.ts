import type { Handlers } from '../ipc/ipc.ts';
import { appHandlers } from './app.ts';
import { backupHandlers } from './backup.ts';
import { caseHandlers } from './case.ts';
import type { HandlerContext } from './context.ts';
import { documentHandlers } from './document.ts';
import { importHandlers } from './import.ts';
import { jobHandlers } from './job.ts';
import { ocrHandlers } from './ocr.ts';
import { kinHandlers } from './kin.ts';
import { originalHandlers } from './original.ts';
import { pageHandlers } from './page.ts';
import { reportHandlers } from './report.ts';
import { versionHandlers } from './version.ts';
import { writtenHandlers } from './written.ts';

/** The table of everything the window can ask for; complete, or it does not compile. */
export function handlersOf(context: HandlerContext): Handlers {
  return {
    ...appHandlers(context),
    ...backupHandlers(context),
    ...caseHandlers(context),
    ...documentHandlers(context),
    ...originalHandlers(context),
    ...importHandlers(context),
    ...jobHandlers(context),
    ...pageHandlers(context),
    ...ocrHandlers(context),
    ...kinHandlers(context),
    ...reportHandlers(context),
    ...versionHandlers(context),
    ...writtenHandlers(context),
  };
}
