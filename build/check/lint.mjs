import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';

const FORMATTED = ['{build,data,electron,renderer,tests}/**/*.{ts,js,mjs,svelte,css}'];

/** Lint rules and formatting over every room. `args` go to ESLint (`--fix`, a path). */
export async function lint({ args }) {
  const eslint = ['-c', 'build/eslint.config.js', '--max-warnings', '0', ...withDefaultPath(args)];
  const prettier = ['--check', '--log-level', 'warn', '--no-error-on-unmatched-pattern'];
  const rules = tool('eslint/bin/eslint.js', eslint);
  const format = tool('prettier/bin/prettier.cjs', [...prettier, ...FORMATTED]);
  return { ok: (await rules) === 0 && (await format) === 0 };
}

function withDefaultPath(args) {
  return args.some((arg) => !arg.startsWith('-')) ? args : [...args, '.'];
}

/** Runs a script of an npm package with our Node, in the checkout. */
function tool(script, args) {
  const command = [join(projectRoot, 'node_modules', script), ...args];
  return run(process.execPath, command, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
