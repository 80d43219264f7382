import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';
import { capture } from '../setup/run.mjs';
import { prepareOldElectronTypes } from './electron-types.mjs';
import { Passed } from './passed.mjs';
import { filesOf } from './source-graph.mjs';

const svelteCheck = ['svelte-check/bin/svelte-check', '--output', 'human', '--tsconfig'];

/**
 * Type checks: each room against its own world, and electron/ a second time against the API of the
 * fallback runtime. Two at a time, output only of those that fail. One that passed with all its sources as
 * they are now is not done again.
 */
export async function types() {
  const oldElectron = await prepareOldElectronTypes();
  const checks = [
    { project: 'tests', rooms: ['data', 'electron', 'renderer', 'tests', 'build'] },
    { project: 'renderer/tsconfig.json', rooms: ['data', 'renderer'], by: svelteCheck },
    { project: 'electron', rooms: ['data', 'electron'] },
    ...(oldElectron === null ? [] : [{ project: oldElectron, rooms: ['data', 'electron'] }]),
    { project: 'data', rooms: ['data'] },
    { project: 'electron/preload', rooms: ['data', 'electron'] },
  ];
  const passed = new Passed('types');
  const due = checks.map(looking).filter(({ looks }) => !passed.has(looks));
  if (due.length < checks.length) say(`types: ${checks.length - due.length} rooms as they passed`);
  const results = [];
  const worker = async () => {
    for (let check = due.shift(); check !== undefined; check = due.shift()) {
      const ok = await runCheck(check);
      if (ok) passed.add(check.looks);
      results.push(ok);
    }
  };
  await Promise.all([worker(), worker()]);
  await passed.save();
  return { ok: results.every(Boolean) };
}

/** A check with all that it looks at; its own name is part of that. */
function looking({ project, rooms, by = ['typescript/bin/tsc', '--pretty', 'false', '-p'] }) {
  const files = rooms.flatMap((room) => filesOf(room, /\.(ts|mjs|svelte|json)$/));
  return { command: [...by, project], looks: [`for ${by[0]} ${project}`, ...files.sort()] };
}

async function runCheck({ command: [script, ...args] }) {
  const path = join(projectRoot, 'node_modules', script);
  const { code, text } = await capture(process.execPath, [path, ...args], { cwd: projectRoot });
  if (code !== 0) console.log(`${script} ${args.join(' ')}\n${text}`);
  return code === 0;
}
