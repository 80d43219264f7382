import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The checkout. */
export const root = resolve(import.meta.dirname, '..');

/** Sources of a folder of the checkout, as paths in it. Fixtures are no sources: nobody here wrote them. */
export function sources(folder: string, kind = /\.(ts|svelte)$/): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => kind.test(file) && !file.startsWith(join('tests', 'fixtures')));
}

/** Every module named in an import, export-from, dynamic import or worker address of a file. */
export function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|[\s;}])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|new URL\(\s*['"]([^'"]+)['"],\s*import\.meta/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
}

/** The file that an import leads to, as a path in the checkout; undefined for a package. */
export function target(file: string, name: string): string | undefined {
  const path = name.replace(/\?.*$/, '');
  if (path.startsWith('#data/')) return join('data', path.slice('#data/'.length));
  if (!path.startsWith('.')) return undefined;
  return relative(root, resolve(root, dirname(file), path));
}

/** Who leads to whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The sources of these folders and which of them each imports, types included. */
export function fileGraph(folders: readonly string[]): Graph {
  const files = new Set(folders.flatMap((folder) => sources(folder)));
  return new Map(
    [...files].map((file) => {
      const led = imports(file).map((name) => target(file, name));
      return [file, new Set(led.filter((to) => to !== undefined && files.has(to)))] as [
        string,
        Set<string>,
      ];
    }),
  );
}

/**
 * The same between rooms. A room is a folder without folders in it; files that lie beside folders put
 * these together, and each counts for itself.
 */
export function roomGraph(files: Graph): Graph {
  const folders = new Set([...files.keys()].map(dirname));
  const isSplit = (folder: string) => [...folders].some((other) => other.startsWith(folder + sep));
  const roomOf = new Map(
    [...files.keys()].map((file) => [file, isSplit(dirname(file)) ? file : dirname(file)]),
  );
  const rooms = new Map<string, Set<string>>();
  for (const [file, led] of files) {
    const room = roomOf.get(file) ?? file;
    const others = rooms.get(room) ?? new Set();
    rooms.set(room, others);
    for (const to of led) if (roomOf.get(to) !== room) others.add(roomOf.get(to) ?? to);
  }
  return rooms;
}

/** Groups that lead to themselves: strongly connected components of two and more (Tarjan 1972). */
export function circles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const low = (name: string): number => lowest.get(name) ?? 0;
  const visit = (name: string): void => {
    order.set(name, order.size);
    lowest.set(name, order.size - 1);
    open.push(name);
    for (const next of graph.get(name) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(name, Math.min(low(name), low(next)));
    }
    if (low(name) !== order.get(name)) return;
    const circle = open.splice(open.indexOf(name));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const name of graph.keys()) if (!order.has(name)) visit(name);
  return found;
}
