import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The line of text in the window of {@link bareApp}, as a selector. */
export const BARE_LINE = '#line';

/** Writes an app with a window and a line of text, and nothing else, into a new folder. */
export function bareApp(folder: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "main": "main.cjs" }');
  writeFileSync(join(folder, 'page.html'), '<!doctype html><p id="line">A bare window.</p>');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
     app.setPath('userData', process.env.WAKHAN_USER_DATA);
     app.whenReady().then(() => {
       const window = new BrowserWindow({ width: 1440, height: 900 });
       window.loadFile('page.html');
     });`,
  );
  return folder;
}
