import { join } from 'node:path';
import { projectRoot } from '../setup/paths.mjs';
import { say } from '../setup/progress.mjs';
import { run } from '../setup/run.mjs';
import { Passed } from './passed.mjs';
import { filesOf, ROOMS } from './source-graph.mjs';

/** Files, exports and packages that nobody uses, see `build/knip.json`. `args` go to knip. */
export async function unused({ args }) {
  const looks = [
    'unused',
    ...ROOMS.flatMap((room) => filesOf(room, /\.(ts|mjs|js|svelte)$/)).sort(),
  ];
  const passed = new Passed('unused');
  if (args.length === 0 && passed.has(looks)) {
    say('unused: as it passed');
    return { ok: true };
  }
  const knip = join(projectRoot, 'node_modules/knip/bin/knip.js');
  const stdio = ['ignore', 'inherit', 'inherit'];
  const command = [knip, '--config', 'build/knip.json', '--no-progress', ...args];
  const ok = (await run(process.execPath, command, { cwd: projectRoot, stdio })) === 0;
  if (ok) passed.add(looks);
  await passed.save();
  return { ok };
}
