import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slicesIn, type FontShelf, type FontSlice } from '#data/formats/report/html/fonts.ts';
import { programFolder } from '../version.ts';

/**
 * The fonts of the window, for reports: its style sheets say which file holds which letters. They lie in
 * the built program, in the package as well; where it was not built there are none.
 */
class WindowFonts implements FontShelf {
  readonly #read = new Map<string, string>();
  #slices: readonly FontSlice[] | undefined;

  get slices(): readonly FontSlice[] {
    this.#slices ??= styleSheets().flatMap(slicesIn);
    return this.#slices;
  }

  /** Keeps what it has read: a preview is made at every change. */
  read({ file }: FontSlice): string {
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(windowFolder(), file)).toString('base64');
    this.#read.set(file, bytes);
    return bytes;
  }
}

/** Fonts for every report of this process. */
export const reportFonts: FontShelf = new WindowFonts();

const windowFolder = (): string => join(programFolder() ?? '', 'renderer');

/** In the order of their names, so that the same program writes the same report. */
function styleSheets(): string[] {
  const folder = join(windowFolder(), 'assets');
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.css'));
    return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch {
    return []; // not built
  }
}
