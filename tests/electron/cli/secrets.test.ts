import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const room = join(import.meta.dirname, '../../../electron');

/**
 * Where no key ring runs, Electron's safeStorage “protects” with a password that everybody knows
 * (its backend is then called basic_text). Nothing of the program rests on it.
 */
test('no secret is given to safeStorage', () => {
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(30);
  const using = files.filter((name) =>
    readFileSync(join(room, name), 'utf8').includes('safeStorage'),
  );
  expect(using).toEqual([]);
});
