import { app, dialog } from 'electron';
import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';

/**
 * Milliseconds after which the program ends also when nobody closes the dialog: started by a script or on
 * a screen that nobody looks at, it must not stay for ever. The next start tells the same.
 */
const PATIENCE = 20_000;

let isTelling = false;

/** Says in a dialog and on stderr why the program cannot start, and ends it with exit code 1. */
export async function endStart(error: unknown): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  process.stderr.write(`wakhan: ${wordsOf(error)}\n`);
  if (!(error instanceof AppError) && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  const end = setTimeout(() => app.exit(1), PATIENCE);
  await app.whenReady();
  await dialog.showMessageBox({
    type: 'error',
    title: 'Wakhan',
    message: say('desktop.cannotStart'),
    detail: wordsOf(error),
    buttons: [say('desktop.close')],
  });
  clearTimeout(end);
  app.exit(1);
}

function wordsOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  return say('desktop.unexpected', { text });
}
