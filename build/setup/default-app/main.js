/**
 * Stands in for Electron's own default app, which the fallback runtime lacks: loads the app folder
 * (or script) named on the command line, after the modules named with -r (Playwright passes one).
 * The awaits are at the top level on purpose: Electron then holds back `ready` until the app's
 * main module has run, as it does for a packaged app, and schemes can still be registered.
 */
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { modules, target } = readArguments(process.argv.slice(1));

for (const name of modules) require(resolve(name));
if (target === null) {
  process.stderr.write('electron: name the app folder to load\n');
  app.exit(1);
} else {
  try {
    await load(resolve(target));
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    app.exit(1);
  }
}

function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '-r' || args[index] === '--require') modules.push(args[(index += 1)]);
    else if (!args[index].startsWith('-')) return { modules, target: args[index] };
  }
  return { modules, target: null };
}

async function load(path) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const description = join(folder, 'package.json');
  const info = isFolder && existsSync(description) ? JSON.parse(readFileSync(description)) : {};
  if (info.version) app.setVersion(info.version);
  if (info.productName ?? info.name) app.setName(info.productName ?? info.name);
  app.setDesktopName(info.desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(folder);
  await import(pathToFileURL(isFolder ? join(path, info.main ?? 'index.js') : path).href);
}
