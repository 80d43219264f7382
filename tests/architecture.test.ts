import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Which rooms a room may import from, beside itself, and which packages. */
const rooms = {
  data: { rooms: ['data'], packages: ['zod', 'parse5', 'd3-force', 'intl-messageformat'] },
  electron: { rooms: ['electron', 'data'], packages: null },
  renderer: { rooms: ['renderer', 'data'], packages: null },
} as const;

const forbiddenInRenderer = /^(node:|electron$|lowdb|fs$|path$)/;

function sources(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .map((file) => join(root, room, file));
}

/** Every module named in an import, export-from, dynamic import or worker address of a file. */
function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|new URL\(\s*['"]([^'"]+)['"],\s*import\.meta/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
}

/** The room an import leads to, or undefined for a package. */
function target(file: string, name: string): string | undefined {
  if (name.startsWith('#data/')) return 'data';
  if (!name.startsWith('.')) return undefined;
  return relative(root, resolve(dirname(file), name)).split(sep)[0];
}

describe.each(Object.entries(rooms))('%s', (room, allowed) => {
  const edges = sources(room).flatMap((file) =>
    imports(file).map((name) => ({ file: relative(root, file), name, to: target(file, name) })),
  );

  test('is looked at', () => {
    expect(edges.length).toBeGreaterThan(20);
  });

  test('imports only from the rooms below it', () => {
    const strays = edges.filter(
      ({ to }) => to && !(allowed.rooms as readonly string[]).includes(to),
    );
    expect(strays).toEqual([]);
  });

  test('reaches data through its alias only', () => {
    const strays = edges.filter(
      ({ name, to }) => room !== 'data' && to === 'data' && !name.startsWith('#data/'),
    );
    expect(strays).toEqual([]);
  });

  test('uses only its packages', () => {
    const { packages } = allowed;
    const strays = edges.filter(({ name, to }) => {
      if (to) return false;
      if (packages) return !(packages as readonly string[]).includes(name);
      return room === 'renderer' && forbiddenInRenderer.test(name);
    });
    expect(strays).toEqual([]);
  });
});

test('the top level holds what it should and nothing else', () => {
  const known = ['build', 'data', 'electron', 'renderer', 'tests'];
  const generated = ['node_modules', 'dist', 'release', 'coverage', 'test-results'];
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !generated.includes(name));
  expect(folders.sort()).toEqual(known);
});
