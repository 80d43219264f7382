import { fork } from 'node:child_process';
import { residentMemory } from './resident-memory.ts';
import { childEnvironment, type Answer, type Launch } from './wire.ts';

/**
 * Background work in a process of plain Node, for the command line in development. What a file makes it
 * say is not shown. `script`: the bundle of worker.ts.
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
      send: (order) => child.send(order, () => undefined),
      onAnswer: (listener) => void child.on('message', (answer) => listener(answer as Answer)),
      onExit: (listener) => void child.once('close', () => listener()),
      kill: () => void child.kill('SIGKILL'),
      memory: async () => (child.pid === undefined ? undefined : residentMemory(child.pid)),
    };
  };
