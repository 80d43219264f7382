import type { Low } from 'lowdb';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Settings } from '#data/api/app.ts';
import type { Log } from '../log.ts';
import { userFile } from './user-file.ts';

/** Any part of the settings. */
export type SettingsPatch = { [K in keyof Settings]?: Settings[K] };

/** What the person chose, kept in the user-data folder for all cases. */
export class SettingsFile {
  readonly #file: Low<Settings>;

  private constructor(file: Low<Settings>) {
    this.#file = file;
  }

  /** Reads the settings; what is not there or cannot be read has its first value. */
  static async open(folder: string, log: Log): Promise<SettingsFile> {
    const first: Settings = {
      theme: 'system',
      readerSize: 18,
      author: loginName(),
      reducedMotion: false,
    };
    return new SettingsFile(await userFile(join(folder, 'settings.json'), Settings, first, log));
  }

  get(): Settings {
    return this.#file.data;
  }

  /** Changes some settings and answers all of them once they are kept. */
  async set(patch: SettingsPatch): Promise<Settings> {
    this.#file.data = { ...this.#file.data, ...patch };
    await this.#file.write();
    return this.#file.data;
  }
}

/** The author of edits until the person says otherwise. A user may have no name (containers). */
function loginName(): string {
  try {
    return userInfo().username.trim().slice(0, 100) || 'analyst';
  } catch {
    return 'analyst';
  }
}
