import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every name below a folder with the SHA-256 of its bytes, its mode and the time of its last change. */
export function folderState(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      const about = lstatSync(path);
      const bytes = about.isFile() ? readFileSync(path) : '';
      const hash = createHash('sha256').update(bytes).digest('hex');
      return [name, `${hash} ${about.mode} ${about.isFile() ? about.mtimeMs : ''}`];
    }),
  );
}
