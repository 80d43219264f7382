import { AppError } from '#data/errors.ts';
import { say } from '#data/words/say.ts';

/** Exit code of a command that was told to stop, as shells have it for Ctrl+C. */
export const STOPPED = 130;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal for a command, and how to stop listening for it. */
export interface StopSignal {
  signal: AbortSignal;
  release: () => void;
}

/**
 * Turns the first Ctrl+C, or a polite end, into an aborted signal: the command cleans up, closes the case
 * and ends. The second one ends the process at once; what was acknowledged is safe then too.
 */
export function stopSignal(): StopSignal {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(STOPPED);
    const words = say('command.stopped');
    stop.abort(new AppError('cancelled', words));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const release = (): void => {
    for (const name of SIGNALS) process.off(name, onSignal);
  };
  return { signal: stop.signal, release };
}

/** For commands that simply end. */
export const neverStops = (): StopSignal => ({
  signal: new AbortController().signal,
  release: () => undefined,
});
