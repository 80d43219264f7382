import { utilityProcess } from 'electron';
import { childEnvironment, type ConversionReply, type Launch } from './conversion.ts';

/**
 * Converts in a utility process, which needs no Node beside the program and no way to run as Node.
 * Limit: Electron crashes when one is started before the program is ready. `script`: the bundle of
 * jobs/worker.ts.
 */
export const launchUtility =
  (script: string): Launch =>
  () => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'Wakhan import',
      env: childEnvironment(),
    });
    return {
      send: (request) => child.postMessage(request),
      onReply: (listener) => child.on('message', (reply: ConversionReply) => listener(reply)),
      onExit: (listener) => child.once('exit', () => listener()),
      kill: () => void child.kill(),
    };
  };
