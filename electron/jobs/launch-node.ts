import { fork } from 'node:child_process';
import { childEnvironment, type ConversionReply, type Launch } from './conversion.ts';

/**
 * Converts in a process of plain Node, for the command line in development. What a file makes it say is
 * not shown. `script`: the bundle of jobs/worker.ts.
 */
export const launchNode =
  (script: string): Launch =>
  () => {
    const child = fork(script, [], {
      env: childEnvironment(),
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => undefined); // its end is what counts
    return {
      // A process that has just died takes nothing; its end is told all the same.
      send: (request) => child.send(request, () => undefined),
      onReply: (listener) =>
        void child.on('message', (reply) => listener(reply as ConversionReply)),
      onExit: (listener) => void child.once('close', () => listener()),
      kill: () => void child.kill('SIGKILL'),
    };
  };
