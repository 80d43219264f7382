import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programFolder } from '../version.ts';

/**
 * The bundle of background/worker.ts: it lies beside the command line's own, one folder up from its chunks.
 * Code that runs as it was written (in tests) takes that of the last build.
 */
export function workerScript(): string {
  const here = import.meta.dirname;
  const built = join(programFolder() ?? here, 'dist', 'cli');
  const places = [here, dirname(here), built].map((folder) => join(folder, 'worker.js'));
  return places.find((path) => existsSync(path)) ?? join(built, 'worker.js');
}
