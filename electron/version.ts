import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the program's own package.json says that is needed at run time. */
interface Manifest {
  name?: unknown;
  version?: unknown;
}

/** Folder of the program as Electron starts it: the nearest one above that is called wakhan. */
export function programFolder(): string | undefined {
  return findProgram()?.folder;
}

/** Version of the program. */
export function programVersion(): string {
  const version = findProgram()?.manifest.version;
  return typeof version === 'string' ? version : 'unknown';
}

function findProgram(): { folder: string; manifest: Manifest } | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
      if (manifest.name === 'wakhan') return { folder, manifest };
    }
    if (dirname(folder) === folder) return undefined;
  }
}
