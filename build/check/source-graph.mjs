import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';

/** Rooms with sources. */
export const ROOMS = ['build', 'data', 'electron', 'renderer', 'tests'];

/**
 * Files of a room, as paths in the checkout.
 * @param {string} room
 * @param {RegExp} kind
 * @returns {string[]}
 */
export function filesOf(room, kind) {
  return readdirSync(join(projectRoot, room), { recursive: true, encoding: 'utf8' })
    .map((file) => join(room, file))
    .filter((file) => kind.test(file));
}

/**
 * Sources of a room, as paths in the checkout. Fixtures are no sources: nobody here wrote them.
 * @param {string} room
 * @param {RegExp} kind
 * @returns {string[]}
 */
export function sources(room, kind = /\.(ts|svelte)$/) {
  return filesOf(room, kind).filter((file) => !file.startsWith(join('tests', 'fixtures')));
}

/**
 * Every module named in an import, export-from, dynamic import or worker address of a file.
 * @param {string} file
 * @returns {string[]}
 */
export function imports(file) {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const found = text.matchAll(
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|new URL\(\s*['"]([^'"]+)['"],\s*import\.meta/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
}

/**
 * The file that an import leads to, as a path in the checkout; undefined for a package.
 * @param {string} file
 * @param {string} name
 * @returns {string | undefined}
 */
export function target(file, name) {
  const path = name.replace(/\?.*$/, '');
  if (path.startsWith('#data/')) return join('data', path.slice('#data/'.length));
  if (!path.startsWith('.')) return undefined;
  return relative(projectRoot, resolve(projectRoot, dirname(file), path));
}

/**
 * Sources and which of them each imports, types included.
 * @param {readonly string[]} files
 * @returns {Map<string, Set<string>>}
 */
export function fileGraph(files) {
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const led = imports(file).map((name) => target(file, name) ?? '');
      return [file, new Set(led.filter((to) => known.has(to)))];
    }),
  );
}

/**
 * The same between rooms of the house. Such a room is a folder without folders in it; files that lie
 * beside folders put these together, and each counts for itself.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} files
 * @returns {Map<string, Set<string>>}
 */
export function roomGraph(files) {
  const folders = new Set([...files.keys()].map((file) => dirname(file)));
  const isSplit = (/** @type {string} */ folder) =>
    [...folders].some((other) => other.startsWith(folder + sep));
  const roomOf = (/** @type {string} */ file) => (isSplit(dirname(file)) ? file : dirname(file));
  const rooms = new Map();
  for (const [file, led] of files) {
    const room = roomOf(file);
    const others = rooms.get(room) ?? new Set();
    rooms.set(room, others);
    for (const to of led) if (roomOf(to) !== room) others.add(roomOf(to));
  }
  return rooms;
}

/**
 * A file and all that it leads to.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph
 * @param {string} from
 * @returns {Set<string>}
 */
export function reach(graph, from) {
  const seen = new Set([from]);
  for (const name of seen) for (const next of graph.get(name) ?? []) seen.add(next);
  return seen;
}

/**
 * Groups that lead to themselves: strongly connected components of two and more (Tarjan 1972).
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph
 * @returns {string[][]}
 */
export function circles(graph) {
  const order = new Map();
  const lowest = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const found = [];
  const visit = (/** @type {string} */ name) => {
    order.set(name, order.size);
    lowest.set(name, order.get(name));
    open.push(name);
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(name, Math.min(lowest.get(name), lowest.get(next)));
    }
    if (lowest.get(name) !== order.get(name)) return;
    const circle = open.splice(open.indexOf(name));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return found;
}
