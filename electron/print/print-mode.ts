import { app } from 'electron';
import { rmSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { fileLog } from '../log.ts';
import { Pages } from '../security/pages.ts';
import { readRequest, writeAnswer } from './print-wire.ts';
import { printToPdf } from './print.ts';
import { registerAppScheme } from '../security/protocol.ts';
import { secureApp } from '../security/security.ts';

/**
 * Prints one page and ends, beside a program that may be running: the page comes on stdin, the PDF goes
 * to stdout, and Chromium has `userData` for itself. Whoever started this removes that folder; when it is
 * gone before the end, which is seen by the end of stdin, nobody would, so it is done here.
 */
export function startPrinting(
  userData: string,
  input: Readable = process.stdin,
  output: Writable = process.stdout,
): void {
  app.setPath('userData', userData);
  app.disableHardwareAcceleration();
  registerAppScheme();
  secureApp(fileLog(userData));
  const orphaned = (): void => {
    rmSync(userData, { recursive: true, force: true });
    app.exit(1);
  };
  // Nobody is there to close the dialog that Electron would show.
  process.on('uncaughtException', orphaned);
  output.on('error', orphaned);
  const asked = readRequest(input);
  void app.whenReady().then(async () => {
    try {
      const page = await asked;
      input.once('close', orphaned).resume();
      const pdf = await printToPdf(page, new Pages());
      input.off('close', orphaned);
      await writeAnswer(output, pdf);
      app.quit();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      app.exit(1);
    }
  });
  asked.catch(() => undefined); // heard where it is awaited
}
