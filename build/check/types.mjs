import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { capture } from '../setup/run.mjs';
import { prepareOldElectronTypes } from './electron-types.mjs';

/**
 * Type checks: each room against its own world, and electron/ a second time against the API of the
 * fallback runtime. Two at a time, output only of those that fail.
 */
export async function types() {
  const oldElectron = await prepareOldElectronTypes();
  const checks = [
    tsc('data'),
    tsc('electron'),
    tsc('electron/preload'),
    tsc('tests'),
    ['svelte-check/bin/svelte-check', '--tsconfig', 'renderer/tsconfig.json', '--output', 'human'],
    ...(oldElectron === null ? [] : [tsc(oldElectron)]),
  ];
  const results = [];
  const worker = async () => {
    for (let check = checks.shift(); check !== undefined; check = checks.shift()) {
      results.push(await runCheck(check));
    }
  };
  await Promise.all([worker(), worker()]);
  return { ok: results.every(Boolean) };
}

function tsc(project) {
  return ['typescript/bin/tsc', '-p', project, '--pretty', 'false'];
}

async function runCheck([script, ...args]) {
  const path = join(projectRoot, 'node_modules', script);
  const { code, text } = await capture(process.execPath, [path, ...args], { cwd: projectRoot });
  if (code !== 0) console.log(`${script} ${args.join(' ')}\n${text}`);
  return code === 0;
}
