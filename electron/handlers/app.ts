import { app, clipboard } from 'electron';
import type { AppInfo } from '#data/api.ts';
import { devDependencies, version } from '../../package.json';
import { followTheme } from '../window.ts';
import type { Desk } from './desk.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Calls about the program itself. */
export function appHandlers({ settings }: Desk): HandlersOf<'app' | 'settings' | 'clipboard'> {
  return {
    'app.info': aboutProgram,
    'settings.get': () => settings.get(),
    'settings.set': async (patch) => {
      const all = await settings.set(patch);
      followTheme(all.theme);
      return all;
    },
    'clipboard.write': ({ text }) => {
      clipboard.writeText(text);
      return null;
    },
  };
}

function aboutProgram(): AppInfo {
  const { electron } = process.versions;
  const shipped = /\d+/.exec(devDependencies.electron)?.[0];
  return {
    version,
    electron,
    platform: process.platform,
    locale: app.getLocale(),
    fallbackRuntime: electron.split('.')[0] !== shipped,
  };
}
