#!/usr/bin/env node
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { benchConfig } from './bundle/targets.mjs';
import { buildAll } from './build.mjs';
import { setup } from './setup.mjs';
import { needsDisplay, startDisplay } from './setup/display.mjs';
import { distFolder, isRoot, projectRoot, scratchFolder } from './setup/paths.mjs';
import { fail, say, SetupError } from './setup/progress.mjs';
import { run } from './setup/run.mjs';

/**
 * `npm run bench [name…]`: runs the benchmarks tests/bench/<name>.bench.ts one after the other, each
 * bundled to one script for plain Node with npm packages left outside. They print what they
 * measured and are no tests: nothing here passes or fails by time. The benches of one run share the
 * cases they generate, under node_modules/.cache; WAKHAN_BENCH_CASES names a folder that stays.
 */
const BENCHES = join(projectRoot, 'tests/bench');

try {
  await runBenches(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function runBenches(names) {
  const runtime = await setup();
  await buildAll();
  const display = needsDisplay() ? await startDisplay() : null;
  say(
    `measuring with Electron ${runtime.version} (${runtime.source}), Node ${process.versions.node}`,
  );
  const given = process.env.WAKHAN_BENCH_CASES;
  // Not the temporary folder: that may be in memory, where waiting for the disk costs nothing.
  const cases = given ?? join(scratchFolder, `bench-cases-${process.pid}`);
  const env = {
    ...process.env,
    ...display?.env,
    WAKHAN_BENCH_CASES: cases,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    WAKHAN_ELECTRON: runtime.path,
    WAKHAN_ROOT: projectRoot,
    WAKHAN_APP: process.env.WAKHAN_DIST ? distFolder : projectRoot,
    // Only root needs it; a benchmark adds it to Electron's arguments as it is.
    WAKHAN_SANDBOX_ARGUMENT: isRoot ? '--no-sandbox' : '',
  };
  try {
    for (const name of await chosen(names)) await runBench(name, env);
  } finally {
    await display?.stop();
    if (!given) await rm(cases, { recursive: true, force: true });
  }
}

async function chosen(names) {
  const files = await readdir(BENCHES).catch(() => []);
  const all = files.filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -9));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length === 0 && all.length > 0) return names.length === 0 ? all : names;
  throw new SetupError(`no such benchmark: ${unknown.join(', ')}; there are: ${all.join(', ')}`);
}

async function runBench(name, env) {
  const outDir = join(scratchFolder, 'bench', name);
  await mkdir(outDir, { recursive: true });
  const { build } = await import('vite');
  await build({ ...benchConfig(name, outDir), configFile: false, envDir: false, logLevel: 'warn' });
  console.log(`\n${name}`);
  const options = { cwd: projectRoot, env, stdio: ['ignore', 'inherit', 'inherit'] };
  const code = await run(process.execPath, ['--expose-gc', join(outDir, 'bench.js')], options);
  await rm(outDir, { recursive: true, force: true });
  if (code !== 0) throw new SetupError(`the benchmark ${name} stopped with ${code}`);
}
