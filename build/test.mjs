#!/usr/bin/env node
import { app } from './check/app.mjs';
import { faults } from './check/faults.mjs';
import { lint } from './check/lint.mjs';
import { types } from './check/types.mjs';
import { unused } from './check/unused.mjs';
import { unit } from './check/unit.mjs';
import { buildAll } from './build.mjs';
import { setup } from './setup.mjs';
import { fail, say, SetupError } from './setup/progress.mjs';

/**
 * `npm test`: every stage, also after one failed, so that one run tells all. With a stage's name,
 * that one only; what follows the name goes to its tool.
 */
const STAGES = {
  lint: { title: 'lint', run: lint },
  types: { title: 'types', run: types },
  unused: { title: 'what nobody uses', run: unused },
  unit: { title: 'unit tests', run: unit },
  app: { title: 'end-to-end tests', run: app },
};
/** Stages that run only when they are named. */
const ON_DEMAND = { faults: { title: 'fault proofs', run: faults } };

try {
  const [name, ...args] = process.argv.slice(2);
  process.exitCode = (await runStages(chosen(name), args)) ? 0 : 1;
} catch (error) {
  fail(error);
}

function chosen(name) {
  if (name === undefined) return Object.values(STAGES);
  const stages = { ...STAGES, ...ON_DEMAND };
  if (Object.hasOwn(stages, name)) return [stages[name]];
  throw new SetupError(
    `there is no test stage "${name}"; there are ${Object.keys(stages).join(', ')}`,
  );
}

async function runStages(stages, args) {
  const runtime = await setup();
  say(
    `testing with Electron ${runtime.version} (${runtime.source}) and Node ${process.versions.node}`,
  );
  if (!stages.every(readsOnly)) await buildAll();
  const env = { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, WAKHAN_ELECTRON: runtime.path };
  const runOne = (stage) => runStage(stage, { args, runtime, env });
  const results = await Promise.all(stages.filter(readsOnly).map(runOne));
  for (const stage of stages.filter((one) => !readsOnly(one))) results.push(await runOne(stage));
  report(results);
  return results.every(({ ok }) => ok);
}

async function runStage({ title, run }, given) {
  const start = performance.now();
  say(`${title} ...`);
  const result = await run(given).catch(told);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  say(`${title}: ${result.ok ? 'passed' : 'FAILED'} in ${seconds} s`);
  return { title, ...result };
}

/** These only read the sources: they run beside each other, and need no program that was built. */
function readsOnly({ run }) {
  return [lint, types, unused].includes(run);
}

/** A stage that could not even run has failed once; the others still run. */
function told(error) {
  fail(error);
  return { ok: false, passed: 0, failed: 1, skipped: 0 };
}

/** The last line is plain, so that any CI can count: "N passed, N failed, N skipped". */
function report(results) {
  const bad = results.filter(({ ok }) => !ok).map(({ title }) => title);
  if (bad.length > 0) say(`FAILED: ${bad.join(', ')}`);
  const counted = results.filter(({ passed }) => passed !== undefined);
  if (counted.length === 0) return;
  const sum = (key) => counted.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
}
