import { app, utilityProcess, type UtilityProcess } from 'electron';
import { residentMemory } from './resident-memory.ts';
import { childEnvironment, type Answer, type Launch } from './wire.ts';

/**
 * Background work in a utility process, which needs no Node beside the program and no way to run as Node.
 * Limit: Electron crashes when one is started before the program is ready. `script`: the bundle of
 * worker.ts; `name`: what system monitors call it.
 */
export const launchUtility =
  (script: string, name: string): Launch =>
  () => {
    const child = utilityProcess.fork(script, [], { serviceName: name, env: childEnvironment() });
    return {
      send: (order) => child.postMessage(order),
      onAnswer: (listener) => child.on('message', (answer: Answer) => listener(answer)),
      onExit: (listener) => child.once('exit', () => listener()),
      kill: () => killNow(child),
      memory: async () => (child.pid === undefined ? undefined : memoryOf(child.pid)),
    };
  };

/**
 * Electron would ask it to end (SIGTERM), which a process that stands still does not hear, and does nothing to
 * one that is only just being started.
 */
function killNow(child: UtilityProcess): void {
  try {
    if (child.pid === undefined) child.once('spawn', () => killNow(child));
    else process.kill(child.pid, 'SIGKILL');
  } catch {
    return; // it is gone already
  }
}

/** The file of Linux is cheaper than asking Chromium, which looks at all its processes. */
async function memoryOf(pid: number): Promise<number | undefined> {
  if (process.platform === 'linux') return residentMemory(pid);
  const metric = app.getAppMetrics().find((one) => one.pid === pid);
  return metric && metric.memory.workingSetSize * 1024;
}
