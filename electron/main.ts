import { app } from 'electron';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandNames } from './cli/command-names.ts';
import { startCommand } from './command-mode.ts';
import { readUserFiles, startDesktop } from './desktop.ts';
import { ownArguments, readLaunch } from './launch.ts';
import { fileLog } from './log.ts';
import { startPrinting } from './print/print-mode.ts';
import { registerAppScheme } from './security/protocol.ts';
import { secureApp } from './security/security.ts';
import { endStart } from './start-failure.ts';
import { needOther, needUserFolder } from './user-data/user-folder.ts';

/** The bundles lie side by side: dist/main (this file), dist/preload, dist/renderer. */
const dist = dirname(dirname(fileURLToPath(import.meta.url)));

const launch = readLaunch(
  ownArguments(process.argv, process.defaultApp === true),
  commandNames,
  process.cwd(),
);

// Nothing may be awaited here but the command line: Electron is ready only after this module.
if (launch.mode === 'command') await startCommand(launch.args, dist);
else if (launch.mode === 'print') startPrinting(launch.userData);
else {
  try {
    startWindow(launch.casePath);
  } catch (error) {
    void endStart(error);
  }
}

/** Opens the window, or hands over to the program that runs already with the same user data. */
function startWindow(casePath: string | undefined): void {
  const given = process.env.WAKHAN_USER_DATA;
  if (given) app.setPath('userData', resolve(given));
  const userData = app.getPath('userData');
  needUserFolder(userData);
  if (!app.requestSingleInstanceLock({ casePath: casePath ?? null })) {
    needOther(userData);
    app.exit(0);
    return;
  }
  const log = fileLog(join(userData, 'logs'));
  process.on('uncaughtExceptionMonitor', (error) => log.error('main', error));
  process.on('unhandledRejection', (error) => log.error('main', error));
  registerAppScheme();
  secureApp(log);
  // Read while Electron gets ready: the window waits for them.
  const files = readUserFiles(userData, log);
  Promise.all([files, app.whenReady()])
    .then(([files]) => startDesktop({ dist, log, casePath, files }))
    .catch(endStart);
}
