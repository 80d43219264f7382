import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder that holds one of the words, as UTF-8, as UTF-16 or in its name. */
export function filesWith(folder: string, words: readonly string[]): string[] {
  const forms = words.flatMap((word) => [word, Buffer.from(word, 'utf16le').toString('latin1')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const text = readFileSync(path).toString('latin1') + path.slice(folder.length);
      return forms.some((form) => text.includes(form));
    });
}
