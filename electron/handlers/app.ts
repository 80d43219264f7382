import { app, clipboard } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppInfo } from '#data/api/app.ts';
import { followTheme } from '../window/window.ts';
import type { HandlerContext } from './context.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about the program itself. */
export function appHandlers({
  settings,
}: HandlerContext): HandlersOf<'app' | 'settings' | 'clipboard'> {
  return {
    'app.info': aboutProgram,
    'settings.get': () => settings.get(),
    'settings.set': async (patch) => {
      const all = await settings.set(patch);
      followTheme(all.theme);
      return all;
    },
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text);
      return null;
    },
  };
}

function aboutProgram(): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: process.platform,
    locale: app.getLocale(),
    fallbackRuntime: isFallback(),
  };
}

/** The fallback runtime starts programs by a default app of our own (build/setup/default-app). */
function isFallback(): boolean {
  try {
    const file = join(process.resourcesPath, 'default_app.asar', 'package.json');
    const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown };
    return name === 'wakhan-default-app';
  } catch {
    // A packaged program has no default app at all.
    return false;
  }
}
