import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';
import { run } from '../setup/run.mjs';
import { Passed } from './passed.mjs';
import { fileGraph, reach, ROOMS, sources } from './source-graph.mjs';

/** What makes the frozen cases lies among the fixtures. */
const FROZEN = ['tests/fixtures/cases/freeze.ts', 'tests/fixtures/cases/vitest.config.ts'];
const LINTED = /\.(ts|mjs|js|svelte)$/;
const FORMATTED = /\.(ts|mjs|js|svelte|css)$/;

/**
 * Lint rules and formatting over every room. Rules that know types look at a file and all that it imports:
 * a file is passed over when it passed with all these as they are now. `args` go to ESLint (`--fix`, a
 * path), and then it passes nothing over.
 */
export async function lint({ args }) {
  const rules = args.length > 0 ? eslint(args) : checked('lint', ruled(), eslint);
  const format = checked('format', formatted(), prettier);
  return { ok: (await rules) && (await format) };
}

/** Each file with what its rules look at. */
function ruled() {
  const files = [...ROOMS.flatMap((room) => sources(room, LINTED)), ...FROZEN];
  const graph = fileGraph(files);
  return new Map(files.map((file) => [file, [file, ...[...reach(graph, file)].sort()]]));
}

function formatted() {
  return new Map(ROOMS.flatMap((room) => sources(room, FORMATTED)).map((file) => [file, [file]]));
}

/** Checks those of `looks` (a file, and what is looked at for it) that did not pass before. */
async function checked(check, looks, work) {
  const passed = new Passed(check);
  const files = [...looks.keys()].filter((file) => !passed.has(looks.get(file)));
  if (looks.size > files.length) say(`${check}: ${looks.size - files.length} files as they passed`);
  if (files.length === 0) return true;
  const ok = await work(files);
  if (!ok) return false;
  for (const file of files) passed.add(looks.get(file));
  await passed.save();
  return true;
}

function eslint(args) {
  const options = ['-c', 'build/eslint.config.js', '--max-warnings', '0', '--no-warn-ignored'];
  return tool('eslint/bin/eslint.js', [...options, ...withDefaultPath(args)]);
}

function withDefaultPath(args) {
  return args.some((arg) => !arg.startsWith('-')) ? args : [...args, '.'];
}

function prettier(files) {
  const options = ['--check', '--log-level', 'warn', '--no-error-on-unmatched-pattern'];
  return tool('prettier/bin/prettier.cjs', [...options, ...files]);
}

/** Runs a script of an npm package with our Node, in the checkout; answers whether it was content. */
async function tool(script, args) {
  const command = [join(projectRoot, 'node_modules', script), ...args];
  const stdio = ['ignore', 'inherit', 'inherit'];
  return (await run(process.execPath, command, { cwd: projectRoot, stdio })) === 0;
}
