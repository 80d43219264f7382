import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  circles,
  fileGraph,
  imports,
  reach,
  roomGraph,
  ROOMS,
  sources,
  target,
} from '../build/check/source-graph.mjs';

const root = join(import.meta.dirname, '..');

/** Which rooms a room may import from, beside itself, and which packages. */
const walls = {
  data: {
    rooms: ['data'],
    packages: [
      ...['zod', 'parse5', 'd3-force', 'intl-messageformat', 'franc', 'saxes'],
      ...['edtf', 'file-type/core', 'micromark', 'micromark-extension-gfm-footnote'],
      ...[
        'micromark-extension-gfm-strikethrough',
        'micromark-extension-gfm-table',
        'approx-string-match',
      ],
    ],
  },
  electron: { rooms: ['electron', 'data'], packages: null },
  renderer: { rooms: ['renderer', 'data'], packages: null },
} as const;

const forbiddenInRenderer = /^(node:|electron$|lowdb|fs$|path$)/;

describe.each(Object.entries(walls))('%s', (room, allowed) => {
  const edges = sources(room).flatMap((file) =>
    imports(file).map((name) => ({ file, name, to: target(file, name)?.split('/')[0] })),
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

describe('no circle', () => {
  test('is overlooked', () => {
    const graph = (pairs: Record<string, string[]>) =>
      new Map(Object.entries(pairs).map(([from, to]) => [from, new Set(to)]));
    const led = graph({ a: ['b'], b: ['c'], c: ['b'], d: ['a'] });
    expect(circles(led)).toEqual([['b', 'c']]);
    expect([...reach(led, 'a')]).toEqual(['a', 'b', 'c']);
    const files = graph({ 'x/a.ts': ['y/b.ts'], 'y/b.ts': [], 'y/c.ts': ['x/a.ts'] });
    expect(circles(files)).toEqual([]);
    expect(circles(roomGraph(files))).toEqual([['x', 'y']]);
  });

  const files = fileGraph(ROOMS.flatMap((room) => sources(room, /\.(ts|mjs|js|svelte)$/)));

  test('of files, types included', () => {
    expect(circles(files)).toEqual([]);
  });

  test('of rooms', () => {
    const program = new Map([...files].filter(([file]) => !/^(tests|build)\//.test(file)));
    expect(circles(roomGraph(program))).toEqual([]);
  });
});

/** Folders whose README has a table of parts, with a line for everything in them. */
const told = ['data', 'electron', 'electron/storage', 'renderer', 'build', 'tests'];

test.each(told)('the README of %s says what each part of it is', (folder) => {
  const lines = readFileSync(join(root, folder, 'README.md'), 'utf8').split('\n');
  const table = lines.slice(lines.findIndex((line) => line.startsWith('| part ')) + 2);
  const rows = table.slice(
    0,
    table.findIndex((line) => !line.startsWith('|')),
  );
  const names = rows.flatMap((row) => {
    const [, first = ''] = /^\| (`[^|]+?) +\| \S[^|]*\|/.exec(row) ?? [];
    return [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  });
  const parts = readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => name !== 'README.md')
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  expect(names.sort()).toEqual(parts.sort());
});

describe('texts about the code', () => {
  const inRoom = (room: string) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(room, file),
    );
  const files = [...readdirSync(root), ...ROOMS.flatMap(inRoom)];
  const texts = files.filter((file) => file.endsWith('.md'));
  /** A file of code, or a path that begins with a room; not one with `<name>` or `*` in it. */
  const named =
    /^(?=.*\.(?:ts|mjs|js|svelte|css)$|(?:build|data|electron|renderer|tests)\/)\w[\w./-]*$/;

  test.each(texts)('%s names only files that are there', (text) => {
    const words = [...readFileSync(join(root, text), 'utf8').matchAll(/`([^`\n]+)`/g)];
    const names = words.map(([, name = '']) => name).filter((name) => named.test(name));
    const isThere = (name: string) =>
      files.some((file) => `/${file}`.endsWith(`/${name.replace(/\/$/, '')}`));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });

  test.each(texts)('%s links to what is there', (text) => {
    const links = [...readFileSync(join(root, text), 'utf8').matchAll(/\]\(([^)#:@]+)\)/g)];
    const targets = links.map(([, link = '']) => join(root, dirname(text), link));
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });
});

test('no file is longer than can be read at one sitting', () => {
  const files = ROOMS.flatMap((room) => sources(room, /\.(ts|mjs|js|svelte|css)$/));
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const long = files.map((file) => ({ file, lines: lines(file).length }));
  expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
});

test('menus and comboboxes are made in one place', () => {
  const users = sources('renderer').filter((file) => imports(file).includes('bits-ui'));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => dirname(file) !== join('renderer', 'ui'))).toEqual([]);
});

test('the top level holds what it should and nothing else', () => {
  const generated = ['node_modules', 'dist', 'release', 'coverage', 'test-results'];
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !generated.includes(name));
  expect(folders.sort()).toEqual(ROOMS);
});
